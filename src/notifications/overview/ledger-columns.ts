import { t } from '../../platform/language/t.js';
import type { CsvColumn } from '../../platform/web/csv-download.js';
import type { MessageKind } from '../message-kinds.service.js';
import type { OverviewRow } from './overview.queries.js';
import { sayBecame, sayKind } from './say-became.js';

/** The ledger as a file; moments in ISO 8601, UTC. */
export function ledgerColumns(kinds: ReadonlyMap<string, MessageKind>): CsvColumn<OverviewRow>[] {
  return [
    { heading: t('Planned for'), of: (row) => row.plannedFor.toISOString() },
    { heading: t('Reference'), of: (row) => row.reference },
    { heading: t('Name'), of: (row) => row.name },
    { heading: t('What'), of: (row) => sayKind(row.kind, kinds) },
    { heading: t('About'), of: (row) => `${row.subjectKind} ${row.subjectId}` },
    { heading: t('What became of it'), of: (row) => sayBecame(row).text },
    { heading: t('Why'), of: (row) => sayBecame(row).why },
    { heading: t('When'), of: (row) => row.settledAt?.toISOString() ?? null },
    { heading: t('Asked by'), of: (row) => row.madeBy },
  ];
}
