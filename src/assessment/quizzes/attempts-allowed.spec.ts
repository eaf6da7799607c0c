import { describe, expect, it } from '@jest/globals';
import { attemptsLeft, refuseOneTooMany } from './attempts-allowed.js';

describe('the attempts that a quiz allows', () => {
  it.each([
    [null, 12, null],
    [3, 0, 3],
    [3, 2, 1],
    [3, 3, 0],
    [1, 4, 0],
  ])('of %p, with %p used, leave %p', (allowed, used, left) => {
    expect(attemptsLeft(allowed, used)).toBe(left);
  });

  it('are refused one too many with a sentence', () => {
    expect(() => refuseOneTooMany(1, 1)).toThrow('You’ve used the one attempt at this quiz. Your result stands.');
    expect(() => refuseOneTooMany(3, 3)).toThrow('You’ve used all 3 attempts at this quiz.');
  });

  it('are fine below the limit, and without one', () => {
    expect(() => refuseOneTooMany(3, 2)).not.toThrow();
    expect(() => refuseOneTooMany(null, 99)).not.toThrow();
  });
});
