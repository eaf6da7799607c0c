/**
 * What the result of a themed week is called: sentences by rule, never by hand (product/impact.md, "Wording"). Everybody
 * took part at once, so no sentence names a cause, and no change is said without its range.
 */
import { msg, t } from '../../platform/language/t.js';
import { sayNumber, saySigned } from '../../platform/say.js';
import type { Change } from '../../statistics/clustered-change.js';
import type { Interval } from '../../statistics/interval.js';
import type { Placebo } from '../../statistics/placebo.js';
import { sayEffect, sayInterval, sayP } from '../studies/say-points.js';
import type { EaseBaseline, EaseChange, ThemedWeekResult } from './themed-week.js';
import { type WeekVerdict, weekVerdict } from './week-verdict.js';

export const GRADE = msg('Grade D, before and after only');

/** '+71%'. */
export function sayChange(share: number): string {
  return `${saySigned(share * 100, 0)}%`;
}

/** '95% range +65% to +78%'. */
export function sayChangeRange(range: Interval): string {
  return sayInterval(range, sayChange);
}

/** The first sentence of the result. */
export function responsesHeadline({ others: { change }, unusual }: ThemedWeekResult): string {
  const verdict = weekVerdict(change, unusual);
  const values = {
    size: `${sayNumber(Math.abs(change.value) * 100)}%`,
    range: sayChangeRange(change),
    ...placed(unusual),
  };
  if (verdict === 'notClear') return t(ANSWERS_NOT_CLEAR, { low: sayChange(change.low), high: sayChange(change.high) });
  return t(ANSWERS[change.value > 0 ? 'more' : 'fewer'][verdict], values);
}

const ANSWERS_NOT_CLEAR = msg(
  'No clear change in how many customers answered: changes between {low} and {high} fit the data.',
);

const ANSWERS: Record<'more' | 'fewer', Record<Exclude<WeekVerdict, 'notClear'>, string>> = {
  more: {
    unusual: msg(
      'Customers left {size} more answers than in an ordinary week ({range}); {asFar, plural, =0 {that was more than in any of {placebos} ordinary weeks.} other {the change was larger than in {smaller} of {placebos} ordinary weeks.}}',
    ),
    ordinary: msg(
      'Customers left {size} more answers than in an ordinary week ({range}), but weeks differ as much by themselves: the change was larger than in only {smaller} of {placebos} ordinary weeks.',
    ),
    fewWeeks: msg(
      'Customers left {size} more answers than in an ordinary week ({range}); with {placebos} ordinary weeks to look at, nobody can say how unusual that is.',
    ),
  },
  fewer: {
    unusual: msg(
      'Customers left {size} fewer answers than in an ordinary week ({range}); {asFar, plural, =0 {that was fewer than in any of {placebos} ordinary weeks.} other {the change was larger than in {smaller} of {placebos} ordinary weeks.}}',
    ),
    ordinary: msg(
      'Customers left {size} fewer answers than in an ordinary week ({range}), but weeks differ as much by themselves: the change was larger than in only {smaller} of {placebos} ordinary weeks.',
    ),
    fewWeeks: msg(
      'Customers left {size} fewer answers than in an ordinary week ({range}); with {placebos} ordinary weeks to look at, nobody can say how unusual that is.',
    ),
  },
};

/** How many placebos moved less: 'larger than in 49 of 52'. */
function placed({ asFar, placebos }: Placebo) {
  return { asFar, placebos: String(placebos), smaller: String(placebos - asFar) };
}

/** '+71% on an average other week (95% range +65% to +78%)'. */
export function chartCaption({ others: { change } }: ThemedWeekResult): string {
  return t('{change} on an average other week ({range})', {
    change: sayChange(change.value),
    range: sayChangeRange(change),
  });
}

/** The second baseline, or why there is none. */
export function neighboursSentence({ neighbours, before, after }: ThemedWeekResult): string {
  if (neighbours === null) return t('There are no weeks just before or after it to set it against.');
  const { mean, change } = neighbours;
  return t(besideIt(before, after), {
    ...{ change: sayChange(change.value), range: sayChangeRange(change), before, after },
    mean: sayNumber(Math.round(mean)),
  });
}

function besideIt(before: number, after: number): string {
  if (after === 0) return AGAINST.before;
  return before === 0 ? AGAINST.after : AGAINST.both;
}

