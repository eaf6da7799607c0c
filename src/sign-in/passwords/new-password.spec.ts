import { describe, expect, it } from '@jest/globals';
import { checkChosen, readablePassword } from './new-password.js';

describe('a new password', () => {
  it('is four groups of four that can be read out', () => {
    let n = 0;
    expect(readablePassword((limit) => n++ % limit)).toBe('abcd-efgh-jkmn-pqrs');
  });

  it('may be chosen when it is long enough', () => {
    expect(checkChosen('twelve chars')).toBe('twelve chars');
    expect(() => checkChosen('short')).toThrow('at least 12 characters');
    expect(() => checkChosen('x'.repeat(201))).toThrow('up to 200');
  });
});
