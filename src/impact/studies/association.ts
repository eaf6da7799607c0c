import { treatedFrom } from '../../statistics/panel/estimates-by-start.js';
import type { Staggered } from '../../statistics/panel/staggered.js';
import { twoWayEstimate } from '../../statistics/panel/two-way-estimate.js';
import type { Effect } from './findings.js';

/** Two-way fixed effects beside the headline, for whoever knows it: an association (product/impact.md, estimator 1). */
export function associationOf({ panel, y, start, clusters }: Staggered): {
  association: Effect | null;
  convention: string;
} {
  const treated = treatedFrom(panel, start);
  const [rows, units, of] = treatedCounts(panel, start, clusters);
  const { slopes, convention } = twoWayEstimate(panel, y.slice(), [treated], { of: 'unit', number: clusters });
  const [slope] = slopes;
  if (!slope?.error) return { association: null, convention };
  const { cr1: se, low, high, p } = slope.error;
  return {
    association: { estimate: slope.estimate, se, low, high, p, rows, units, clusters: of, dropped: 0 },
    convention,
  };
}

/** Treated rows, and the units and clusters that have one. */
function treatedCounts({ units, from, time, weight }: Staggered['panel'], start: Int32Array, clusters: Int32Array) {
  let [rows, trained] = [0, 0];
  const seen = new Set<number>();
  for (let unit = 0; unit < units; unit += 1) {
    const before = rows;
    for (let row = from[unit]!; row < from[unit + 1]!; row += 1)
      if (time[row]! >= start[unit]! && weight[row]! > 0) rows += 1;
    if (rows === before) continue;
    trained += 1;
    seen.add(clusters[unit]!);
  }
  return [rows, trained, seen.size] as const;
}
