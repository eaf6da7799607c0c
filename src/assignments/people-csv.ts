import type { IsoDate } from '../platform/dates.js';
import { londonDate } from '../platform/dates.js';
import { t } from '../platform/language/t.js';
import type { CsvColumn } from '../platform/web/csv-download.js';
import type { PersonProgress } from './people.queries.js';
import { requirementStatus, type RequirementStatus } from './requirements/requirement-status.js';

/** The list of people as a table to open in a spreadsheet. */
export function peopleColumns(today: IsoDate): CsvColumn<PersonProgress>[] {
  return [
    { heading: t('Reference'), of: (row) => row.reference },
    { heading: t('Name'), of: (row) => row.name },
    { heading: t('Branch or team code'), of: (row) => row.unitCode },
    { heading: t('Branch or team'), of: (row) => row.unitName },
    { heading: t('Course'), of: (row) => row.courseTitle },
    { heading: t('Due'), of: (row) => row.dueOn },
    { heading: t('How far'), of: (row) => sayState(row, today) },
    { heading: t('Finished on'), of: (row) => row.completedAt && londonDate(row.completedAt) },
    { heading: t('Last nudged on'), of: (row) => row.nudgedAt && londonDate(row.nudgedAt) },
  ];
}

function sayState(row: PersonProgress, today: IsoDate): string {
  if (row.markedAt && row.completedAt === null) return t('Marked complete');
  const words: Record<RequirementStatus, string> = {
    done: t('Finished in time'),
    doneLate: t('Finished late'),
    overdue: t('Past the date'),
    dueToday: t('Due today'),
    due: t('Still to do'),
  };
  return words[requirementStatus(row, today)];
}
