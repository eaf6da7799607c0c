/** Whether scores moved before the treatment: then what they did after it is no effect of it. */
import { fTail } from '../f-distribution.js';
import { smallSampleFactor } from './cluster-error.js';
import { type PreWeek, preWeekFit, type PreWeeks } from './pre-weeks.js';
import { type Staggered, untreatedFit } from './staggered.js';
import type { TwoWay } from './two-way.js';
import { waldOf } from './wald.js';
import { wildBootstrap } from './wild-bootstrap.js';

/** The weeks that are tested are -1 back to this many before the start. */
export const LEADS = 8;
/** From so many clusters on the F distribution is trusted; below it the wild cluster bootstrap is. */
export const TRUSTED_FROM = 300;

export interface LeadsTest {
  method: 'f' | 'wildBootstrap';
  /** F, the Wald statistic by its number of weeks. */
  statistic: number;
  /** How many weeks are tested, and clusters - 1. */
  freedom: [number, number];
  p: number;
  /** The p-value by F, whatever `method` is. */
  pByF: number;
  /** Draws of the bootstrap; 0 when F is trusted. */
  draws: number;
  rows: number;
  clusters: number;
  /** The weeks that are tested, -1 first, and those that could not be. */
  weeks: PreWeek[];
  dropped: number[];
  convention: string;
}

export interface LeadsOptions {
  /** `untreatedFit` of the same panel, when it is there already or leaves rows before the start out. */
  fit?: TwoWay;
  /** Of the bootstrap. */
  seed?: number;
  draws?: number;
  /** In place of TRUSTED_FROM. */
  trustedFrom?: number;
}

/**
 * On untreated rows y = a_b + l_t + a coefficient for each of the weeks -8 to -1 before the start (baseline: earlier weeks, and
 * units never treated) + e. Wald: F = beta'V^-1 beta / q with V the covariance CR1, on F(q, G - 1), where q weeks are left when
 * those without rows or not to be told apart are dropped, the furthest first. Below 300 clusters that rejects too often and
 * p is that of the wild cluster bootstrap. Weeks that the fit leaves out are not tested.
 * Null when it cannot be tested: no weeks, fewer than two clusters, or no more clusters than weeks.
 */
export function leadsTest(staggered: Staggered, options: LeadsOptions = {}): LeadsTest | null {
  const fit = options.fit ?? untreatedFit(staggered);
  const { preWeeks, pull, scores, rows, clusters, parameters, weeks, dropped } = preWeekFit(staggered, fit, LEADS);
  const wald = waldOf(preWeeks, pull, scores);
  if (wald === null || weeks === null) return null;
  const freedom: [number, number] = [weeks.length, clusters - 1];
  const statistic = wald / (smallSampleFactor(clusters, rows, parameters) * weeks.length);
  const byF = {
    method: 'f' as const,
    p: fTail(statistic, ...freedom),
    draws: 0,
    convention: `p by F(${freedom.join(', ')}).`,
  };
  const trusted = clusters >= (options.trustedFrom ?? TRUSTED_FROM);
  const told = trusted ? byF : drawn(staggered, fit, preWeeks, { wald, ...options });
  return {
    ...{ method: told.method, statistic, freedom, p: told.p, pByF: byF.p, draws: told.draws },
    ...{ rows, clusters, weeks, dropped },
    convention:
      `Wald test on CR1 with G = ${clusters}, N = ${rows}, K = ${parameters} (units nest in clusters, K = slopes + times); ` +
      told.convention,
  };
}

function drawn(
  staggered: Staggered,
  fit: TwoWay,
  preWeeks: PreWeeks,
  { wald, seed = 1, draws = 999 }: LeadsOptions & { wald: number },
) {
  return { method: 'wildBootstrap' as const, ...wildBootstrap(staggered, fit, preWeeks, { wald, seed, draws }) };
}
