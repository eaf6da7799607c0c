import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { codeFrom, readCode } from './code.js';

describe('a code on paper', () => {
  it.each([
    ['k7md-p2xw-9fqa', 'k7md-p2xw-9fqa'],
    [' K7MD P2XW 9FQA ', 'k7md-p2xw-9fqa'],
    ['k7mdp2xw9fqa', 'k7md-p2xw-9fqa'],
    ['ｋ7md–p2xw–9fqa', 'k7md-p2xw-9fqa'],
    ['k7md-p2xw-9fq', null],
    ['k7md-p2xw-9fqab', null],
    ['k7md-p2xw-9fq0', null],
    ['', null],
    ["' or 1=1 --xx", null],
  ])('%j is read as %j', (typed, code) => expect(readCode(typed)).toBe(code));

  it('is read as it was made, however it is typed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 24, maxLength: 24 }), (bytes) => {
        const code = codeFrom(Buffer.from(bytes));
        expect(code).toMatch(/^([a-hjkmnp-z2-9]{4}-){2}[a-hjkmnp-z2-9]{4}$/);
        expect(readCode(code.toUpperCase().replaceAll('-', ' '))).toBe(code);
      }),
    );
  });

  it('uses every letter', () => {
    const seen = new Set(Array.from({ length: 200 }, () => codeFrom(randomBytes(24))).join(''));
    // 31 letters and digits, and the stroke between the groups.
    expect(seen.size).toBe(32);
  });
});
