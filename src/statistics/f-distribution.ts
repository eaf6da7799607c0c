import { regularisedBeta } from './beta.js';

/**
 * The share of the F distribution with `above` and `below` degrees of freedom (both above 0) that lies above `f`, by the
 * regularised incomplete beta function (Abramowitz and Stegun 26.6.2): what a Wald test reports.
 */
export const fTail = (f: number, above: number, below: number): number =>
  f <= 0 ? 1 : regularisedBeta(below / (below + above * f), below / 2, above / 2);
