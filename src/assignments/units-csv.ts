import { t } from '../platform/language/t.js';
import type { CsvColumn } from '../platform/web/csv-download.js';
import type { UnitProgress } from './assignments.queries.js';

/** Who has how much left to do, by branch and team, as a table to open in a spreadsheet. */
export function unitColumns(): CsvColumn<UnitProgress>[] {
  return [
    { heading: t('Branch or team code'), of: ({ code }) => code },
    { heading: t('Branch or team'), of: ({ name }) => name },
    { heading: t('Finished'), of: ({ finished }) => Number(finished) },
    { heading: t('Still to do'), of: ({ asked, finished }) => Number(asked) - Number(finished) },
    { heading: t('Past the date'), of: ({ overdue }) => Number(overdue) },
  ];
}
