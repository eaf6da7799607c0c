/** Which closed weeks a program asks for. Without dates: the last thirteen. */
import { type ApiFault, invalid } from '../../platform/api/api-problem.js';
import { addDays, daysBetween, type IsoDate, isIsoDate, lastClosedWeek, mondayOf } from '../../platform/dates.js';

/** Mondays of the first and the last week. */
export interface MetricsPeriod {
  from: IsoDate;
  to: IsoDate;
}

export const MOST_WEEKS = 105;
const USUAL_WEEKS = 13;

/**
 * The weeks that hold `from` and `to` and all between, as far as they have closed.
 * @throws ApiProblem that names the parameters at fault
 */
export function metricsPeriod(query: { from?: unknown; to?: unknown }, today: IsoDate): MetricsPeriod {
  const faults = (['from', 'to'] as const).flatMap((name) => dateFault(name, query[name]));
  if (faults.length > 0) throw invalid(faults);
  const last = lastClosedWeek(today);
  const asked = query.to === undefined ? last : mondayOf(query.to as IsoDate);
  const to = asked < last ? asked : last;
  const from = query.from === undefined ? addDays(to, -7 * (USUAL_WEEKS - 1)) : mondayOf(query.from as IsoDate);
  if (query.to !== undefined && from > asked) throw invalid([{ parameter: 'from', detail: 'Let it lie before to.' }]);
  if (daysBetween(from, asked) >= 7 * MOST_WEEKS) {
    throw invalid([{ parameter: 'from', detail: `Ask for at most ${MOST_WEEKS} weeks at a time.` }]);
  }
  return { from, to };
}

function dateFault(parameter: string, value: unknown): ApiFault[] {
  if (value === undefined || (typeof value === 'string' && isIsoDate(value))) return [];
  return [{ parameter, detail: 'Give a day as year, month and day, such as 2027-02-08.' }];
}
