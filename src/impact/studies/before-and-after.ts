/**
 * The plain score of trained units before and after, which a study never shows without what choosing low units brings by
 * itself (product/impact.md, part 7).
 */
import { CONFIDENCE } from '../../statistics/interval.js';
import { criticalZ } from '../../statistics/normal.js';
import { expectedRebound, reliability, type ScoreKind } from '../../statistics/regression-to-the-mean.js';
import { criticalT } from '../../statistics/student-t.js';
import type { StudyPanel } from '../panel/study-panel.js';
import type { BeforeAndAfter } from './findings.js';

/** Weeks on either side of the start: a quarter, as branches are chosen on one. */
export const WEEKS_A_SIDE = 13;

/** What a unit's customers said over some weeks. */
interface Said {
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
const WEEKLY: ScoreKind<Said> = {
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

/**
 * Null when no trained unit has answers on both sides. Each trained unit counts by its answers on both sides, n m / (n + m),
 * by which the variance of a difference of two means goes; the interval is by t over units. Untrained units stand beside with
 * the weeks before the middle one of all starts.
 */
export function beforeAndAfter(study: StudyPanel): BeforeAndAfter | null {
  const { panel, start } = study;
  const begun = [...start].filter((at) => at < panel.times).sort((a, b) => a - b);
  if (begun.length === 0) return null;
  const middle = begun[begun.length >> 1]!;
  const own = Array.from(start, (at) => (at < panel.times ? at : middle));
  const before = own.map((at, unit) => said(study, unit, at - WEEKS_A_SIDE, at));
  const after = own.map((at, unit) => said(study, unit, at, at + WEEKS_A_SIDE));
  const group = own.flatMap((_, unit) => {
    const [n, later] = [before[unit]!.n, after[unit]!.n];
    return start[unit]! < panel.times && n > 0 && later > 0 ? [{ unit, weight: (n * later) / (n + later), later }] : [];
  });
  if (group.length < 2) return null;
  const expected = expectedRebound(WEEKLY, before, group);
  if (expected === null) return null;
  return {
    ...differenceOf(group, before, after),
    ...{ weeks: WEEKS_A_SIDE, units: group.length, chosenLow: isChosenLow(group, before) },
    ...{ expected: expected.value, expectedLow: expected.low, expectedHigh: expected.high },
  };
}

type Group = readonly { unit: number; weight: number }[];

function differenceOf(group: Group, before: readonly Said[], after: readonly Said[]) {
  const weight = group.reduce((sum, one) => sum + one.weight, 0);
  const mean = (of: (unit: number) => number) =>
    group.reduce((sum, one) => sum + (one.weight / weight) * of(one.unit), 0);
  const change = (unit: number) => WEEKLY.score(after[unit]!) - WEEKLY.score(before[unit]!);
  const value = mean(change);
  const squares = group.reduce((sum, one) => sum + ((one.weight / weight) * (change(one.unit) - value)) ** 2, 0);
  const many = group.length;
  const half = criticalT(CONFIDENCE, many - 1) * Math.sqrt((squares * many) / (many - 1));
  return {
    before: mean((unit) => WEEKLY.score(before[unit]!)),
    after: mean((unit) => WEEKLY.score(after[unit]!)),
    ...{ change: value, low: value - half, high: value + half },
  };
}

/** Whether the group stood lower than a group of its size drawn by lot would stand once in forty times. */
function isChosenLow(group: Group, before: readonly Said[]): boolean {
  const spread = WEEKLY.spread(before.filter(({ n }) => n > 0));
  if (spread === null) return false;
  const weight = group.reduce((sum, one) => sum + one.weight, 0);
  let [below, variance] = [0, 0];
  for (const one of group) {
    const share = one.weight / weight;
    const { n } = before[one.unit]!;
    below += share * (spread.mean - WEEKLY.score(before[one.unit]!));
    // tau² + sigma² / n, written by the reliability so that no difference between units at all is still a number.
    variance += share * share * (spread.between > 0 ? spread.between / reliability(n, spread) : spread.within / n);
  }
  return below > criticalZ(CONFIDENCE) * Math.sqrt(variance);
}

/** What the answers of a unit in the weeks from one place up to, not including, another add up to. */
function said({ panel, y, answers }: StudyPanel, unit: number, from: number, to: number): Said {
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
