/** How unusual an event looks beside ordinary times in which nothing happened. */

export interface Placebo {
  /** How many of the placebos moved at least as far as the event, in either direction. */
  asFar: number;
  placebos: number;
  p: number;
}

/**
 * Placebo in time: p = (1 + #{|R| >= |R_w|}) / (1 + M), with the event itself counted once so that p is never zero
 * (Phipson and Smyth 2010, "Permutation p-values should never be zero"). Equal distances count as "as far", with room
 * for rounding in the last digits.
 */
export function placeboInTime(observed: number, placebos: readonly number[]): Placebo {
  const reach = Math.abs(observed) * (1 - 1e-12);
  const asFar = placebos.filter((placebo) => Math.abs(placebo) >= reach).length;
  return { asFar, placebos: placebos.length, p: (1 + asFar) / (1 + placebos.length) };
}
