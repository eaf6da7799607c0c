/**
 * How sure an importance is: a bootstrap over places. Customers of one place resemble each other, so whole places are drawn
 * (Davison and Hinkley 1997, "Bootstrap methods and their application", 3.8); the sums of each place are enough for that, and
 * no answer is read again.
 */
import { importanceOf, sumsFor } from './importance.js';
import { CONFIDENCE, type Interval } from './interval.js';
import { seededRandom } from './seeded-random.js';

export interface ImportanceInterval {
  /** Of each predictor's share, in their order. */
  shares: Interval[];
  /** Whether the predictor with the largest share carries more than each of the others, all differences at once. */
  clearlyFirst: boolean;
}

/** Drawn places a round and rounds; a thousand rounds are what a 95 % percentile interval is usually given. */
const ROUNDS = 1000;

/**
 * @param places the sums of all places one after the other, `sumsFor(predictors)` numbers each
 * @returns null when fewer than two places are there, or when nothing is explained in a round
 */
export function importanceInterval(
  places: Float64Array,
  predictors: number,
  { rounds = ROUNDS, seed = 1, confidence = CONFIDENCE } = {},
): ImportanceInterval | null {
  const length = sumsFor(predictors);
  const count = places.length / length;
  if (count < 2) return null;
  const random = seededRandom(seed);
  const drawn: number[][] = [];
  for (let round = 0; round < rounds; round += 1) {
    const found = importanceOf(sumsOfDrawn(places, length, count, random), predictors);
    if (found === null) return null;
    drawn.push(found.shares);
  }
  const column = (of: (shares: number[]) => number) => drawn.map(of).sort((a, b) => a - b);
  const shares = Array.from({ length: predictors }, (_, one) =>
    middleOf(
      column((row) => row[one]!),
      confidence,
    ),
  );
  const means = shares.map((_, one) => drawn.reduce((sum, row) => sum + row[one]!, 0));
  const first = means.indexOf(Math.max(...means));
  const lead = column((row) => row[first]! - Math.max(...row.filter((_, one) => one !== first)));
  return { shares, clearlyFirst: predictors > 1 && middleOf(lead, confidence).low > 0 };
}

/** As many places as there are, drawn with replacement, added up. */
function sumsOfDrawn(places: Float64Array, length: number, count: number, random: () => number): Float64Array {
  const sums = new Float64Array(length);
  for (let draw = 0; draw < count; draw += 1) {
    const from = Math.floor(random() * count) * length;
    for (let k = 0; k < length; k += 1) sums[k]! += places[from + k]!;
  }
  return sums;
}

/** The percentile interval of ascending values. */
function middleOf(ascending: readonly number[], confidence: number): Interval {
  const tail = (1 - confidence) / 2;
  const at = (share: number) => ascending[Math.min(ascending.length - 1, Math.floor(share * ascending.length))] ?? 0;
  return { low: at(tail), high: at(1 - tail) };
}
