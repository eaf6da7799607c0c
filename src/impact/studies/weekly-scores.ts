/** What a unit scored over some weeks, and how units differ: what comparisons of before and after are made of. */
import type { ScoreKind } from '../../statistics/regression-to-the-mean.js';
import type { StudyPanel } from '../panel/study-panel.js';

/** What a unit's customers said over some weeks. */
export interface Said {
  /** Answers, and the sum of their scores in points. */
  n: number;
  sum: number;
  weeks: number;
  /** Sum over the weeks of n (score of the week - score of all)²: how far weeks of one unit lie apart. */
  squares: number;
}

/**
 * Scores in points by the analysis of variance with unequal numbers, as MEANS in regression-to-the-mean.ts, but sigma² from
 * the weeks of a unit: a weekly score of n answers lies about the unit's level with variance sigma² / n, whatever the scale.
 */
export const WEEKLY: ScoreKind<Said> = {
  score: ({ sum, n }) => sum / n,
  spread: (units) => {
    const total = units.reduce((all, { n }) => all + n, 0);
    const free = units.reduce((all, { weeks }) => all + weeks - 1, 0);
    const room = total - units.reduce((all, { n }) => all + n * n, 0) / total;
    if (!(room > 0) || free < 1) return null;
    const mean = units.reduce((all, { sum }) => all + sum, 0) / total;
    const within = units.reduce((all, { squares }) => all + squares, 0) / free;
    const apart = units.reduce((all, { sum, n }) => all + n * (sum / n - mean) ** 2, 0);
    const between = Math.max(0, (apart - (units.length - 1) * within) / room);
    return within + between > 0 ? { mean, between, within } : null;
  },
};

/** What the answers of a unit in the weeks from one place up to, not including, another add up to. */
export function said({ panel, y, answers }: StudyPanel, unit: number, from: number, to: number): Said {
  let [n, sum, weeks, squares] = [0, 0, 0, 0];
  for (let row = panel.from[unit]!; row < panel.from[unit + 1]!; row += 1) {
    if (panel.time[row]! < from || panel.time[row]! >= to) continue;
    n += answers[row]!;
    sum += answers[row]! * y[row]!;
    weeks += 1;
  }
  for (let row = panel.from[unit]!; row < panel.from[unit + 1]!; row += 1)
    if (panel.time[row]! >= from && panel.time[row]! < to) squares += answers[row]! * (y[row]! - sum / n) ** 2;
  return { n, sum, weeks, squares };
}
