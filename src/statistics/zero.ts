const MOST_STEPS = 60;
const NEAR_ENOUGH = 1e-13;

/**
 * Where a continuous function that falls through zero between `from` and `to` does so, to about 13 digits of the argument;
 * `to` when it is still above zero there. By Ridders' method, some dozen values of the function where halving takes fifty:
 * Ridders (1979), "A new algorithm for computing a single root of a real continuous function", IEEE Transactions on Circuits
 * and Systems 26.
 */
export function zeroOf(falling: (at: number) => number, from: number, to: number): number {
  let [low, above] = [from, falling(from)];
  let [high, below] = [to, falling(to)];
  if (below > 0) return to;
  let last = Infinity;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const middle = (low + high) / 2;
    const value = falling(middle);
    const bend = Math.sqrt(value * value - above * below);
    const next = bend === 0 ? middle : middle + ((middle - low) * value) / bend;
    if (Math.abs(next - last) < NEAR_ENOUGH) return next;
    last = next;
    const found = falling(next);
    const [left, right] = next < middle ? [next, middle] : [middle, next];
    const [atLeft, atRight] = next < middle ? [found, value] : [value, found];
    if (atLeft <= 0) [high, below] = [left, atLeft];
    else if (atRight > 0) [low, above] = [right, atRight];
    else [low, above, high, below] = [left, atLeft, right, atRight];
  }
  return last;
}
