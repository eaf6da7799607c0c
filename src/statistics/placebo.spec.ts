import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { placeboInTime } from './placebo.js';

const change = fc.double({ min: -2, max: 2, noNaN: true });

describe('placebo in time', () => {
  it.each([
    { observed: 0.71, placebos: [0.02, -0.05, 0.08], asFar: 0, p: 1 / 4 },
    { observed: -0.05, placebos: [0.02, -0.05, 0.08, 0.01], asFar: 2, p: 3 / 5 },
    { observed: 0, placebos: [0.1, -0.1], asFar: 2, p: 1 },
    { observed: 0.5, placebos: [], asFar: 0, p: 1 },
  ])('$observed among $placebos', ({ observed, placebos, asFar, p }) => {
    expect(placeboInTime(observed, placebos)).toEqual({ asFar, placebos: placebos.length, p });
  });

  it('lies above zero and at most at one, and a larger move is never less unusual', () => {
    fc.assert(
      fc.property(change, fc.array(change, { maxLength: 60 }), (observed, placebos) => {
        const { p } = placeboInTime(observed, placebos);
        expect(p > 0 && p <= 1).toBe(true);
        expect(placeboInTime(observed * 2, placebos).p).toBeLessThanOrEqual(p);
      }),
    );
  });

  it('is uniform at its steps when the event is one of the ordinary weeks', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 1000 }), { minLength: 2, maxLength: 30 }), (moves) => {
        const ps = moves.map((move, at) => placeboInTime(move, moves.toSpliced(at, 1)).p);
        const steps = moves.map((_, at) => (at + 1) / moves.length);
        expect(ps.sort((a, b) => a - b)).toEqual(steps);
      }),
    );
  });
});
