/** Many differences on one screen: which of them still stand when so many were looked at. */

/**
 * The step-up rule of Benjamini and Hochberg (1995), "Controlling the false discovery rate", JRSS B 57: with the m values in
 * ascending order, those up to the last k for which p_k <= k / m × rate. True for each p-value that is a discovery while the
 * expected share of false ones among the discoveries stays at or below `rate`. The answers come in the order of the questions.
 */
export function discoveries(pValues: readonly number[], rate = 0.05): boolean[] {
  const m = pValues.length;
  const ascending = [...pValues].sort((a, b) => a - b);
  const threshold = ascending.reduce((limit, p, index) => (p <= ((index + 1) / m) * rate ? p : limit), -1);
  return pValues.map((p) => p <= threshold);
}
