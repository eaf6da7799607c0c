/**
 * What the result of a themed week is called: sentences by rule, never by hand (product/impact.md, "Wording"). Everybody
 * took part at once, so no sentence names a cause.
 */
import { msg, t } from '../../platform/language/t.js';
import { sayNumber, sayScore, saySigned } from '../../platform/say.js';
import { excludesZero } from '../../statistics/interval.js';
import type { WithinAndMix } from '../../statistics/within-and-mix.js';
import type { EaseChange, ThemedWeekResult } from './themed-week.js';

export const GRADE = msg('Grade D, before and after only');

/** '+71%'. */
export function sayChange(share: number, decimals = 0): string {
  return `${saySigned(share * 100, decimals)}%`;
}

export function responsesSentence({ responses, others }: ThemedWeekResult): string {
  return t(
    '{n, plural, one {# customer answered in the week.} other {# customers answered in the week.}} An average other week brings {mean}.',
    { n: responses, mean: sayNumber(Math.round(others.mean)) },
  );
}

/** '+71% on an average other week'. */
export function chartCaption({ others }: ThemedWeekResult): string {
  return t('{change} on an average other week', { change: sayChange(others.change) });
}

/** The second baseline, or why there is none. */
export function neighboursSentence({ neighbours, before, after }: ThemedWeekResult): string {
  if (neighbours === null) return t('There are no weeks just before or after it to set it against.');
  const mean = sayNumber(Math.round(neighbours.mean));
  return t(besideIt(before, after), { change: sayChange(neighbours.change), mean, before, after });
}

/** How often an ordinary week moves that far. */
export function unusualSentence({ asFar, placebos, p }: ThemedWeekResult['unusual'], what: Moved): string {
  if (placebos < 5) return t(TOO_FEW_WEEKS[what]);
  const values = { asFar, placebos: String(placebos), p: sayP(p) };
  return t(AS_FAR[what], values);
}

/** What may move in a week. */
type Moved = 'responses' | 'ease';

const TOO_FEW_WEEKS: Record<Moved, string> = {
  responses: msg('There are too few other weeks to say how unusual that is for responses.'),
  ease: msg('There are too few other weeks to say how unusual that is for ease.'),
};

const AS_FAR: Record<Moved, string> = {
  responses: msg(
    '{asFar, plural, =0 {None of {placebos} ordinary weeks} other {# of {placebos} ordinary weeks}} moved as far from the average in responses (p = {p}).',
  ),
  ease: msg(
    '{asFar, plural, =0 {None of {placebos} ordinary weeks} other {# of {placebos} ordinary weeks}} moved as far from the average in ease (p = {p}).',
  ),
};

export function easeHeadline(ease: EaseChange): string {
  if (!excludesZero(ease.change)) return t('No clear change at this size.');
  return ease.change.value > 0
    ? t('Ease was higher in the week than in other weeks.')
    : t('Ease was lower in the week than in other weeks.');
}

/** 'Ease 80.5 in the week, 80.0 in other weeks: +0.5 points (+0.6% relative).' */
export function easeSentence({ week, others, change, relative }: EaseChange): string {
  return t('Ease {week} in the week, {others} in other weeks: {change} points ({relative} relative).', {
    week: sayScore(week.value * 100),
    others: sayScore(others.value * 100),
    change: saySigned(change.value * 100),
    relative: sayChange(relative, 1),
  });
}

export function easeRange({ change, week, others }: EaseChange): string {
  return t('95% range {low} to {high} points, on {week} answers in the week and {others} in other weeks.', {
    low: saySigned(change.low * 100),
    high: saySigned(change.high * 100),
    week: sayNumber(week.n),
    others: sayNumber(others.n),
  });
}

/** 'Within the same branches +0.4 points; the other +0.1 comes from which branches answered.' */
export function splitSentence({ total, within }: WithinAndMix): string {
  const inside = tenths(within);
  // What is printed must add up to the printed total.
  const [same, other] = [saySigned(inside), saySigned(tenths(total) - inside)];
  return t('Within the same branches {same} points; the other {other} comes from which branches answered.', {
    same,
    other,
  });
}

export const CAN_SAY = [
  msg('How many more or fewer customers answered than usual, and how often an ordinary week does that.'),
  msg('Whether ease moved by more than the number of answers lets it move by chance.'),
  msg('Who took part, where.'),
];

export const CANNOT_SAY = [
  msg('That the week was the cause. Everyone took part at the same time, so nobody is left to compare with.'),
  msg('That the same customers were happier. More answers can mean other customers.'),
  msg('What lasts. A week is short; look at the months after it too.'),
];

function besideIt(before: number, after: number): string {
  if (after === 0) return AGAINST.before;
  return before === 0 ? AGAINST.after : AGAINST.both;
}

const AGAINST = {
  before: msg('{change} against the {before, plural, one {# week} other {# weeks}} before it ({mean} on average).'),
  after: msg('{change} against the {after, plural, one {# week} other {# weeks}} after it ({mean} on average).'),
  both: msg(
    '{change} against the {before, plural, one {# week} other {# weeks}} before and the {after, plural, one {# week} other {# weeks}} after it ({mean} on average).',
  ),
};

/** Points with one decimal, as they are printed. */
function tenths(share: number): number {
  return Math.round(share * 1000) / 10;
}

function sayP(p: number): string {
  return p < 0.01 ? t('under 0.01') : sayNumber(p, 2);
}
