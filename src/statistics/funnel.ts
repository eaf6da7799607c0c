/**
 * Funnel limits for shares, with over-dispersion: how far from the rest a place may be by chance, given its answers and given
 * that places differ anyhow.
 *
 * Spiegelhalter (2005), "Funnel plots for comparing institutional performance", Statistics in Medicine 24, and Spiegelhalter et
 * al. (2012), "Statistical methods for healthcare regulation", JRSS A 175: shares are compared as asin(sqrt(p)), whose standard
 * error is 1 / (2 sqrt n) whatever the share; over-dispersion adds a variance between places, estimated from z scores whose
 * outer tenths are drawn in (winsorised), so that the outliers which the plot is to show do not widen their own limits.
 */
import type { Interval } from './interval.js';
import { criticalZ } from './normal.js';
import type { Share } from './proportion.js';

/** The middle of a funnel (a share) and the variance between places on the scale of asin(sqrt(p)). */
export interface Funnel {
  centre: number;
  between: number;
}

/** The two pairs of limits that a funnel shows. */
export const FUNNEL_LIMITS = { warning: 0.95, action: 0.998 } as const;

/** Of the z scores at either end so many are drawn in to the next one. */
const DRAWN_IN = 0.1;

/**
 * The funnel of places with at least one answer each; `centre` is their pooled share. With weights w_i = 4 n_i and
 * phi = the mean square of the winsorised z scores over I places,
 * between = max(0, (I phi - (I - 1)) / (sum w - sum w² / sum w)) (DerSimonian and Laird 1986).
 * Null when fewer than two places have answers.
 */
export function funnelOf(shares: readonly Share[]): Funnel | null {
  const used = shares.filter(({ n }) => n > 0);
  if (used.length < 2) return null;
  const total = used.reduce((sum, { n }) => sum + n, 0);
  const centre = used.reduce((sum, { hits }) => sum + hits, 0) / total;
  const squares = winsorised(used.map((share) => zOf(share, { centre, between: 0 })));
  const weights = used.map(({ n }) => 4 * n);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const room = sum - weights.reduce((all, weight) => all + weight * weight, 0) / sum;
  const excess = squares.reduce((all, z) => all + z * z, 0) - (used.length - 1);
  return { centre, between: Math.max(0, excess / room) };
}

/** How many standard errors a place lies above the middle (below: negative). Needs n of at least 1. */
export function zOf({ hits, n }: Share, { centre, between }: Funnel): number {
  return (angleOf(hits / n) - angleOf(centre)) / errorAt(n, between);
}

/** Between which shares a place with `n` answers lies with this confidence when it is like the rest. */
export function funnelLimits(funnel: Funnel, n: number, confidence: number): Interval {
  const angle = angleOf(funnel.centre);
  const half = criticalZ(confidence) * errorAt(n, funnel.between);
  return {
    low: Math.sin(Math.max(0, angle - half)) ** 2,
    high: Math.sin(Math.min(Math.PI / 2, angle + half)) ** 2,
  };
}

/** `low` and `high` are outside the limits of 99.8 %, `ratherLow` and `ratherHigh` outside those of 95 % only. */
export type FunnelPlace = 'low' | 'ratherLow' | 'inside' | 'ratherHigh' | 'high';

const angleOf = (share: number) => Math.asin(Math.sqrt(share));
const errorAt = (n: number, between: number) => Math.sqrt(1 / (4 * n) + between);

function winsorised(zs: readonly number[]): number[] {
  const ascending = [...zs].sort((a, b) => a - b);
  const at = Math.floor(DRAWN_IN * zs.length);
  const lowest = ascending[at] ?? 0;
  const highest = ascending[zs.length - 1 - at] ?? 0;
  return zs.map((z) => Math.min(Math.max(z, lowest), highest));
}
