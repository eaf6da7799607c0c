/** The single answers of a unit as a file. As on the page, a small unit gives the month instead of the day. */
import { DRIVER_NAMES, DRIVERS } from '../platform/drivers.js';
import { londonDate } from '../platform/dates.js';
import { t } from '../platform/language/t.js';
import { type CsvColumn, csvDownload } from '../platform/web/csv-download.js';
import type { ResponseRow } from './comments/comments.queries.js';
import { sayCorrections } from './corrections.js';
import { sayAnswered } from './comments/say-answered.js';
import { EMOTION_NAMES, emotionOf } from '../platform/emotions.js';

/** @param code of the unit, for the file's name */
export function responsesCsv(code: string, rows: AsyncIterable<ResponseRow>) {
  return csvDownload(`answers-${code}.csv`, columns(), rows);
}

function columns(): CsvColumn<ResponseRow>[] {
  return [
    { heading: t('Day'), of: ({ answeredAt, smallUnit }) => sayAnswered(londonDate(answeredAt), smallUnit) },
    { heading: t('Ease'), of: ({ ease }) => ease },
    { heading: t('Felt'), of: ({ emotion }) => feltOf(emotion) },
    ...DRIVERS.map((driver) => ({ heading: t(DRIVER_NAMES[driver]), of: (row: ResponseRow) => row[driver] })),
    { heading: t('What they said'), of: ({ comment }) => comment },
    { heading: t('Corrected'), of: (row) => sayCorrections(row.replaced ?? [], row).join(' ') || null },
    { heading: t('May be contacted'), of: ({ mayContact }) => sayPermission(mayContact) },
  ];
}

/** 'Yes', 'No', or nothing where the survey did not ask. */
export function sayPermission(mayContact: boolean | null): string | null {
  if (mayContact === null) return null;
  return mayContact ? t('Yes') : t('No');
}

function feltOf(value: number | null): string | null {
  const emotion = emotionOf(value);
  return emotion && t(EMOTION_NAMES[emotion]);
}
