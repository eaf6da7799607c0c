/** Two-way fixed effects of a read panel: an association, whatever kind of number the treatment is. */
import { RuleBroken } from '../../platform/errors.js';
import { twoWayEstimate } from '../../statistics/panel/two-way-estimate.js';
import { type EstimateDocument, figures, namedDropped, saysDropped } from './estimate-document.js';
import type { ReadPanel } from './read-panel.js';

/** @throws RuleBroken when no column is left to estimate. Overwrites the columns of the panel. */
export function twfe(read: ReadPanel): Omit<EstimateDocument, 'estimator'> {
  const { columns, panel, outcome, treated, covariates, clusters } = read;
  const names = [columns.treated, ...columns.covariates];
  const found = twoWayEstimate(panel, outcome, [treated, ...covariates], clusters);
  const dropped = namedDropped(found.dropped, names);
  const messages = dropped.map(saysDropped);
  if (found.slopes.length === 0) throw new RuleBroken([...messages, 'There is nothing left to estimate.'].join(' '));
  return {
    n: found.rows,
    clusters: found.clusters,
    dropped: { rows: outcome.length - found.rows, columns: dropped, weeks: [] },
    convention: found.convention,
    estimates: found.slopes.map(({ column, estimate, error }) => ({
      name: names[column]!,
      ...figures(estimate, error),
    })),
    messages,
  };
}
