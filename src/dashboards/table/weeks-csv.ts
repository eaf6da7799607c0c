/** The line over time as a file: a row a week, with the counts behind the scores. */
import type { WeekCounts } from '../../feedback/feedback.queries.js';
import { EMOTION_NAMES, EMOTIONS } from '../../platform/emotions.js';
import { scoreOf } from '../../feedback/metrics/score.js';
import { addDays } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { type CsvColumn, csvDownload } from '../../platform/web/csv-download.js';

/** @param code of the page's place, for the file's name */
export function weeksCsv(code: string, series: readonly WeekCounts[]) {
  return csvDownload(`weeks-${code}.csv`, columns(), series);
}

function columns(): CsvColumn<WeekCounts>[] {
  const score = ({ counts }: WeekCounts) => scoreOf(counts.ease);
  const inTenths = (value: number | undefined) => (value === undefined ? null : Math.round(value * 10) / 10);
  return [
    { heading: t('From'), of: ({ week }) => week },
    { heading: t('To'), of: ({ week }) => addDays(week, 6) },
    { heading: t('Responses'), of: ({ counts }) => counts.responses },
    { heading: t('Ease'), of: (row) => inTenths(score(row)?.value) },
    { heading: t('{name}: 95% interval from', { name: t('Ease') }), of: (row) => inTenths(score(row)?.low) },
    { heading: t('{name}: 95% interval to', { name: t('Ease') }), of: (row) => inTenths(score(row)?.high) },
    { heading: t('{name}: answers', { name: t('Ease') }), of: ({ counts }) => counts.ease.n },
    ...EMOTIONS.map((word) => ({
      heading: t(EMOTION_NAMES[word]),
      of: ({ counts }: WeekCounts) => counts.emotion[word],
    })),
  ];
}
