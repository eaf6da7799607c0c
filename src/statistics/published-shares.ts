/** Published sets of shares that the specs of shrinkage and funnel are held against; facts, typed from the sources. */
import type { Share } from './proportion.js';

const shares = (hits: readonly number[], n: readonly number[]): Share[] =>
  hits.map((x, i) => ({ hits: x, n: n[i] ?? 0 }));
const times = (value: number, count: number): number[] => Array<number>(count).fill(value);

/** Tumours among rats of 70 control groups: Tarone (1982), as table 5.1 of Gelman et al., "Bayesian Data Analysis". */
export const RATS: readonly Share[] = shares(
  [
    ...[...times(0, 14), ...times(1, 8), ...times(2, 9), 1, 5, 2, 5, 3, 2, 7, 7, 3, 3, 2, 9, 10, ...times(4, 7), 10],
    ...[...times(4, 3), 5, 11, 12, 5, 5, 6, 5, ...times(6, 4), 16, 15, 15, 9],
  ],
  [
    ...[...times(20, 7), ...times(19, 4), 18, 18, 17, ...times(20, 4), 19, 19, 18, 18, 25, 24, 23, ...times(20, 6)],
    ...[10, 49, 19, 46, 27, 17, 49, 47, 20, 20, 13, 48, 50, ...times(20, 7), 48, ...times(19, 3), 22, 46, 49, 20, 20],
    ...[23, 19, 22, ...times(20, 3), 52, 46, 47, 24],
  ],
);

/** Deaths after operations on infants in twelve hospitals, A to L: "Surgical" in the examples of BUGS, volume I. */
export const HOSPITALS: readonly Share[] = shares(
  [0, 18, 8, 46, 8, 13, 9, 31, 14, 8, 29, 24],
  [47, 148, 119, 810, 211, 196, 148, 215, 207, 97, 256, 360],
);

/**
 * Deaths within 30 days of open operations on children under one year in twelve centres, 1991 to 1995: the hospital episodes of
 * Aylin et al. (2001), Lancet 358, which found Bristol, here the first, to be an outlier; a funnel in Spiegelhalter (2005).
 */
export const CENTRES: readonly Share[] = shares(
  [41, 25, 24, 23, 25, 42, 24, 53, 26, 25, 58, 31],
  [143, 187, 323, 122, 164, 405, 239, 482, 195, 177, 581, 301],
);

/** Hits of eighteen baseball players in their first 45 at-bats of 1970, the first Clemente: Efron and Morris (1975), table 1. */
export const BATTERS: readonly Share[] = shares(
  [18, 17, 16, 15, 14, 14, 13, 12, 11, 11, ...times(10, 5), 9, 8, 7],
  times(45, 18),
);
