/** The estimators for staggered starts, of a read panel: imputation, weeks on either side of the start, and their test. */
import { RuleBroken } from '../../platform/errors.js';
import { eventStudy, FIRST_WEEK } from '../../statistics/panel/event-study.js';
import { imputation, type ImputedEffect, LEAST_CLUSTERS } from '../../statistics/panel/imputation.js';
import { LEADS, leadsTest } from '../../statistics/panel/leads.js';
import { type PreWeek, preWeekFit } from '../../statistics/panel/pre-weeks.js';
import { untreatedFit } from '../../statistics/panel/staggered.js';
import { type EstimateDocument, figures, namedDropped, saysDropped, type StudyEstimate } from './estimate-document.js';
import type { ReadPanel } from './read-panel.js';
import { staggeredPanel } from './staggered-panel.js';

type Answer = Omit<EstimateDocument, 'estimator'>;

/** @throws RuleBroken when there is no effect to be had. Overwrites the covariates. */
export function imputed(read: ReadPanel): Answer {
  const staggered = staggeredPanel(read);
  const { att, ...found } = imputation(staggered, { covariates: read.covariates });
  if (att === null) throw new RuleBroken(whyNoEffect(found.clusters));
  const names = read.columns.covariates;
  const columns = namedDropped(found.droppedColumns, names);
  return {
    n: found.rows + att.rows,
    clusters: found.clusters,
    dropped: { rows: found.dropped + weightless(read), columns, weeks: [] },
    convention: found.convention,
    estimates: [{ name: 'att', ...ofImputed(att) }, ...found.weeks.map((week) => byWeek(week.week, ofImputed(week)))],
    ...(names.length > 0 && {
      covariates: found.slopes.map(({ column, estimate }) => ({ name: names[column]!, estimate })),
    }),
    messages: [...columns.map(saysDropped), ...saysUnknown(found.dropped), ...saysFew(found.weeks.length)],
  };
}

/** @throws RuleBroken when no week can be shown */
export function weekByWeek(read: ReadPanel): Answer {
  const staggered = staggeredPanel(withoutCovariates(read, 'event-study'));
  const fit = untreatedFit(staggered);
  const found = imputation(staggered, { fit });
  const before = preWeekFit(staggered, fit, FIRST_WEEK);
  const { weeks, dropped, convention } = eventStudy(staggered, { fit, imputed: found, before });
  if (weeks.length === 0)
    throw new RuleBroken(`No week since the start has rows of at least ${LEAST_CLUSTERS} clusters, so none is shown.`);
  const errors = new Map((before.weeks ?? []).map((week) => [week.week, ofPreWeek(week)]));
  return {
    n: found.rows + (found.att?.rows ?? 0),
    clusters: found.clusters,
    dropped: { rows: found.dropped + weightless(read), columns: [], weeks: dropped },
    convention,
    estimates: weeks.map((week) => byWeek(week.week, errors.get(week.week) ?? ofImputed(week))),
    messages: [...saysWeeks(dropped), ...saysUnknown(found.dropped), ...saysFew(found.weeks.length)],
  };
}

/** @throws RuleBroken when the weeks before the start cannot be tested */
export function leads(read: ReadPanel, seed: number): Answer {
  const staggered = staggeredPanel(withoutCovariates(read, 'leads'));
  const found = leadsTest(staggered, { seed });
  if (found === null)
    throw new RuleBroken(
      `The ${LEADS} weeks before the start cannot be tested: that takes untreated rows in them, ` +
        'and more clusters with such rows than weeks.',
    );
  const { method, statistic, freedom, p, pByF, draws } = found;
  return {
    n: found.rows,
    clusters: found.clusters,
    dropped: { rows: weightless(read), columns: [], weeks: found.dropped },
    convention: found.convention,
    estimates: found.weeks.map((week) => byWeek(week.week, ofPreWeek(week))),
    test: { method, statistic, freedom, p, pByF, draws },
    messages: saysWeeks(found.dropped),
  };
}

function whyNoEffect(clusters: number): string {
  if (clusters < 2) return 'All rows are in one cluster, and errors by cluster need at least two.';
  return (
    'Of no treated row can be said what it would have been: its unit needs rows before the start, and its time rows of units ' +
    'that have not started by then, or never do.'
  );
}

function withoutCovariates(read: ReadPanel, estimator: string): ReadPanel {
  if (read.covariates.length > 0)
    throw new RuleBroken(`--covariates goes with twfe and imputation. Leave it out for ${estimator}.`);
  return read;
}

type Figures = Omit<StudyEstimate, 'name'>;

const ofImputed = (effect: Omit<ImputedEffect, 'week'>): Figures => ({
  estimate: effect.estimate,
  se: { cr0: effect.se, cr1: null },
  ...{ low: effect.low, high: effect.high, p: effect.p },
  ...{ rows: effect.rows, units: effect.units, clusters: effect.clusters },
});

const ofPreWeek = ({ estimate, error, rows, units, clusters }: PreWeek): Figures => ({
  ...figures(estimate, error),
  ...{ rows, units, clusters },
});

const byWeek = (week: number, found: Figures): StudyEstimate => ({ name: `week ${week}`, week, ...found });

const weightless = ({ panel }: ReadPanel) => panel.weight.reduce((many, weight) => (weight > 0 ? many : many + 1), 0);

const number = (value: number) => value.toLocaleString('en-GB');

const saysUnknown = (rows: number): string[] =>
  rows === 0 ? [] : [`Treated rows dropped: ${number(rows)}. No untreated rows tell of their unit, or of their time.`];

const saysWeeks = (weeks: readonly number[]): string[] =>
  weeks.length === 0
    ? []
    : [
        `Weeks without a coefficient: ${weeks.join(', ')}. They have no rows, or effects and nearer weeks say all they say.`,
      ];

const saysFew = (weeks: number): string[] =>
  weeks > 0 ? [] : [`No week since the start is shown: none has rows of at least ${LEAST_CLUSTERS} clusters.`];
