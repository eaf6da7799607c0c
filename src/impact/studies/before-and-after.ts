/**
 * The plain score of trained units before and after, which a study never shows without what choosing low units brings by
 * itself (product/impact.md, part 7).
 */
import { CONFIDENCE } from '../../statistics/interval.js';
import { criticalZ } from '../../statistics/normal.js';
import { expectedRebound, reliability } from '../../statistics/regression-to-the-mean.js';
import { criticalT } from '../../statistics/student-t.js';
import type { StudyPanel } from '../panel/study-panel.js';
import type { BeforeAndAfter } from './findings.js';
import { type Said, said, WEEKLY } from './weekly-scores.js';

/** Weeks on either side of the start: a quarter, as branches are chosen on one. */
export const WEEKS_A_SIDE = 13;

/**
 * Null when no trained unit has answers on both sides. Each trained unit counts by its answers on both sides, n m / (n + m),
 * by which the variance of a difference of two means goes; the interval is by t over units. How units differ is learnt from all of
 * them, untrained ones with the weeks before the middle one of all starts, after what all scored in each week is taken off: a season is
 * no difference between units.
 */
export function beforeAndAfter(study: StudyPanel): BeforeAndAfter | null {
  const { panel, start } = study;
  const begun = [...start].filter((at) => at < panel.times).sort((a, b) => a - b);
  if (begun.length === 0) return null;
  const middle = begun[begun.length >> 1]!;
  const own = Array.from(start, (at) => (at < panel.times ? at : middle));
  const before = own.map((at, unit) => said(study, unit, at - WEEKS_A_SIDE, at));
  const after = own.map((at, unit) => said(study, unit, at, at + WEEKS_A_SIDE));
  const group = own.flatMap((at, unit) => {
    const [n, later] = [before[unit]!.n, after[unit]!.n];
    if (at !== start[unit] || n === 0 || later === 0) return [];
    return [{ unit, start: at, weight: (n * later) / (n + later), later }];
  });
  if (group.length < 2) return null;
  const level = withoutSeason(study);
  const usual = own.map((at, unit) => said(level, unit, at - WEEKS_A_SIDE, at));
  const expected = expectedRebound(WEEKLY, usual, group);
  if (expected === null) return null;
  return {
    ...differenceOf(group, before, after),
    network: networkOf(study, group),
    ...{ weeks: WEEKS_A_SIDE, units: group.length, chosenLow: isChosenLow(group, usual) },
    ...{ expected: expected.value, expectedLow: expected.low, expectedHigh: expected.high },
  };
}

/** The panel with what all units together scored in each week taken off. */
function withoutSeason(study: StudyPanel): StudyPanel {
  const { panel, y, answers } = study;
  const [n, sum] = [new Float64Array(panel.times), new Float64Array(panel.times)];
  forRows(study, (row, week) => {
    n[week]! += answers[row]!;
    sum[week]! += answers[row]! * y[row]!;
  });
  const level = new Float64Array(y.length);
  forRows(study, (row, week) => (level[row] = y[row]! - sum[week]! / n[week]!));
  return { ...study, y: level };
}

function forRows({ panel }: StudyPanel, visit: (row: number, week: number) => void): void {
  panel.time.forEach((week, row) => visit(row, week));
}

type Group = readonly { unit: number; start: number; weight: number }[];

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

/**
 * What all units together did in the same weeks: their change at each start, weighted as the trained ones that started then. By how
 * much more the trained ones rose is what choosing them, or training them, can have brought. The interval is by t over
 * units, each counting at all starts.
 */
function networkOf(study: StudyPanel, group: Group): BeforeAndAfter['network'] {
  const { units } = study.panel;
  const total = group.reduce((sum, { weight }) => sum + weight, 0);
  const shares = new Map<number, number>();
  for (const one of group) shares.set(one.start, (shares.get(one.start) ?? 0) + one.weight / total);
  const pulls = new Float64Array(units);
  let change = 0;
  for (const [start, share] of shares) {
    const moved = Array.from({ length: units }, (_, unit) => movedAt(study, unit, start));
    const weights = moved.reduce((sum, { weight }) => sum + weight, 0);
    const own = moved.reduce((sum, one) => sum + (one.weight / weights) * one.change, 0);
    change += share * own;
    moved.forEach((one, unit) => (pulls[unit]! += (share * one.weight * (one.change - own)) / weights));
  }
  const squares = pulls.reduce((sum, pull) => sum + pull * pull, 0);
  const half = criticalT(CONFIDENCE, units - 1) * Math.sqrt((squares * units) / (units - 1));
  return { change, low: change - half, high: change + half };
}

/** A unit's change around a week and how much it counts; nothing without answers on both sides. */
function movedAt(study: StudyPanel, unit: number, start: number): { weight: number; change: number } {
  const before = said(study, unit, start - WEEKS_A_SIDE, start);
  const after = said(study, unit, start, start + WEEKS_A_SIDE);
  if (before.n === 0 || after.n === 0) return { weight: 0, change: 0 };
  return {
    weight: (before.n * after.n) / (before.n + after.n),
    change: WEEKLY.score(after) - WEEKLY.score(before),
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
