/** All units of the table as a file: every page of it, with where each stands. */
import { t } from '../../platform/language/t.js';
import { type CsvColumn, csvDownload } from '../../platform/web/csv-download.js';
import { KIND_WORDS } from '../compare/say-compared.js';
import type { Stretches } from '../period/stretches.js';
import { columnsOf } from '../table/table-csv.js';
import type { Branch } from '../table/rows.js';
import { UNIT_COLUMNS, type UnitsAsked } from './asked.js';

/** The columns that were chosen, or everything where nobody chose. */
export function everyUnitCsv({ columns }: UnitsAsked, { now }: Stretches, rows: AsyncIterable<Branch>) {
  const chosen = (columns ?? UNIT_COLUMNS).flatMap(columnsOf) as CsvColumn<Branch>[];
  return csvDownload<Branch>(`units-${now.from}-${now.to}.csv`, [...placeColumns(), ...chosen], rows);
}

const placeColumns = (): CsvColumn<Branch>[] => [
  { heading: t('Code'), of: ({ place }) => place.code },
  { heading: t('Name'), of: ({ place }) => place.name },
  { heading: t('Kind'), of: ({ place }) => t(KIND_WORDS[place.kind].many) },
  { heading: t('Area'), of: ({ place }) => place.areaName },
  { heading: t('Region'), of: ({ place }) => place.regionName },
  { heading: t('Weeks'), of: ({ standing }) => standing.period },
];
