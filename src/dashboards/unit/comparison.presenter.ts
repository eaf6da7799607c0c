import { type Score, scoreOf } from '../../feedback/metrics/score.js';
import type { Tally } from '../../feedback/metrics/counts.js';
import type { Weeks } from '../../feedback/metrics/period.js';
import { addDays, daysBetween } from '../../platform/dates.js';
import { msg, t } from '../../platform/language/t.js';
import { sayDate, sayFullDate, sayList, sayScore, saySigned } from '../../platform/say.js';
import type { NumberLinks } from '../number-links.js';
import { sayInterval } from '../say-change.js';
import type { BeforeAndAfter } from './before-and-after.js';
import type { ChangeMade } from './changes-made.js';

const MOST_NAMED = 3;

/** One box: what was changed, ease before and since, each with the way to its answers, and what may be said about it. */
export function comparisonBox(box: BeforeAndAfter, links: NumberLinks) {
  const { changes, before, since, difference } = box;
  return {
    title: titleOf(changes),
    when: whenOf(changes),
    before: side(t('Before'), before, links),
    since: since ? side(t('Since'), since, links) : null,
    waiting: since ? null : t('The first whole week after it has not closed yet.'),
    verdict: difference ? verdict(difference) : null,
    alone: box.nothingAlone ? t(NEITHER_ALONE) : null,
    grade: t('Before and after only: grade D. The week of the change is left out.'),
  };
}

export const NEITHER_ALONE = msg(
  'Training and another change came within four weeks of each other, so neither is credited with the difference alone.',
);

function titleOf(changes: readonly ChangeMade[]): string {
  const names = (kind: ChangeMade['kind']) => [
    ...new Set(changes.filter((one) => one.kind === kind).map(({ words }) => words)),
  ];
  const lessons = names('lesson').length;
  const training = [
    ...some(names('training').map((title) => t('‘{title}’', { title }))),
    ...(lessons > 0 ? [t('{n, plural, one {# theme-day lesson} other {# theme-day lessons}}', { n: lessons })] : []),
  ];
  const parts = [
    training.length > 0 ? t('Training: {courses}', { courses: sayList(training) }) : '',
    ...names('action'),
  ];
  return parts.filter(Boolean).join('. ');
}

function some(names: readonly string[]): string[] {
  if (names.length <= MOST_NAMED) return [...names];
  return [
    ...names.slice(0, MOST_NAMED),
    t('{n, plural, one {# more} other {# more}}', { n: names.length - MOST_NAMED }),
  ];
}

function whenOf(changes: readonly ChangeMade[]): string {
  const days = changes.map(({ on }) => on).sort();
  const [first = '', last = ''] = [days[0], days.at(-1)];
  if (first === last) return sayFullDate(first);
  return t('{from} to {to}', { from: sayFullDate(first), to: sayFullDate(last) });
}

function side(label: string, stretch: Weeks & { ease: Tally }, links: NumberLinks) {
  const weeks = daysBetween(stretch.from, stretch.to) / 7 + 1;
  return {
    label,
    path: stretch.ease.n > 0 ? links.weeks(stretch) : null,
    weeks: t('{n, plural, one {# week} other {# weeks}} to {day}', {
      n: weeks,
      day: sayDate(addDays(stretch.to, 6), ''),
    }),
    ...scoreWords(scoreOf(stretch.ease), stretch.ease.n),
  };
}

function scoreWords(score: Score | null, n: number) {
  if (!score) return { value: '–', detail: t('Too few yet: {n, plural, one {# answer} other {# answers}}', { n }) };
  const detail = t('{range}, on {n, plural, one {# answer} other {# answers}}', { range: sayInterval(score), n });
  return { value: sayScore(score.value), detail };
}

function verdict({ value, low, high, mark }: NonNullable<BeforeAndAfter['difference']>): string {
  const interval = { low: saySigned(low), high: saySigned(high) };
  if (mark === 'none')
    return t('No clear change: {points} points (95% interval {low} to {high}).', {
      points: saySigned(value),
      ...interval,
    });
  const values = { points: sayScore(Math.abs(value)), ...interval };
  return mark === 'up'
    ? t('Up {points} points (95% interval {low} to {high}).', values)
    : t('Down {points} points (95% interval {low} to {high}).', values);
}
