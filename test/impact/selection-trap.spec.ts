import { describe, expect, it } from '@jest/globals';
import { verdictOf } from '../../src/impact/studies/verdict.js';
import { fooled, ROUNDS, trapFor } from './selection-trap.js';

/** The long form has a hundred. */
const SEEDS = 3;

describe('where the weakest branches are trained first and training does nothing', () => {
  it.each(Object.entries(ROUNDS))('no effect is claimed (%s)', async (_, rounds) => {
    expect(await fooled(SEEDS, rounds)).toEqual([]);
  });

  it('a plain before and after would have claimed one, and says how much of it was to be expected', async () => {
    const found = await trapFor(1, ROUNDS.once);
    const { beforeAfter, effect } = found;
    expect(beforeAfter).toMatchObject({ chosenLow: true });
    expect(beforeAfter!.low).toBeGreaterThan(0);
    expect(beforeAfter!.expected).toBeGreaterThan(2);
    expect(beforeAfter!.change).toBeGreaterThan(beforeAfter!.expectedLow + beforeAfter!.network.change);
    expect(beforeAfter!.change).toBeLessThan(beforeAfter!.expectedHigh + beforeAfter!.network.change);
    // So would the estimator alone: it is the checks that hold the number back.
    expect(effect!.low).toBeGreaterThan(0);
    expect(verdictOf(found)).toMatchObject({ kind: 'withheld', effect: null });
  });
});
