/**
 * What a study has found, as it is kept with its run: numbers alone, scores in points and shares from 0 to 1. Whatever is
 * said about it is made when it is shown, in the language of whoever reads it (verdict.ts, study-words.ts).
 */
import type { IsoDate } from '../../platform/dates.js';
import type { Driver } from '../../platform/drivers.js';
import type { Interval } from '../../statistics/interval.js';

/** A difference in points with its 95 % interval, and what it stands on. */
export interface Effect extends Interval {
  estimate: number;
  /** Standard error; the interval is by t with clusters - 1 degrees of freedom. */
  se: number;
  p: number;
  /** Unit-weeks, units and clusters with treatment that the estimate is an average of. */
  rows: number;
  units: number;
  clusters: number;
  /** Treated unit-weeks left out because nothing says what would have been there without. */
  dropped: number;
}

/** What is in the panel. A side is trained in some week, or in none. */
export interface PanelFacts {
  rows: number;
  answers: number;
  units: number;
  trained: number;
  /** Never trained within the weeks. */
  untrained: number;
  /** Trained from the first week on: nothing is known of them from before, so they say nothing. */
  always: number;
  /** Trained, with fewer than 30 answers before their start or since: counted, and named in the cautions. */
  thin: number;
  clusters: number;
  trainedClusters: number;
  /** Mondays on which the first and the last unit began to count as trained. */
  firstStart: IsoDate | null;
  lastStart: IsoDate | null;
  /** How many different weeks units started in. */
  starts: number;
  /** Of trained units: their people asked or reached, average answers a unit before the start and since. */
  answersBefore: number;
  answersSince: number;
  /** Units to compare with: not trained yet when the first were; and their average answers from then until their own start. */
  compared: number;
  answersBeside: number;
}

/** What is missing before an effect can be worked out (product/impact.md, "Not enough data is a proper state"). */
export interface Missing {
  what: 'trainedUnits' | 'untrainedUnits' | 'answersBefore' | 'answersSince' | 'answersBeside';
  have: number;
  need: number;
}

export interface NotEnough {
  missing: Missing[];
  /** The Monday by which there will be enough at the pace of the last 13 weeks; null when that never comes or nobody knows. */
  enoughOn: IsoDate | null;
}

/** The difference in one week since units were trained; negative weeks lie before. */
export interface WeekSince extends Interval {
  week: number;
  estimate: number;
  units: number;
  clusters: number;
}

/** Whether scores moved before training (product/impact.md, estimator 3). */
export interface LeadsFinding {
  method: 'f' | 'wildBootstrap';
  statistic: number;
  /** Weeks before the start that were looked at, such as 8 down to 1, less those that could not be told apart. */
  weeks: number;
  clusters: number;
  p: number;
}

/** The effect as random draws of the same lot would have it (estimator 5); only where areas were dealt by lot. */
export interface PermutationFinding extends Interval {
  estimate: number;
  draws: number;
  p: number;
}

/** What the estimator says where nothing had happened: the start moved back by so many weeks. */
export interface StartPlacebo {
  weeks: number;
  effect: Effect;
}

/** A secondary outcome: its p-value after Benjamini and Hochberg over the six drivers decides whether it is clear. */
export interface DriverFinding {
  driver: Driver;
  effect: Effect;
  clear: boolean;
}

/** The plain score of trained units before and after, with what choosing low branches brings by itself (part 7). */
export interface BeforeAndAfter extends Interval {
  before: number;
  after: number;
  /** After minus before; the interval is about it. */
  change: number;
  /** What all units of the study together, trained or not, did in the same weeks. */
  network: Interval & { change: number };
  /** How many weeks a side at most. */
  weeks: number;
  units: number;
  /** Whether trained units had scored below all others just before: then a rise was to be expected. */
  chosenLow: boolean;
  /** The rise to be expected from that alone, over what all did, in points; the interval is about it. */
  expected: number;
  expectedLow: number;
  expectedHigh: number;
}

export interface StudyFindings {
  format: 1;
  /** Whether areas were dealt to waves by lot. */
  byLot: boolean;
  panel: PanelFacts;
  /** Not null when an effect is not worked out at all; then only `panel` and `beforeAfter` say something. */
  notEnough: NotEnough | null;
  /** Imputation, the headline; null without units to compare with. */
  effect: Effect | null;
  permutation: PermutationFinding | null;
  /** Ascending by week, -12 to +26, as far as 30 clusters remain (all of them, where a lot has fewer). */
  weeksSince: WeekSince[];
  leads: LeadsFinding | null;
  placebos: StartPlacebo[];
  /** Without the last four weeks before training, and against matched units: only where scores moved before training. */
  donut: Effect | null;
  matched: Effect | null;
  /** Two-way fixed effects: an association. */
  association: Effect | null;
  drivers: DriverFinding[];
  beforeAfter: BeforeAndAfter | null;
  /** How errors were worked out, in the words of the estimators (English), for the method note. */
  conventions: string[];
}
