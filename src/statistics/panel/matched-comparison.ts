/**
 * Treated units beside untreated ones that scored alike before: what is shown where units moved before they were treated and
 * no effect is given. A plain difference in differences, and no cure: units that are chosen for their score before drift back
 * to their usual one, treated or not (Daw and Hatfield 2018, "Matching and regression to the mean in difference-in-differences
 * analysis", Health Services Research), which is why the score they are matched on is that of up to half a year.
 */
import { clusterError } from './cluster-error.js';
import type { ImputedEffect } from './imputation.js';
import type { Panel } from './panel.js';
import { clusterNumbers, firstTreated, type Staggered } from './staggered.js';

/** Weeks before the start, and since it (counting that of the start as 0), that are compared. */
export const WEEKS_BEFORE = 26;
export const WEEKS_SINCE = 26;
/** A treated unit is compared with at most so many others. */
export const MATCHES = 3;

/** `rows`, `units` and `clusters` are those of treated units that found a match. */
export interface MatchedEffect extends ImputedEffect {
  /** Treated rows within the weeks compared whose unit found no match. */
  dropped: number;
}

/**
 * For a treated unit b that starts at s: those up to three units of its stratum whose mean of y over weeks s - 26 to s - 1 is
 * nearest to its own, among units that are not treated up to week s + 26 or the end of the panel. With each match m the gap
 * y_b - y_m in weeks in which both are seen, weighted by w_b w_m / (w_b + w_m), is averaged before and since the start; d_bm is the
 * difference. The effect is the average of d_bm over matches, then over units by the weight of their treated rows.
 *
 * A unit may be a match of many, so pairs go together when they share a cluster in either place: with psi = share of the pair x
 * (d_bm - effect), Var = sum over clusters of (sum of psi of pairs with it)² - sum over two different clusters of (sum of psi of
 * pairs between them)² (Aronow, Samii and Assenova 2015, "Cluster-robust variance estimation for dyadic data", Political
 * Analysis 23), never less than the sum of squares over treated clusters; interval and p by t with one degree of freedom less than there
 * are clusters of treated units or of matches, whichever are fewer.
 * Null when no unit finds a match, or all are of one cluster on either side.
 * @param strata for each unit its stratum (region), numbers from 0
 */
export function matchedComparison(staggered: Staggered, strata: Int32Array): MatchedEffect | null {
  const { clusters } = staggered;
  const compared = comparedUnits(staggered, strata);
  const used = compared.filter(({ gaps }) => gaps.length > 0);
  const total = used.reduce((sum, { weight }) => sum + weight, 0);
  const pairs = used.flatMap(({ unit, weight, gaps }) =>
    gaps.map(({ match, gap }) => ({ unit, match, gap, share: weight / total / gaps.length })),
  );
  const estimate = pairs.reduce((sum, { gap, share }) => sum + share * gap, 0);
  const of = (units: readonly number[]) => new Set(units.map((unit) => clusters[unit]!)).size;
  const treatedClusters = of(used.map(({ unit }) => unit));
  const fewer = Math.min(treatedClusters, of(pairs.map(({ match }) => match)));
  if (fewer < 2) return null;
  const variance = varianceOf(
    pairs.map(({ unit, match, gap, share }) => {
      return { treated: clusters[unit]!, other: clusters[match]!, psi: share * (gap - estimate) };
    }),
    clusterNumbers(clusters),
  );
  const { cr0: se, low, high, p } = clusterError(estimate, variance, { factor: 1, clusters: fewer });
  const rowsOf = (some: readonly Compared[]) => some.reduce((sum, { rows }) => sum + rows, 0);
  return {
    ...{ estimate, se, low, high, p, rows: rowsOf(used), units: used.length, clusters: treatedClusters },
    dropped: rowsOf(compared) - rowsOf(used),
  };
}

/** A treated unit with its treated rows within the weeks compared, and its difference with each match. */
interface Compared {
  unit: number;
  rows: number;
  weight: number;
  gaps: { match: number; gap: number }[];
}

/** Weeks `from` up to, not including, `start`; and from it up to, not including, `end`. */
interface Window {
  from: number;
  start: number;
  end: number;
}

/** A unit with the mean it is matched on. */
interface Scored {
  unit: number;
  mean: number;
}

function comparedUnits(staggered: Staggered, strata: Int32Array): Compared[] {
  const { panel, start } = staggered;
  const units = Array.from(start, (_, unit) => unit);
  const inStratum = grouped(units, (unit) => strata[unit]!);
  const treated = units.filter((unit) => start[unit]! < panel.times);
  // Units of a stratum that start together are compared with the same others over the same weeks.
  const together = grouped(treated, (unit) => strata[unit]! * panel.times + start[unit]!);
  return [...together.values()].flatMap((group) => {
    const [first] = group;
    const window = windowOf(panel, start[first!]!);
    const candidates = inStratum
      .get(strata[first!]!)!
      .filter((unit) => start[unit]! >= window.end)
      .flatMap((unit) => scored(staggered, unit, window) ?? [])
      .sort((one, other) => one.mean - other.mean || one.unit - other.unit);
    return group.map((unit) => compare(staggered, unit, candidates, window));
  });
}

