/** The estimators by the names that --estimator takes. */
import { RuleBroken } from '../../platform/errors.js';
import { rowsOf } from '../../statistics/panel/panel.js';
import type { EstimateDocument } from './estimate-document.js';
import type { ReadPanel } from './read-panel.js';
import { imputed, leads, weekByWeek } from './staggered-estimates.js';
import { twfe } from './twfe.js';

const ESTIMATORS = { twfe, imputation: imputed, 'event-study': weekByWeek, leads } satisfies Record<
  string,
  (read: ReadPanel, seed: number) => Omit<EstimateDocument, 'estimator'>
>;

export type EstimatorName = keyof typeof ESTIMATORS;

export const ESTIMATOR_NAMES = Object.keys(ESTIMATORS) as EstimatorName[];

/**
 * What an estimator says of a panel, whose columns it overwrites.
 * @param seed of the draws of the wild bootstrap
 * @throws RuleBroken when the panel is not one that it can say anything of
 */
export function estimateOf(name: EstimatorName, read: ReadPanel, seed: number): EstimateDocument {
  refuseOne(read);
  return { estimator: name, ...ESTIMATORS[name](read, seed) };
}

function refuseOne({ panel, columns }: ReadPanel): void {
  if (rowsOf(panel) === 0) throw new RuleBroken('The file has a heading and no rows below it.');
  const units = new Set<number>();
  const times = new Set<number>();
  for (let unit = 0; unit < panel.units; unit += 1)
    for (let row = panel.from[unit]!; row < panel.from[unit + 1]!; row += 1)
      if (panel.weight[row]! > 0) {
        units.add(unit);
        times.add(panel.time[row]!);
      }
  if (units.size === 0) throw new RuleBroken(`Every weight in “${columns.weight}” is 0: no row takes part.`);
  if (units.size === 1)
    throw new RuleBroken(`There is one unit only in “${columns.unit}”. Effects of units and times need at least two.`);
  if (times.size === 1)
    throw new RuleBroken(`There is one time only in “${columns.time}”. Effects of units and times need at least two.`);
}
