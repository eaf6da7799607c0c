/**
 * What a study's findings come to: one answer and one grade by rule (product/impact.md, "Wording" and the grades), used by pages,
 * tiles, mails and exports alike. No words here; they are study-words.ts.
 */
import { excludesZero, type Interval } from '../../statistics/interval.js';
import { LEAST_CLUSTERS } from '../../statistics/panel/imputation.js';
import { WEEKS_BACK } from '../../statistics/start-placebos.js';
import type { Missing, StudyFindings } from './findings.js';

/** Below it the leads test says that scores moved before the training (product/impact.md, estimator 3). */
export const LEADS_REJECTED = 0.05;

/**
 * - `notEnough`: too few units or answers to say anything; there may be enough later.
 * - `beforeAndAfterOnly`: nobody to compare with, so no effect can ever be worked out from these units and weeks.
 * - `withheld`: scores moved before the training, or without a lot something shows where nothing had happened: no effect is given.
 * - `clear`: the interval leaves zero out, and areas were dealt by lot or all checks pass.
 * - `association`: the interval leaves zero out, but without a lot a check could not be made. No causal word.
 * - `notClear`: the interval includes zero.
 */
export type VerdictKind = 'notEnough' | 'beforeAndAfterOnly' | 'withheld' | 'clear' | 'association' | 'notClear';

/** A dealt by lot, B not dealt but the checks pass, C association, D before and after only. */
export const GRADES = ['A', 'B', 'C', 'D'] as const;
export type Grade = (typeof GRADES)[number];

/** `unknown`: it could not be made, which is no pass. */
export type Check = 'passed' | 'failed' | 'unknown';

/** The difference that is shown, in points. */
export interface ShownEffect extends Interval {
  estimate: number;
  /** `low` is -Infinity and `high` Infinity where the lots set no limit: such an interval is said and not drawn. */
  low: number;
  high: number;
  p: number;
  /** Whether the interval comes from errors by cluster or from the lots that were not drawn. */
  by: 'clusters' | 'lots';
}

export interface Verdict {
  kind: VerdictKind;
  /** Null with `notEnough`: there is no answer to be graded. A before and after beside any answer is D by itself. */
  grade: Grade | null;
  /** Null where none is given: with `notEnough`, `beforeAndAfterOnly` and `withheld`. */
  effect: ShownEffect | null;
  /** Whether scores were higher with the training; false without an effect. Of `notClear` it says nothing that counts. */
  better: boolean;
  /** Whether scores moved together before the training, and whether nothing shows where nothing had happened. */
  checks: { leads: Check; placebos: Check };
}

/**
 * A group chosen in a bad quarter rises by itself. Eight leads of few units often miss that it was one, the placebo that moves the
 * start back by that quarter sees it: in networks where the weakest were trained first and training did nothing the two
 * together withhold the number that the leads alone would have let pass (test/impact/selection-trap.ts).
 */
export function verdictOf(findings: StudyFindings): Verdict {
  const checks = { leads: leadsCheck(findings), placebos: placebosCheck(findings) };
  const given = shownEffect(findings);
  if (findings.notEnough !== null || given === null) return withoutEffect(findings, checks);
  if (checks.leads === 'failed' || (checks.placebos === 'failed' && !findings.byLot))
    return { kind: 'withheld', grade: 'C', effect: null, better: false, checks };
  const grade = gradeOf(findings.byLot, checks);
  const kind = excludesZero(given) ? (grade === 'C' ? 'association' : 'clear') : 'notClear';
  return { kind, grade, effect: given, better: given.estimate > 0, checks };
}

/** Whether a number or an end of an interval is one: what has no limit is kept as null (JSON knows no infinity). */
export const isLimit = (end: number | null): end is number => end !== null && Number.isFinite(end);

/** Ends without a limit, which are kept as null, as the infinities they are. */
export function withLimits<T extends Interval>(kept: T): T {
  const limit = (end: number | null, none: number) => (isLimit(end) ? end : none);
  return { ...kept, low: limit(kept.low, -Infinity), high: limit(kept.high, Infinity) };
}

/** With a lot and few clusters errors by cluster are not to be trusted, and the lots themselves give the interval. */
function shownEffect({ byLot, effect, permutation }: StudyFindings): ShownEffect | null {
  if (effect === null) return null;
  const lots = byLot && permutation !== null && effect.clusters < LEAST_CLUSTERS;
  const { estimate, low, high, p } = lots ? withLimits(permutation) : effect;
  return { estimate, low, high, p, by: lots ? 'lots' : 'clusters' };
}

function withoutEffect(findings: StudyFindings, checks: Verdict['checks']): Verdict {
  const only = nobodyToCompareWith(findings);
  const nothing = { effect: null, better: false, checks };
  return only ? { kind: 'beforeAndAfterOnly', grade: 'D', ...nothing } : { kind: 'notEnough', grade: null, ...nothing };
}

const BESIDE: readonly Missing['what'][] = ['untrainedUnits', 'answersBeside'];

/** Whether all that is missing are units beside the trained ones, and they will not come. */
function nobodyToCompareWith({ notEnough, beforeAfter }: StudyFindings): boolean {
  if (notEnough === null) return true;
  const { missing, enoughOn } = notEnough;
  return (
    beforeAfter !== null &&
    enoughOn === null &&
    missing.length > 0 &&
    missing.every(({ what }) => BESIDE.includes(what))
  );
}

function leadsCheck({ leads }: StudyFindings): Check {
  if (leads === null) return 'unknown';
  return leads.p < LEADS_REJECTED ? 'failed' : 'passed';
}

/** Both have to be there, and both intervals to include zero. */
function placebosCheck({ placebos }: StudyFindings): Check {
  if (placebos.some(({ effect }) => excludesZero(effect))) return 'failed';
  return WEEKS_BACK.every((back) => placebos.some(({ weeks }) => weeks === back)) ? 'passed' : 'unknown';
}

/** A lot needs no check, and a check that fails in spite of it is named in the cautions. */
function gradeOf(byLot: boolean, { leads, placebos }: Verdict['checks']): Grade {
  if (byLot) return 'A';
  return leads === 'passed' && placebos === 'passed' ? 'B' : 'C';
}
