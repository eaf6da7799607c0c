import { describe, expect, it } from '@jest/globals';
import { cholesky, solve } from './cholesky.js';

describe('a symmetric system', () => {
  it('is solved', () => {
    // x = -1, y = 3, z = 4 put into the three equations gives 10, 25 and 31.
    const decomposed = cholesky(Float64Array.from([4, 0, 0, 2, 5, 0, 2, 3, 6]), 3);
    expect([...solve(decomposed, [10, 25, 31])].map((value) => Number(value.toFixed(12)))).toEqual([-1, 3, 4]);
    expect([...decomposed.independent]).toEqual([1, 1, 1]);
  });

  it('leaves out a column that is a combination of those before it', () => {
    // The third column is the sum of the first two.
    const decomposed = cholesky(Float64Array.from([2, 0, 0, 1, 3, 0, 3, 4, 7]), 3);
    expect([...decomposed.independent]).toEqual([1, 1, 0]);
    const [x, y, z] = solve(decomposed, [5, 10, 15]);
    expect([x, y, z]).toEqual([expect.closeTo(1, 12), expect.closeTo(3, 12), 0]);
  });

  it('leaves out a column of zeros', () => {
    const decomposed = cholesky(Float64Array.from([0, 0, 0, 4]), 2);
    expect([...solve(decomposed, [0, 12])]).toEqual([0, 3]);
  });
});
