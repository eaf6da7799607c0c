import { type Score, scoreOf } from '../../feedback/metrics/score.js';
import type { Tally } from '../../feedback/metrics/counts.js';
import type { Weeks } from '../../feedback/metrics/period.js';
import { addDays, daysBetween } from '../../platform/dates.js';
import { count, sayDate, sayFullDate, sayList, sayScore, saySigned } from '../../platform/say.js';
import { sayInterval } from '../say-change.js';
import type { BeforeAndAfter } from './before-and-after.js';
import type { ChangeMade } from './changes-made.js';

const MOST_NAMED = 3;

/** One box: what was changed, ease before and since, and what may be said about it. */
export function comparisonBox(box: BeforeAndAfter) {
  const { changes, before, since, difference } = box;
  return {
    title: titleOf(changes),
    when: whenOf(changes),
    before: side('Before', before),
    since: since ? side('Since', since) : null,
    waiting: since ? null : 'The first whole week after it has not closed yet.',
    verdict: difference ? verdict(difference) : null,
    alone: box.nothingAlone ? NEITHER_ALONE : null,
    grade: 'Before and after only: grade D. The week of the change is left out.',
  };
}

export const NEITHER_ALONE =
  'Training and another change came within four weeks of each other, so neither is credited with the difference alone.';

function titleOf(changes: readonly ChangeMade[]): string {
  const names = (kind: ChangeMade['kind']) => [
    ...new Set(changes.filter((one) => one.kind === kind).map(({ words }) => words)),
  ];
  const lessons = names('lesson').length;
  const training = [
    ...some(names('training').map((title) => `‘${title}’`)),
    ...(lessons > 0 ? [count(lessons, 'theme-day lesson', 'theme-day lessons')] : []),
  ];
  const parts = [training.length > 0 ? `Training: ${sayList(training)}` : '', ...names('action')];
  return parts.filter(Boolean).join('. ');
}

function some(names: readonly string[]): string[] {
  if (names.length <= MOST_NAMED) return [...names];
  return [...names.slice(0, MOST_NAMED), `${names.length - MOST_NAMED} more`];
}

function whenOf(changes: readonly ChangeMade[]): string {
  const days = changes.map(({ on }) => on).sort();
  const [first = '', last = ''] = [days[0], days.at(-1)];
  return first === last ? sayFullDate(first) : `${sayFullDate(first)} to ${sayFullDate(last)}`;
}

function side(label: string, stretch: Weeks & { ease: Tally }) {
  const weeks = daysBetween(stretch.from, stretch.to) / 7 + 1;
  return {
    label,
    weeks: `${count(weeks, 'week', 'weeks')} to ${sayDate(addDays(stretch.to, 6), '')}`,
    ...scoreWords(scoreOf(stretch.ease), stretch.ease.n),
  };
}

function scoreWords(score: Score | null, n: number) {
  const answers = count(n, 'answer', 'answers');
  return score
    ? { value: sayScore(score.value), detail: `${sayInterval(score)}, on ${answers}` }
    : { value: '–', detail: `Too few yet: ${answers}` };
}

function verdict({ value, low, high, mark }: NonNullable<BeforeAndAfter['difference']>): string {
  const range = `95% interval ${saySigned(low)} to ${saySigned(high)}`;
  if (mark === 'none') return `No clear change: ${saySigned(value)} points (${range}).`;
  return `${mark === 'up' ? 'Up' : 'Down'} ${sayScore(Math.abs(value))} points (${range}).`;
}
