/**
 * What a plan can see: how large an effect has to be to be told from none, from how customers answered before
 * (product/impact.md, "Planner"; the formula stands in stepped-wedge.ts).
 */
import { effectVariance, powerOf, smallestVisible, wedgeOf } from '../../statistics/stepped-wedge.js';

/** What an area's customers said: of `n` answers `good` minus `bad` is the score (`bad` is 0 where the score is a share). */
export interface AreaAnswers {
  n: number;
  good: number;
  bad: number;
}

/** Variances of scores from -1 to 1. */
export interface AnswerSpread {
  /** Of one answer. */
  single: number;
  /** Between the scores of areas beyond what chance does (tau²). */
  between: number;
}

/** Answers of `weeks` weeks, for a plan whose waves begin `weeksBetween` weeks apart. */
export interface Heard {
  areas: readonly AreaAnswers[];
  weeks: number;
}

export interface Power {
  /** The smallest effect that is seen four times out of five, in points. */
  smallest: number;
  /** Of the effect, in points squared. */
  variance: number;
  /** Areas with answers, from which it is reckoned. */
  areas: number;
}

export const scoreOf = ({ n, good, bad }: AreaAnswers): number | null => (n > 0 ? (good - bad) / n : null);

/**
 * How answers and areas differ, by their moments weighted by answers: with y_i the score of an area, m that of all and v the
 * variance of one answer, S = sum n_i (y_i - m)² and tau² = (S - v sum(1 - n_i / N)) / (sum n_i (1 - n_i / N) - sum(1 - n_i / N)),
 * not below zero. For shares v is m (1 - m), and it is the prior of shrinkage.ts (Kleinman 1973).
 * Null when fewer than two areas have answers, or nobody answered otherwise than the rest.
 */
export function spreadOf(areas: readonly AreaAnswers[]): AnswerSpread | null {
  const used = areas.filter(({ n }) => n > 0);
  const all = sumOf(used);
  const mean = (all.good - all.bad) / all.n;
  const single = (all.good + all.bad) / all.n - mean * mean;
  if (used.length < 2 || !(single > 0)) return null;
  const spread = used.reduce((sum, area) => sum + area.n * (scoreOf(area)! - mean) ** 2, 0);
  const places = used.reduce((sum, { n }) => sum + (1 - n / all.n), 0);
  const answers = used.reduce((sum, { n }) => sum + n * (1 - n / all.n), 0);
  const room = answers - places;
  return { single, between: room > 0 ? Math.max(0, (spread - single * places) / room) : 0 };
}

/**
 * What a lot can see, with as many weeks before the first and after the last wave as lie between two. An area's score in a step
 * has the variance of one answer over the answers it has in so many weeks; areas without answers say nothing and are left out.
 * Null when there is too little to reckon from: fewer than two areas with answers, or all of them in one part.
 * @param wave of each area, from 0, or COMPARISON
 */
export function powerOfLot(
  wave: Int32Array,
  waves: number,
  { areas, weeks }: Heard,
  weeksBetween: number,
): Power | null {
  const spread = spreadOf(areas);
  if (!spread) return null;
  const heard = areas.flatMap(({ n }, at) => (n > 0 ? [{ n, wave: wave[at]! }] : []));
  const design = wedgeOf(
    Int32Array.from(heard, (area) => area.wave),
    waves,
  );
  const cell = Float64Array.from(heard, ({ n }) => (spread.single * weeks) / (n * weeksBetween));
  const variance = effectVariance(design, { cell, between: spread.between });
  if (!Number.isFinite(variance)) return null;
  return { smallest: A_HUNDRED * smallestVisible(variance), variance: A_HUNDRED ** 2 * variance, areas: heard.length };
}

/** How often an effect of so many points would be seen, from 0 to 1. */
export const chanceToSee = (points: number, { variance }: Power): number => powerOf(points, variance);

/** Several areas as one. */
export function sumOf(areas: readonly AreaAnswers[]): AreaAnswers {
  const total = (which: keyof AreaAnswers) => areas.reduce((sum, area) => sum + area[which], 0);
  return { n: total('n'), good: total('good'), bad: total('bad') };
}

const A_HUNDRED = 100;
