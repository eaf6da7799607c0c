import { describe, expect, it } from '@jest/globals';
import { passwordIsNeeded } from './pin-proof.js';

describe('to choose a PIN', () => {
  it.each([
    [true, 'password', false, true],
    [true, 'password', true, true],
    [true, 'company', false, true],
    [true, 'company', true, false],
    [false, 'company', false, false],
    [false, 'company', true, false],
    [false, 'password', false, true],
    [false, 'sharedDevice', true, true],
    [false, undefined, true, true],
  ])('having a password: %s, signed in with %s, on a shared device: %s, it is asked for: %s', (...facts) => {
    const [hasPassword, how, shared, needed] = facts;
    expect(passwordIsNeeded({ hasPassword, how, shared })).toBe(needed);
  });
});