const AGAINST = {
  before: msg(
    '{change} ({range}) against the {before, plural, one {# week} other {# weeks}} before it ({mean} on average).',
  ),
  after: msg(
    '{change} ({range}) against the {after, plural, one {# week} other {# weeks}} after it ({mean} on average).',
  ),
  both: msg(
    '{change} ({range}) against the {before, plural, one {# week} other {# weeks}} before and the {after, plural, one {# week} other {# weeks}} after it ({mean} on average).',
  ),
};

/** Where the week stands among ordinary ones. */
export function unusualSentence(unusual: Placebo, what: Moved): string {
  if (unusual.placebos < 5) return t(TOO_FEW_WEEKS[what]);
  return t(LARGER[what], { ...placed(unusual), p: sayP(unusual.p) });
}

/** What may move in a week. */
type Moved = 'responses' | 'ease';

const TOO_FEW_WEEKS: Record<Moved, string> = {
  responses: msg('There are too few other weeks to say how unusual that is for responses.'),
  ease: msg('There are too few other weeks to say how unusual that is for ease.'),
};

const LARGER: Record<Moved, string> = {
  responses: msg('The change in responses was larger than in {smaller} of {placebos} ordinary weeks ({p}).'),
  ease: msg('The change in ease was larger than in {smaller} of {placebos} ordinary weeks ({p}).'),
};

/** Of the same branches: what other branches answered says nothing of how easy it was. */
export function easeHeadline({ others: { within }, unusual }: EaseChange): string {
  const { low, high, ...points } = pointsOf(within);
  const verdict = weekVerdict(within, unusual);
  if (verdict === 'notClear') {
    return t('No clear change in ease: effects between {low} and {high} points fit the data.', {
      ...{ low: saySigned(low), high: saySigned(high) },
    });
  }
  const size = sayNumber(Math.abs(points.estimate), 1);
  return t(EASE[within.value > 0 ? 'higher' : 'lower'][verdict], {
    size,
    range: sayInterval({ low, high }, saySigned),
  });
}

const EASE: Record<'higher' | 'lower', Record<Exclude<WeekVerdict, 'notClear'>, string>> = {
  higher: {
    unusual: msg('Within the same branches, ease was {size} points higher than in an ordinary week ({range}).'),
    ordinary: msg(
      'Within the same branches, ease was {size} points higher than in an ordinary week ({range}), but ordinary weeks differ as much.',
    ),
    fewWeeks: msg(
      'Within the same branches, ease was {size} points higher than in an ordinary week ({range}); how unusual that is cannot be said.',
    ),
  },
  lower: {
    unusual: msg('Within the same branches, ease was {size} points lower than in an ordinary week ({range}).'),
    ordinary: msg(
      'Within the same branches, ease was {size} points lower than in an ordinary week ({range}), but ordinary weeks differ as much.',
    ),
    fewWeeks: msg(
      'Within the same branches, ease was {size} points lower than in an ordinary week ({range}); how unusual that is cannot be said.',
    ),
  },
};

/** 'Ease over all answers: +0.5 points (95% range −0.8 to +1.7) against all other weeks, …'. */
export function easeSentence({ others, neighbours }: EaseChange): string {
  const change = sayPoints(others.total);
  return neighbours
    ? t('Over all answers ease changed by {change} against all other weeks, by {beside} against the weeks beside it.', {
        ...{ change, beside: sayPoints(neighbours.total) },
      })
    : t('Over all answers ease changed by {change} against all other weeks.', { change });
}

/** The two parts of the change, at fixed shares of units. */
export function splitSentence({ total, within, mix }: EaseBaseline): string {
  return t('Within the same branches {same}; {other} come from which branches answered.', {
    ...{ same: sayPoints(within), other: sayPoints({ ...mix, value: printedMix({ total, within }) }) },
  });
}

/** '+0.5 points (95% range −0.8 to +1.7)', of shares. */
export function sayPoints(change: Change): string {
  return sayEffect(pointsOf(change));
}

/** A change of a share in points. */
export function pointsOf({ value, low, high }: Change) {
  return { estimate: value * 100, low: low * 100, high: high * 100 };
}

/** What is printed as the mix, a share in tenths of a point: printed parts add up to the printed whole. */
export function printedMix({ total, within }: Pick<EaseBaseline, 'total' | 'within'>): number {
  return (Math.round(total.value * 1000) - Math.round(within.value * 1000)) / 1000;
}
