import { describe, expect, it } from '@jest/globals';
import { passwordIsNeeded } from './pin-proof.js';

describe('to choose a PIN', () => {
  it.each([
    [true, 'password', true],
    [true, 'company', true],
    [false, 'company', false],
    [false, 'password', true],
    [false, undefined, true],
  ])('having a password: %s, signed in with %s: it is asked for: %s', (hasPassword, how, needed) =>
    expect(passwordIsNeeded({ hasPassword, how })).toBe(needed),
  );
});
