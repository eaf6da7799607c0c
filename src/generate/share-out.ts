/** Whole numbers in proportion to weights that add up to `total` (largest remainders). */
export function shareOut(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const whole = exact.map(Math.floor);
  const left = total - whole.reduce((all, share) => all + share, 0);
  const byRemainder = exact.map((_, index) => index).sort((a, b) => remainder(exact[b]!) - remainder(exact[a]!));
  for (const index of byRemainder.slice(0, left)) whole[index]! += 1;
  return whole;
}

const remainder = (value: number) => value - Math.floor(value);
