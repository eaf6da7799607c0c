import { seededRandom, shuffled } from '../statistics/seeded-random.js';

/** Draws from one seeded stream, so that the same seed always makes the same network. */
export class Chance {
  private readonly next: () => number;

  constructor(seed: number) {
    this.next = seededRandom(seed);
  }

  /**
   * A stream for one purpose: what is drawn for the people never disturbs what is drawn for the network, nor one week
   * another, whatever is generated and in which order.
   *
   * @example Chance.of(1, 'answers', '2027-02-08')
   */
  static of(seed: number, ...purpose: (string | number)[]): Chance {
    return new Chance(hashed([seed, ...purpose].join('/')));
  }

  /** Uniform on [0, 1). */
  share(): number {
    return this.next();
  }

  /** True with probability `p`. */
  happens(p: number): boolean {
    return this.next() < p;
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.next() * items.length)]!;
  }

  /** An index with probability in proportion to its weight. */
  weighted(weights: readonly number[]): number {
    let total = 0;
    for (const weight of weights) total += weight;
    let left = this.next() * total;
    for (let index = 0; index < weights.length; index += 1) if ((left -= weights[index]!) < 0) return index;
    return 0;
  }

  /** Standard normal (Box and Muller 1958). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
  }

  /** How often something happens that happens `mean` times on average: Knuth's product for few, a rounded normal for many. */
  poisson(mean: number): number {
    if (mean > 40) return Math.max(0, Math.round(mean + Math.sqrt(mean) * this.normal()));
    const limit = Math.exp(-mean);
    let times = 0;
    for (let product = this.next(); product > limit; product *= this.next()) times += 1;
    return times;
  }

  /** Successes in `n` trials. */
  binomial(n: number, p: number): number {
    let successes = 0;
    for (let trial = 0; trial < n; trial += 1) if (this.next() < p) successes += 1;
    return successes;
  }

  shuffle<T>(items: readonly T[]): T[] {
    return shuffled(items, this.next);
  }
}

/** FNV-1a, 32 bits: texts that differ in one character begin streams that have nothing to do with each other. */
function hashed(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
