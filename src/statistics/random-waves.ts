/**
 * Who gets a training when, by lot: areas are dealt to waves, and if wished to a comparison that never has it, evenly within
 * strata of areas that are alike. The lot is what later allows to say that the training did it.
 */
import { seededRandom, shuffled } from './seeded-random.js';

/** The wave of clusters that never have the training. */
export const COMPARISON = -1;

export interface Deal {
  waves: number;
  /** Whether one more part, as large as a wave, never has the training. */
  comparison: boolean;
  /** The same seed deals the same clusters in the same way, for good. */
  seed: number;
}

/**
 * The wave of each cluster, from 0, or `COMPARISON`. In each stratum the parts differ by at most one cluster, and so do they
 * over all strata: which part gets one more goes round an order of the parts drawn by lot, from stratum to stratum. So within
 * a stratum each allocation of these sizes is equally likely, and each part equally often the larger one.
 * The lot depends on the order of the clusters: give them in an order that stays (by code, say).
 * @param stratum of each cluster, any numbers
 * @throws RangeError when there is nothing to compare (one part only), or there are more parts than clusters
 */
export function randomWaves(stratum: Int32Array, { waves, comparison, seed }: Deal): Int32Array {
  if (!(Number.isInteger(waves) && waves >= 1)) throw new RangeError('There is at least one wave.');
  const parts = Array.from({ length: waves + (comparison ? 1 : 0) }, (_, part) => (part < waves ? part : COMPARISON));
  if (parts.length < 2) throw new RangeError('One wave needs a comparison beside it.');
  if (parts.length > stratum.length) throw new RangeError('There are more waves than areas to deal to them.');
  const random = seededRandom(seed);
  const turns = shuffled(parts, random);
  const wave = new Int32Array(stratum.length);
  let turn = 0;
  for (const members of membersOf(stratum)) {
    // Whole rounds hold every part once, so going on where the last stratum ended keeps the parts even in both.
    const dealt = members.map((_, at) => turns[(turn + at) % turns.length]!);
    turn += members.length;
    shuffled(dealt, random).forEach((part, at) => (wave[members[at]!] = part));
  }
  return wave;
}

/**
 * Strata of like score within each group (size within region, say): the clusters of a group by ascending score, cut into
 * `cuts` lots that differ by at most one cluster. Equal scores keep the order in which they came. Numbered from 0, lowest
 * scores of the first group first.
 * @throws RangeError when a score is no number, or `cuts` is not a whole number above zero
 */
export function strataByScore(
  score: Float64Array,
  cuts: number,
  group: Int32Array = new Int32Array(score.length),
): Int32Array {
  if (!(Number.isInteger(cuts) && cuts >= 1)) throw new RangeError('Strata are cut into a whole number of lots.');
  if (!score.every(Number.isFinite)) throw new RangeError('Every area needs a score to be sorted by.');
  const stratum = new Int32Array(score.length);
  membersOf(group).forEach((members, place) => {
    const ascending = [...members].sort((a, b) => score[a]! - score[b]! || a - b);
    ascending.forEach((cluster, rank) => {
      stratum[cluster] = place * cuts + Math.floor((rank * cuts) / ascending.length);
    });
  });
  return stratum;
}

/** The places of each value, values ascending: the members of each stratum. */
export function membersOf(values: Int32Array): number[][] {
  const members = new Map<number, number[]>();
  values.forEach((value, at) => {
    const own = members.get(value);
    if (own === undefined) members.set(value, [at]);
    else own.push(at);
  });
  return [...members].sort(([a], [b]) => a - b).map(([, places]) => places);
}