function grouped(units: readonly number[], keyOf: (unit: number) => number): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (const unit of units) {
    const group = groups.get(keyOf(unit));
    if (group) group.push(unit);
    else groups.set(keyOf(unit), [unit]);
  }
  return groups;
}

const windowOf = ({ times }: Panel, start: number): Window => ({
  from: Math.max(0, start - WEEKS_BEFORE),
  start,
  end: Math.min(times, start + WEEKS_SINCE + 1),
});

/** The mean of a unit before the start; null when it is not seen then. */
function scored({ panel, y }: Staggered, unit: number, { from, start }: Window): Scored | null {
  let [sum, total] = [0, 0];
  const end = rowAt(panel, unit, start);
  for (let row = rowAt(panel, unit, from); row < end; row += 1) {
    if (!(panel.weight[row]! > 0)) continue;
    sum += panel.weight[row]! * y[row]!;
    total += panel.weight[row]!;
  }
  return total > 0 ? { unit, mean: sum / total } : null;
}

/** The first row of a unit at this time or later. */
function rowAt({ from, time }: Panel, unit: number, at: number): number {
  let [low, high] = [from[unit]!, from[unit + 1]!];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (time[middle]! < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function compare(staggered: Staggered, unit: number, candidates: readonly Scored[], window: Window): Compared {
  const { panel } = staggered;
  let [rows, weight] = [0, 0];
  const end = rowAt(panel, unit, window.end);
  for (let row = firstTreated(staggered, unit); row < end; row += 1) {
    if (!(panel.weight[row]! > 0)) continue;
    rows += 1;
    weight += panel.weight[row]!;
  }
  const gaps: Compared['gaps'] = [];
  const own = scored(staggered, unit, window);
  if (own === null || rows === 0) return { unit, rows, weight, gaps };
  for (const match of nearestFirst(candidates, own.mean)) {
    const gap = gapOf(staggered, unit, match, window);
    if (gap !== null) gaps.push({ match, gap });
    if (gaps.length === MATCHES) break;
  }
  return { unit, rows, weight, gaps };
}

/** Units in the order of how near their mean is, from a list that ascends by it; of two as near the lower first. */
function* nearestFirst(candidates: readonly Scored[], mean: number): Generator<number> {
  let above = candidates.findIndex((candidate) => candidate.mean >= mean);
  if (above < 0) above = candidates.length;
  let below = above - 1;
  while (below >= 0 || above < candidates.length) {
    const [down, up] = [candidates[below], candidates[above]];
    const downwards = up === undefined || (down !== undefined && mean - down.mean <= up.mean - mean);
    yield downwards ? candidates[below--]!.unit : candidates[above++]!.unit;
  }
}

/** d_bm; null when the two are not seen together both before the start and since. */
function gapOf({ panel, y }: Staggered, unit: number, match: number, { from, start, end }: Window): number | null {
  const { time, weight } = panel;
  const [sums, totals] = [
    [0, 0],
    [0, 0],
  ];
  const until = rowAt(panel, unit, end);
  let other = rowAt(panel, match, from);
  for (let row = rowAt(panel, unit, from); row < until; row += 1) {
    while (other < panel.from[match + 1]! && time[other]! < time[row]!) other += 1;
    if (other >= panel.from[match + 1]! || time[other]! !== time[row]!) continue;
    const both = weight[row]! * weight[other]!;
    if (!(both > 0)) continue;
    const [place, share] = [time[row]! < start ? 0 : 1, both / (weight[row]! + weight[other]!)];
    totals[place]! += share;
    sums[place]! += share * (y[row]! - y[other]!);
  }
  return totals[0]! > 0 && totals[1]! > 0 ? sums[1]! / totals[1]! - sums[0]! / totals[0]! : null;
}

/** A pair by the clusters of its treated unit and of its match. */
interface PairPull {
  treated: number;
  other: number;
  psi: number;
}

function varianceOf(pairs: readonly PairPull[], numbers: number): number {
  const [either, ofTreated, between] = [
    new Float64Array(numbers),
    new Float64Array(numbers),
    new Map<number, number>(),
  ];
  for (const { treated, other, psi } of pairs) {
    either[treated]! += psi;
    ofTreated[treated]! += psi;
    if (treated === other) continue;
    either[other]! += psi;
    const two = Math.min(treated, other) * numbers + Math.max(treated, other);
    between.set(two, (between.get(two) ?? 0) + psi);
  }
  const squares = (all: Iterable<number>) => [...all].reduce((sum, one) => sum + one * one, 0);
  return Math.max(squares(either) - squares(between.values()), squares(ofTreated));
}
