import type { IsoDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayMoment } from '../../platform/say.js';
import type { CsvColumn } from '../../platform/web/csv-download.js';
import { sayToken, sayWhere, stateOf } from './say-account.js';
import type { ServiceAccountRow } from './service-accounts.queries.js';

export function serviceAccountsCsv(today: IsoDate): CsvColumn<ServiceAccountRow>[] {
  return [
    { heading: t('Software'), of: ({ name }) => name },
    { heading: t('Token begins with'), of: ({ tokenPrefix }) => tokenPrefix },
    { heading: t('May'), of: ({ scopes }) => scopes.join(', ') },
    { heading: t('Where'), of: (account) => sayWhere(account).join('; ') },
    { heading: t('Made by'), of: ({ madeBy }) => madeBy },
    { heading: t('Made'), of: ({ madeAt }) => sayMoment(madeAt) },
    { heading: t('Token replaced'), of: (account) => sayToken(account) },
    { heading: t('Last used'), of: ({ lastUsedAt }) => (lastUsedAt === null ? null : sayMoment(lastUsedAt)) },
    { heading: t('State'), of: (account) => stateOf(account, today).state },
  ];
}
