/** Answers week by week around a themed one. */
import { columns } from '../../platform/charts/columns.js';
import { bothWidths, figure } from '../../platform/charts/figure.js';
import { addDays, type IsoDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayFullDate, sayNumber, sayScore, sayShortDate } from '../../platform/say.js';
import { chartCaption } from './result-words.js';
import type { ThemedWeekResult, WeekTotals } from './themed-week.js';

/** How many weeks on each side of the themed one are shown at most. */
const SIDE = 26;

/** @param others Mondays of weeks that held another campaign */
export function weekChart(
  weeks: readonly WeekTotals[],
  event: IsoDate,
  others: ReadonlySet<IsoDate>,
  result: ThemedWeekResult,
) {
  const [from, to] = [addDays(event, -7 * SIDE), addDays(event, 7 * SIDE)];
  const shown = weeks.filter(({ week }) => week >= from && week <= to);
  return figure({
    id: 'responses',
    caption: chartCaption(result),
    sub: t(
      'Survey responses by week, whole network. Themed weeks are dark; the dashed line is the average other week of the year before and after.',
    ),
    ...drawn(
      shown.map(({ week, responses }) => ({
        label: sayShortDate(week),
        value: responses,
        marked: week === event || others.has(week),
      })),
      result,
    ),
    head: [t('Week of'), t('Responses'), t('Ease (4 or 5 of 5)')],
    rows: shown.map((row) => [sayFullDate(row.week), sayNumber(row.responses), easeOf(row)]),
  });
}

function drawn(bars: { label: string; value: number; marked: boolean }[], { responses, others }: ThemedWeekResult) {
  const mean = Math.round(others.mean);
  return bothWidths(columns, {
    id: 'responses',
    title: t('Survey responses by week'),
    desc: t('{n} in the themed week, {mean} in an average other week.', {
      n: sayNumber(responses),
      mean: sayNumber(mean),
    }),
    columns: bars,
    reference: { value: mean, name: t('Average') },
  });
}

function easeOf({ ease }: WeekTotals): string {
  return ease.n === 0 ? '–' : sayScore((100 * ease.hits) / ease.n);
}
