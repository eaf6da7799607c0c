/** What can be a value of a metric, and how people and programs write one. */
import type { IsoDate } from '../../../platform/dates.js';
import { t } from '../../../platform/language/t.js';
import { sayPeriod } from '../grain.js';
import type { Metric } from '../metric.js';
import { weightNameOf } from '../metric.js';

const LARGEST = 1e12;

/** Years of what can be told at all; a slip of the pen lies outside. */
const [FIRST_YEAR, LAST_YEAR] = ['2000', '2100'];

/**
 * A number as spreadsheets write it: '1,234.5', '£12', '62.5%', '−3'. A time such as '0:11:30' is a number of seconds,
 * minutes or hours where that is what the metric is measured in. Null for everything else: '1.234,5' could be either.
 */
export function readNumber(text: string, unit = ''): number | null {
  const bare = text.replace(/[\s\u00a0\u202f]/g, '').replace('−', '-');
  const time = /^(\d{1,5}):([0-5]\d):([0-5]\d)$/.exec(bare);
  if (time) return ofTime(time.slice(1).map(Number), unit);
  const digits = bare.replace(/^(-?)£/, '$1').replace(/%$/, '');
  if (!/^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(digits)) return null;
  const number = Number(digits.replaceAll(',', ''));
  return Math.abs(number) < LARGEST ? number : null;
}

const SECONDS: [RegExp, number][] = [
  [/^sec/i, 1],
  [/^min/i, 60],
  [/^h(ou)?rs?$/i, 3600],
  [/^days?$/i, 86_400],
];

function ofTime([hours = 0, minutes = 0, seconds = 0]: number[], unit: string): number | null {
  const [, each] = SECONDS.find(([name]) => name.test(unit)) ?? [];
  return each === undefined ? null : Math.round(((hours * 3600 + minutes * 60 + seconds) / each) * 1e6) / 1e6;
}

/** Why a number cannot be a value of this metric, or null. */
export function valueProblem(metric: Pick<Metric, 'kind'>, value: number): string | null {
  if (!Number.isFinite(value) || Math.abs(value) >= LARGEST) return t('The number is too large.');
  return metric.kind === 'count' && value < 0 ? t('A count can’t be less than 0.') : null;
}

/** Why this cannot be its weight, or null. */
export function weightProblem(metric: Metric, weight: number | null): string | null {
  if (metric.kind !== 'average') return weight === null ? null : t('Only an average has a weight. Leave it out.');
  if (weight === null)
    return t('The number of {weight} is missing: an average is weighted by it.', { weight: weightNameOf(metric) });
  return weight < 0 || weight >= LARGEST ? t('A weight can’t be less than 0.') : null;
}

/** Why a period cannot have a value yet, or null. One that has begun can: its value is corrected when it is over. */
export function periodProblem(metric: Pick<Metric, 'grain'>, start: IsoDate, today: IsoDate): string | null {
  const year = start.slice(0, 4);
  if (year < FIRST_YEAR || year > LAST_YEAR) return t('The year {year} is out of range.', { year });
  return start > today ? t('{period} has not begun yet.', { period: sayPeriod(metric.grain, start) }) : null;
}
