/**
 * What the result of a themed week is called: sentences by rule, never by hand (product/impact.md, "Wording"). Everybody
 * took part at once, so no sentence names a cause.
 */
import { count, sayNumber, sayScore, saySigned } from '../platform/say.js';
import { excludesZero } from '../statistics/interval.js';
import type { WithinAndMix } from '../statistics/within-and-mix.js';
import type { EaseChange, ThemedWeekResult } from './themed-week.js';

export const GRADE = 'Grade D, before and after only';

/** '+71%'. */
export function sayChange(share: number, decimals = 0): string {
  return `${saySigned(share * 100, decimals)}%`;
}

export function responsesSentence({ responses, others }: ThemedWeekResult): string {
  const answered = count(responses, 'customer', 'customers');
  return `${answered} answered in the week. An average other week brings ${sayNumber(Math.round(others.mean))}.`;
}

/** '+71% on an average other week'. */
export function chartCaption({ others }: ThemedWeekResult): string {
  return `${sayChange(others.change)} on an average other week`;
}

/** The second baseline, or why there is none. */
export function neighboursSentence({ neighbours, before, after }: ThemedWeekResult): string {
  if (neighbours === null) return 'There are no weeks just before or after it to set it against.';
  const mean = sayNumber(Math.round(neighbours.mean));
  return `${sayChange(neighbours.change)} against ${besideIt(before, after)} (${mean} on average).`;
}

/** How often an ordinary week moves that far. */
export function unusualSentence({ asFar, placebos, p }: ThemedWeekResult['unusual'], what: string): string {
  if (placebos < 5) return `There are too few other weeks to say how unusual that is for ${what}.`;
  const often = asFar === 0 ? `None of ${placebos}` : `${asFar} of ${placebos}`;
  return `${often} ordinary weeks moved as far from the average in ${what} (p = ${sayP(p)}).`;
}

export function easeHeadline(ease: EaseChange): string {
  if (!excludesZero(ease.change)) return 'No clear change at this size.';
  return `Ease was ${ease.change.value > 0 ? 'higher' : 'lower'} in the week than in other weeks.`;
}

/** 'Ease 80.5 in the week, 80.0 in other weeks: +0.5 points (+0.6% relative).' */
export function easeSentence({ week, others, change, relative }: EaseChange): string {
  const scores = `Ease ${sayScore(week.value * 100)} in the week, ${sayScore(others.value * 100)} in other weeks`;
  return `${scores}: ${saySigned(change.value * 100)} points (${sayChange(relative, 1)} relative).`;
}

export function easeRange({ change, week, others }: EaseChange): string {
  const range = `${saySigned(change.low * 100)} to ${saySigned(change.high * 100)} points`;
  return `95% range ${range}, on ${sayNumber(week.n)} answers in the week and ${sayNumber(others.n)} in other weeks.`;
}

/** 'Within the same branches +0.4 points; the other +0.1 comes from which branches answered.' */
export function splitSentence({ total, within }: WithinAndMix): string {
  const inside = tenths(within);
  // What is printed must add up to the printed total.
  const [same, other] = [saySigned(inside), saySigned(tenths(total) - inside)];
  return `Within the same branches ${same} points; the other ${other} comes from which branches answered.`;
}

export const CAN_SAY = [
  'How many more or fewer customers answered than usual, and how often an ordinary week does that.',
  'Whether ease moved by more than the number of answers lets it move by chance.',
  'Who took part, where.',
];

export const CANNOT_SAY = [
  'That the week was the cause. Everyone took part at the same time, so nobody is left to compare with.',
  'That the same customers were happier. More answers can mean other customers.',
  'What lasts. A week is short; look at the months after it too.',
];

function besideIt(before: number, after: number): string {
  const weeks = (n: number) => count(n, 'week', 'weeks');
  if (after === 0) return `the ${weeks(before)} before it`;
  if (before === 0) return `the ${weeks(after)} after it`;
  return `the ${weeks(before)} before and the ${weeks(after)} after it`;
}

/** Points with one decimal, as they are printed. */
function tenths(share: number): number {
  return Math.round(share * 1000) / 10;
}

function sayP(p: number): string {
  return p < 0.01 ? 'under 0.01' : sayNumber(p, 2);
}
