/**
 * Who is on which side of a study's panel, and how many answers each side has: whether there is enough to look at is decided
 * before any score is looked at (product/impact.md, "Not enough data is a proper state").
 */
import { FEWEST_ANSWERS } from '../../statistics/first-enough.js';
import type { StudyPanel } from '../panel/study-panel.js';

/** Weeks before the start and since it that count as a unit's windows. */
export const WINDOW_WEEKS = 26;

export interface Sides {
  rows: number;
  answers: number;
  units: number;
  /** Trained in a week after the first one with answers, so that there is a before. */
  trained: number;
  untrained: number;
  /** Trained as long as anything is known of them. */
  always: number;
  thin: number;
  /** How many clusters units are in, and trained units are in. */
  clusters: number;
  trainedClusters: number;
  /** Places of the weeks in which units started; empty when nobody did. Ascending, each once. */
  starts: number[];
  /** Average answers of a trained unit in the window before its start and since. */
  answersBefore: number;
  answersSince: number;
  /** Units to compare with: not trained yet when the first were, whether they were later or not. */
  compared: number;
  /** Average answers of a unit to compare with from the first start on, until its own. */
  answersBeside: number;
}

/** @param cluster of each unit, numbers from 0 */
export function sidesOf({ panel, answers, start }: StudyPanel, cluster: Int32Array): Sides {
  const { units, times } = panel;
  const count = (from: number, to: number, unit: number) => answersIn(panel, answers, unit, from, to);
  const starts = new Set<number>();
  const inTrained = new Set<number>();
  let [trained, untrained, always, thin, before, since] = [0, 0, 0, 0, 0, 0];
  for (let unit = 0; unit < units; unit += 1) {
    const begun = start[unit]!;
    if (begun >= times) untrained += 1;
    else if (!isTrained(panel, begun, unit)) always += 1;
    else {
      const [own, ownSince] = [count(begun - WINDOW_WEEKS, begun, unit), count(begun, begun + WINDOW_WEEKS, unit)];
      if (own < FEWEST_ANSWERS || ownSince < FEWEST_ANSWERS) thin += 1;
      trained += 1;
      before += own;
      since += ownSince;
      starts.add(begun);
      inTrained.add(cluster[unit]!);
    }
  }
  const ordered = [...starts].sort((a, b) => a - b);
  return {
    ...{
      rows: panel.time.length,
      answers: answers.reduce((sum, n) => sum + n, 0),
      units,
      trained,
      untrained,
      always,
      thin,
    },
    ...{ clusters: new Set(cluster).size, trainedClusters: inTrained.size, starts: ordered },
    answersBefore: trained > 0 ? before / trained : 0,
    answersSince: trained > 0 ? since / trained : 0,
    ...compare(panel, start, count, ordered[0] ?? times),
  };
}

/** Whether a unit is trained within the weeks, after the first one with answers. */
export const isTrained = ({ times, time, from }: StudyPanel['panel'], start: number, unit: number): boolean =>
  start < times && start > time[from[unit]!]!;

/** Whether a unit was there without the training when the first ones (in week `first`) had it. */
export const isCompared = (panel: StudyPanel['panel'], start: number, unit: number, first: number): boolean =>
  start >= panel.times || (start > first && isTrained(panel, start, unit));

type Count = (from: number, to: number, unit: number) => number;

function compare(panel: StudyPanel['panel'], start: Int32Array, count: Count, first: number) {
  let [compared, sum] = [0, 0];
  for (let unit = 0; unit < panel.units; unit += 1) {
    if (!isCompared(panel, start[unit]!, unit, first)) continue;
    compared += 1;
    sum += count(first, Math.min(first + WINDOW_WEEKS, start[unit]!), unit);
  }
  return { compared, answersBeside: compared > 0 ? sum / compared : 0 };
}

/** Answers of a unit in the weeks from one place up to, not including, another. */
export function answersIn(
  panel: StudyPanel['panel'],
  answers: Float64Array,
  unit: number,
  from: number,
  to: number,
): number {
  let sum = 0;
  for (let row = panel.from[unit]!; row < panel.from[unit + 1]!; row += 1)
    if (panel.time[row]! >= from && panel.time[row]! < to) sum += answers[row]!;
  return sum;
}
