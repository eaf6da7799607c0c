import { describe, expect, it } from '@jest/globals';
import { THRESHOLD, treatedFrom } from './treated-from.js';

describe('a unit counts as trained', () => {
  it.each([
    ['from the first week at the threshold', [0, 4, 6], [5, 5, 5], [0, 3, 4], 6],
    ['for good: that somebody leaves changes nothing', [0, 6, 9], [5, 5, 4], [0, 4, 3], 6],
    ['from the start where it had been reached before', [0], [2], [2], 0],
    ['because somebody without it left', [0, 3], [5, 4], [3, 4], 3],
    ['never below it', [0, 2], [5, 5], [0, 3], null],
    ['never while nobody is in post', [0, 2], [0, 0], [0, 0], null],
    ['never without a week', [], [], [], null],
    ['with 28 of 35, which is four fifths', [0], [35], [28], 0],
  ])('%s', (_, weeks, wanted, done, start) => {
    expect(treatedFrom({ weeks, wanted, done }, THRESHOLD)).toBe(start);
  });

  it('at another threshold when the study says so', () => {
    const steps = { weeks: [0, 1, 2], wanted: [10, 10, 10], done: [2, 5, 10] };
    expect([0.2, 0.5, 0.55, 1].map((threshold) => treatedFrom(steps, threshold))).toEqual([0, 1, 2, 2]);
  });
});
