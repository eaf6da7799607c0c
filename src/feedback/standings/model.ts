/**
 * What all units of a kind have in common at a closed week, and what that says about each of them.
 *
 * A unit is drawn towards the mean of its area, since neighbours share customers, transport and a manager; where its area holds
 * too few to know that mean, towards the mean of its kind in the network. Either way by beta-binomial empirical Bayes
 * (statistics/shrinkage.ts): how much units differ within areas is learned from all areas together, because one area is too few
 * to learn it from. The funnel is that of the kind in the whole network on every page, so that "clearly below" is one and the
 * same thing for the branch, its area and the CEO.
 */
import { type Funnel, funnelOf, zOf } from '../../statistics/funnel.js';
import type { Share } from '../../statistics/proportion.js';
import { correlationWithin, type SharePrior, shrunk } from '../../statistics/shrinkage.js';
import type { Fair } from '../metrics/fair.js';
import { FEWEST_FOR_A_SCORE } from '../metrics/score.js';
import { groupedBy } from '../../platform/grouped-by.js';

export interface Compared extends Share {
  areaId: number;
}

export interface StandingModel {
  /** Units with answers, and their answers. */
  units: number;
  answers: number;
  /** Middle of the funnel, a share, and its over-dispersion. */
  funnel: Funnel;
  /** Intra-class correlation of all units, and of those of one area. */
  correlation: number;
  withinAreas: number;
}

/** Of a kind with fewer units that answer nothing is said: nobody knows how such units differ. */
export const FEWEST_UNITS = 10;
/** An area's own mean is believed from so many of its units on, */
const FEWEST_IN_AREA = 10;
/** with so many answers together: its standard error is below three points then. */
const FEWEST_ANSWERS_IN_AREA = 300;

/** Null where fewer than ten units answer, or all of them say the same. */
export function modelOf(all: readonly Compared[]): StandingModel | null {
  const used = all.filter(({ n }) => n > 0);
  const funnel = funnelOf(used);
  const correlation = correlationWithin([used]);
  if (used.length < FEWEST_UNITS || funnel === null || correlation === null) return null;
  const areas = [...groupedBy(used, ({ areaId }) => areaId).values()];
  const withinAreas = correlationWithin(areas) ?? correlation;
  return { units: used.length, answers: total(used), funnel, correlation, withinAreas };
}

/** The mean that each area's units are drawn to, with how much they differ around it; areas too small are absent. */
export function areaPriors(all: readonly Compared[], { withinAreas }: StandingModel): Map<number, SharePrior> {
  const priors = new Map<number, SharePrior>();
  for (const [areaId, units] of groupedBy(all, ({ areaId: id }) => id)) {
    const used = units.filter(({ n }) => n > 0);
    const answers = total(used);
    const hits = used.reduce((sum, unit) => sum + unit.hits, 0);
    const known = used.length >= FEWEST_IN_AREA && answers >= FEWEST_ANSWERS_IN_AREA && hits > 0 && hits < answers;
    if (known) priors.set(areaId, { mean: hits / answers, correlation: withinAreas });
  }
  return priors;
}

/** Null for a unit with too few answers for a score: a count is all that is told of it. */
export function fairOf(unit: Compared, model: StandingModel, priors: ReadonlyMap<number, SharePrior>): Fair | null {
  if (unit.n < FEWEST_FOR_A_SCORE) return null;
  const prior = priors.get(unit.areaId) ?? { mean: model.funnel.centre, correlation: model.correlation };
  const { value, low, high } = shrunk(unit, prior);
  return { value: inPoints(value), low: inPoints(low), high: inPoints(high), z: rounded(zOf(unit, model.funnel)) };
}

const total = (shares: readonly Share[]) => shares.reduce((sum, { n }) => sum + n, 0);

/** To hundredths, so that a model that hardly moved changes hardly any row. */
const inPoints = (share: number) => rounded(share * 100);
const rounded = (value: number) => Math.round(value * 100) / 100;
