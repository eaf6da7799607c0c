/**
 * When a unit counts as trained: from the first week in which the share of its people who hold a valid completion reaches
 * the threshold, and ever after (product/impact.md, "Panel"; absorbing). Worked example at 80 %: 3 of 5 people in week 4 are too
 * few, 4 of 5 in week 6 make week 6 the start; that one of them leaves in week 9 changes nothing.
 */
export interface Steps {
  /** Ascending. */
  weeks: readonly number[];
  /** From each of these weeks on: what was wanted, and how much of it was done. */
  wanted: readonly number[];
  done: readonly number[];
}

/** The share of people who must hold it before a unit counts as trained, unless a study says otherwise. */
export const THRESHOLD = 0.8;

/** The first week at or above the threshold (0 to 1); null when there is none. Nobody in post is no share. */
export function treatedFrom({ weeks, wanted, done }: Steps, threshold: number): number | null {
  const step = weeks.findIndex((_, at) => wanted[at]! > 0 && done[at]! >= threshold * wanted[at]! - ROUNDING);
  return step < 0 ? null : weeks[step]!;
}

/** 0.8 of 35 people are 28, also in binary fractions. */
const ROUNDING = 1e-9;
