import { t } from '../../platform/language/t.js';
import type { CsvColumn } from '../../platform/web/csv-download.js';
import { sayMoment } from '../../platform/say.js';
import type { RefusalRow } from './refusals.queries.js';
import { REASONS } from './refusal.js';

export const refusalColumns = (): CsvColumn<RefusalRow>[] => [
  { heading: t('Day'), of: ({ refusedOn }) => refusedOn },
  { heading: t('Reason'), of: ({ reason }) => reason },
  { heading: t('What to do'), of: ({ reason }) => t(REASONS[reason]) },
  { heading: t('Detail'), of: ({ detail }) => detail },
  { heading: t('Times'), of: ({ times }) => times },
  { heading: t('Last at'), of: ({ lastAt }) => sayMoment(lastAt) },
];
