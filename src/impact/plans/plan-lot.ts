/**
 * Which area gets a training when, by lot. The lot follows from what was chosen and from the network alone, so what somebody
 * looks at is what is made, and it cannot be drawn again until it pleases.
 */
import { createHash } from 'node:crypto';
import { COMPARISON, membersOf, randomWaves, strataByScore } from '../../statistics/random-waves.js';
import type { DealtArea, DrawnPlan, PlanChoice } from './wave-plan.js';

/** An area before the lot. */
export interface AreaToDeal {
  areaId: number;
  regionId: number;
  /** What its customers said before, any unit; null where nobody answered. */
  score: number | null;
  unitIds: readonly number[];
}

type Dealing = Pick<PlanChoice, 'courseId' | 'firstMonday' | 'waves' | 'comparison'>;

/** Waves, and the comparison if there is one. */
export const partsOf = ({ waves, comparison }: Pick<PlanChoice, 'waves' | 'comparison'>): number =>
  waves + (comparison ? 1 : 0);

/**
 * The lot of a plan.
 * @param areas in an order that stays (by code)
 * @throws RangeError when there are fewer areas than parts, or one part only
 */
export function drawPlan(choice: PlanChoice, areas: readonly AreaToDeal[]): DrawnPlan {
  return { ...choice, seed: seedOf(choice), areas: dealtAreas(choice, areas) };
}

/** Whole and below 2^32. Nothing that could be changed without changing the training itself goes in: no title, no reason. */
export function seedOf({ courseId, firstMonday }: Pick<PlanChoice, 'courseId' | 'firstMonday'>): number {
  return createHash('sha256')
    .update(JSON.stringify([courseId, firstMonday]))
    .digest()
    .readUInt32BE();
}

export function dealtAreas(choice: Dealing, areas: readonly AreaToDeal[]): DealtArea[] {
  const stratum = strataOf(areas, partsOf(choice));
  const wave = randomWaves(stratum, { ...choice, seed: seedOf(choice) });
  return areas.map(({ areaId, unitIds }, at) => ({
    ...{ areaId, unitIds, stratum: stratum[at]! },
    wave: wave[at] === COMPARISON ? null : wave[at]!,
  }));
}

/** The wave of each area as the formulas know it: from 0, and `COMPARISON`. */
export const wavesOf = (areas: readonly Pick<DealtArea, 'wave'>[]): Int32Array =>
  Int32Array.from(areas, ({ wave }) => wave ?? COMPARISON);

/**
 * Which lot somebody looked at: the same text is the same areas, with the same units, in the same waves. Between a look and
 * the making of a plan a unit may move, or a week of answers may close.
 */
export function lotVersion({ seed, areas }: Pick<DrawnPlan, 'seed' | 'areas'>): string {
  const dealt = areas.map(({ areaId, stratum, wave, unitIds }) => [areaId, stratum, wave, unitIds]);
  return createHash('sha256')
    .update(JSON.stringify([seed, dealt]))
    .digest('hex')
    .slice(0, 16);
}

/**
 * Areas that are alike: those of a region, cut by their scores into lots with about one area for each part. Regions with
 * fewer areas than parts are taken together, and an area in which nobody answered stands at the mean of the others.
 */
export function strataOf(areas: readonly AreaToDeal[], parts: number): Int32Array {
  const group = groupsOf(areas, parts);
  const groups = membersOf(group).length;
  const cuts = Math.min(Math.max(Math.floor(areas.length / groups / parts), 1), MOST_CUTS);
  const known = areas.flatMap(({ score }) => (score === null ? [] : [score]));
  const mean = known.length === 0 ? 0 : known.reduce((sum, score) => sum + score, 0) / known.length;
  return strataByScore(
    Float64Array.from(areas, ({ score }) => score ?? mean),
    cuts,
    group,
  );
}

/** More would not make the parts more alike. */
const MOST_CUTS = 4;
/** Where the areas of small regions go. */
const TOGETHER = -1;

function groupsOf(areas: readonly AreaToDeal[], parts: number): Int32Array {
  const group = Int32Array.from(areas, ({ regionId }) => regionId);
  for (const members of membersOf(group))
    if (members.length < parts) members.forEach((member) => (group[member] = TOGETHER));
  return group;
}
