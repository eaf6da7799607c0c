/**
 * A panel of clusters (areas) made from one of units: a row for each cluster and time at which one of its units was observed.
 * Where whole clusters were assigned by lot, it is these that the lot can be drawn again for, and some hundred clusters are
 * fitted a thousand times in the time in which eleven thousand units are fitted once.
 */
import type { Panel } from './panel.js';

export interface ClusterPanel {
  /** Its units are the clusters; a row weighs what the rows in it weigh together. */
  panel: Panel;
  /** The weighted mean of the outcome, a number a row of `panel`. */
  y: Float64Array;
}

/**
 * Weighted means by cluster and time, y_gt = S w y / S w over the rows of the units of g at t, with S w as their weight. Rows of
 * weight 0 are left out, whatever their y, and so are clusters' times without any others; a cluster may have none left.
 * @param y a number a row of the panel of units
 * @param cluster of each unit, 0 to `clusters` - 1
 * @throws RangeError when a unit is in none of the clusters
 */
export function clusterPanel(unitPanel: Panel, y: Float64Array, cluster: Int32Array, clusters: number): ClusterPanel {
  const { units, times, from, time, weight } = unitPanel;
  const [weights, sums] = [new Float64Array(clusters * times), new Float64Array(clusters * times)];
  for (let unit = 0; unit < units; unit += 1) {
    const own = cluster[unit];
    if (!(own !== undefined && own >= 0 && own < clusters)) throw new RangeError('A unit is in none of the clusters.');
    for (let row = from[unit]!; row < from[unit + 1]!; row += 1) {
      if (!(weight[row]! > 0)) continue;
      const cell = own * times + time[row]!;
      weights[cell]! += weight[row]!;
      sums[cell]! += weight[row]! * y[row]!;
    }
  }
  return rowsOfCells(weights, sums, clusters, times);
}

/** The cells that weigh something, cluster by cluster and their times ascending. */
function rowsOfCells(weights: Float64Array, sums: Float64Array, clusters: number, times: number): ClusterPanel {
  const rows = weights.reduce((many, weight) => (weight > 0 ? many + 1 : many), 0);
  const from = new Int32Array(clusters + 1);
  const time = new Int32Array(rows);
  const [weight, y] = [new Float64Array(rows), new Float64Array(rows)];
  let row = 0;
  for (let cluster = 0; cluster < clusters; cluster += 1) {
    for (let at = 0; at < times; at += 1) {
      const cell = cluster * times + at;
      if (!(weights[cell]! > 0)) continue;
      time[row] = at;
      weight[row] = weights[cell]!;
      y[row] = sums[cell]! / weights[cell]!;
      row += 1;
    }
    from[cluster + 1] = row;
  }
  return { panel: { units: clusters, times, from, time, weight }, y };
}
