import { describe, expect, it } from '@jest/globals';
import { audienceOf, type Standing, standing } from './audience.js';

describe('who is asked', () => {
  it.each<[boolean, boolean, boolean, Standing]>([
    // on leave, done, asked before
    [false, false, false, 'asked'],
    [false, false, true, 'askedBefore'],
    [false, true, false, 'done'],
    [false, true, true, 'done'],
    [true, false, false, 'onLeave'],
    [true, true, true, 'onLeave'],
  ])('leave %s, done %s, asked before %s: %s', (onLeave, done, askedBefore, expected) =>
    expect(standing({ onLeave, done, askedBefore })).toBe(expected),
  );

  it('adds up over units', () => {
    const audience = audienceOf([
      { unitId: 1, kind: 'branch', asked: 3, askedBefore: 1, done: 2, onLeave: 0 },
      { unitId: 2, kind: 'branch', asked: 0, askedBefore: 0, done: 4, onLeave: 1 },
      { unitId: 3, kind: 'branch', asked: 0, askedBefore: 0, done: 0, onLeave: 0 },
    ]);
    expect(audience).toEqual({
      asked: 3,
      askedBefore: 1,
      done: 6,
      onLeave: 1,
      willBeAsked: 4,
      unitsAsked: 1,
      onlyBranches: true,
    });
  });
});
