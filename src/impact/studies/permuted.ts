/**
 * The effect of a lot beside the lots that were not drawn (product/impact.md, estimator 5): the starts of the areas are dealt
 * anew within the strata of the lot, on the panel of areas by week, and the headline's estimator is asked each time.
 */
import { clusterPanel } from '../../statistics/panel/cluster-panel.js';
import { imputationByStart } from '../../statistics/panel/estimates-by-start.js';
import { amongLots, dealtAnew, type Restarted } from '../../statistics/permutation.js';
import type { StudyPanel } from '../panel/study-panel.js';
import type { PermutationFinding } from './findings.js';

/** After so many lots somebody may stop the work. */
const LOTS_AT_ONCE = 25;

/**
 * Null when the estimator says nothing of the lot that was drawn, as before its first wave.
 * @param stratum of each area of the panel
 * @param pause called between lots
 */
export async function permuted(
  { panel, y, start, area, areaIds }: StudyPanel,
  stratum: Int32Array,
  seed: number,
  pause: () => Promise<void>,
): Promise<PermutationFinding | null> {
  const areas = areaIds.length;
  const startOfArea = new Int32Array(areas);
  area.forEach((own, unit) => (startOfArea[own] = start[unit]!));
  const cells = clusterPanel(panel, y, area, areas);
  const estimate = imputationByStart(cells.panel, cells.y, startOfArea);
  const own = estimate(startOfArea);
  if (!Number.isFinite(own.outcome) || !Number.isFinite(own.treatment)) return null;
  const lots: Restarted[] = [];
  for (const [at, dealt] of dealtAnew(startOfArea, { stratum, seed }).entries()) {
    if (at % LOTS_AT_ONCE === 0) await pause();
    lots.push(estimate(dealt));
  }
  const { value, low, high, p, placebos } = amongLots(own, lots);
  return { estimate: value, low, high, p, draws: placebos };
}
