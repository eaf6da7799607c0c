import { describe, expect, it } from '@jest/globals';
import { fooled, ROUNDS } from './selection-trap.js';

describe('in a hundred networks where the weakest branches are trained first and training does nothing', () => {
  it.each(Object.entries(ROUNDS))(
    'at least 95 are told of no effect (%s)',
    async (_, rounds) => {
      expect((await fooled(100, rounds)).length).toBeLessThanOrEqual(5);
    },
    900_000,
  );
});
