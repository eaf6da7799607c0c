/**
 * From the panel of a study to its findings: whether there is enough, then the estimators of product/impact.md one after the
 * other. Nothing is read or kept here; `step` is told what comes next and may end the work by throwing.
 */
import { type Driver } from '../../platform/drivers.js';
import { eventStudy } from '../../statistics/panel/event-study.js';
import { imputation, type Imputation, LEAST_CLUSTERS } from '../../statistics/panel/imputation.js';
import { type LeadsTest, leadsTest } from '../../statistics/panel/leads.js';
import { matchedComparison } from '../../statistics/panel/matched-comparison.js';
import { DONUT_WEEKS, type Staggered, untreatedFit } from '../../statistics/panel/staggered.js';
import { startPlacebos } from '../../statistics/start-placebos.js';
import type { StudyPanel } from '../panel/study-panel.js';
import type { Starts } from '../panel/study-panels.service.js';
import { associationOf } from './association.js';
import { beforeAndAfter } from './before-and-after.js';
import { driversOf } from './drivers-moved.js';
import type { Effect, LeadsFinding, StartPlacebo, StudyFindings } from './findings.js';
import { notEnoughOf } from './not-enough.js';
import { clustersOf, panelFacts } from './panel-facts.js';
import { permuted } from './permuted.js';
import { type Sides, sidesOf } from './sides.js';
import type { Study } from './study.js';
import { LEADS_REJECTED } from './verdict.js';

/** What the work is busy with, in this order. */
export const PHASES = ['reading', 'effect', 'leads', 'placebos', 'lots', 'drivers'] as const;
export type Phase = (typeof PHASES)[number];

export interface Work {
  study: Study;
  primary: StudyPanel;
  starts: Starts;
  /** The same panel for the score of one driver. */
  driver(driver: Driver): Promise<StudyPanel>;
  step(phase: Phase): Promise<void>;
}

export async function workOut(work: Work): Promise<StudyFindings> {
  const { study, primary } = work;
  const clusters = clustersOf(primary, study.clusterLevel);
  const sides = sidesOf(primary, clusters);
  const without = withoutEffect(work, sides);
  if (without.notEnough !== null || sides.untrained + sides.starts.length < 2) return without;
  const staggered: Staggered = { panel: primary.panel, y: primary.y, start: primary.start, clusters };
  const headline = await headlineOf(work, staggered, sides);
  if (headline === null) return without;
  await work.step('lots');
  const permutation = study.wavePlanId === null ? null : await permutationOf(work);
  await work.step('drivers');
  const drivers = await driversOf(work);
  const { association, convention } = associationOf(staggered);
  return {
    ...without,
    ...headline,
    permutation,
    drivers,
    association,
    conventions: [...headline.conventions, convention],
  };
}

/** What can be said of any panel. */
function withoutEffect(work: Work, sides: Sides): StudyFindings {
  const { study, primary } = work;
  return {
    format: 1,
    byLot: study.wavePlanId !== null,
    panel: panelFacts(sides, study.weeks.from),
    notEnough: notEnoughOf(primary, sides, { ...study.weeks, lot: lotOf(work) }),
    ...{ effect: null, permutation: null, weeksSince: [], leads: null, placebos: [], donut: null, matched: null },
    ...{ association: null, drivers: [], beforeAfter: beforeAndAfter(primary), conventions: [] },
  };
}

/** Where units of the lot start, also in weeks that are still to come. */
function lotOf({ study, starts }: Work): number[] | null {
  return study.wavePlanId === null ? null : starts.places();
}

/** The effect, week by week as well, and the checks that it has to pass. Null when nothing can be worked out. */
async function headlineOf({ study, primary, step }: Work, staggered: Staggered, { trainedClusters }: Sides) {
  await step('effect');
  const fit = untreatedFit(staggered);
  // With a lot of few areas the week by week ends where the first of them has no such week yet.
  const leastClusters = study.wavePlanId === null ? LEAST_CLUSTERS : Math.min(LEAST_CLUSTERS, trainedClusters);
  const imputed = imputation(staggered, { fit, leastClusters });
  if (imputed.att === null) return null;
  const events = eventStudy(staggered, { fit, imputed, leastClusters });
  await step('leads');
  const leads = leadsTest(staggered, { fit, seed: study.id });
  const moved = leads !== null && leads.p < LEADS_REJECTED;
  await step('placebos');
  return {
    effect: effectOf(imputed),
    weeksSince: events.weeks.map(({ week, estimate, low, high, units, clusters }) => ({
      ...{ week, estimate, low, high, units, clusters },
    })),
    leads: leads && leadsFinding(leads),
    placebos: placebosOf(staggered),
    matched: moved ? matchedComparison(staggered, primary.region) : null,
    donut: moved ? effectOf(imputation(staggered, { fit: untreatedFit(staggered, DONUT_WEEKS) })) : null,
    conventions: [imputed.convention, events.convention, ...(leads ? [leads.convention] : [])],
  };
}

function effectOf({ att, dropped }: Imputation): Effect | null {
  return att && { ...att, dropped };
}

function leadsFinding({ method, statistic, weeks, clusters, p }: LeadsTest): LeadsFinding {
  return { method, statistic, weeks: weeks.length, clusters, p };
}

function placebosOf({ panel, y, start, clusters }: Staggered): StartPlacebo[] {
  const estimate = (before: typeof panel, moved: Int32Array) =>
    effectOf(imputation({ panel: before, y, start: moved, clusters }));
  return startPlacebos(panel, start, estimate).map(({ weeks, result }) => ({ weeks, effect: result }));
}

function permutationOf({ study, primary, starts, step }: Work) {
  const stratum = new Int32Array(primary.areaIds.length);
  primary.area.forEach((area, unit) => (stratum[area] = starts.dealt(primary.unitIds[unit]!)?.stratum ?? 0));
  return permuted(primary, stratum, study.id, () => step('lots'));
}
