import { type Driver, DRIVERS } from '../../platform/drivers.js';
import { discoveries } from '../../statistics/false-discovery.js';
import { imputation } from '../../statistics/panel/imputation.js';
import type { StudyPanel } from '../panel/study-panel.js';
import type { DriverFinding, Effect } from './findings.js';
import { clustersOf } from './panel-facts.js';
import type { Study } from './study.js';

interface Asked {
  study: Study;
  driver(driver: Driver): Promise<StudyPanel>;
  step(phase: 'drivers'): Promise<void>;
}

/**
 * The effect on each of the six drivers beside the primary outcome, one panel at a time. Six looks are six chances to be
 * fooled: which of them are clear is decided over all of them (Benjamini and Hochberg; product/impact.md, estimator 6). A driver
 * that is the primary outcome stands there already and is not asked again.
 */
export async function driversOf({ study, driver, step }: Asked): Promise<DriverFinding[]> {
  const found: { driver: Driver; effect: Effect }[] = [];
  for (const one of DRIVERS.filter((driver) => driver !== study.metric)) {
    await step('drivers');
    const secondary = await driver(one);
    const { panel, y, start } = secondary;
    const { att, dropped } = imputation({ panel, y, start, clusters: clustersOf(secondary, study.clusterLevel) });
    if (att !== null) found.push({ driver: one, effect: { ...att, dropped } });
  }
  const clear = discoveries(found.map(({ effect }) => effect.p));
  return found.map((finding, at) => ({ ...finding, clear: clear[at]! }));
}
