import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readToken } from './save-token.js';

describe('the save token', () => {
  it('is taken as the page carried it', () => {
    const token = randomUUID();
    expect(readToken(token)).toBe(token);
  });

  it.each([undefined, '', 'abc', ['a', 'b'], `${randomUUID()}x`, "' or 1=1"])(
    '%p is refused with a sentence',
    (token) => {
      expect(() => readToken(token)).toThrow('This page was out of date, so nothing was saved.');
    },
  );
});
