import { describe, expect, it } from '@jest/globals';
import { quote } from './quote.js';
import { sayAnswered } from './say-answered.js';

describe('a comment on a page', () => {
  it('is quoted in full when it is short', () => expect(quote('Quick and kind.')).toBe('Quick and kind.'));

  it('is cut at a word when it is long', () => {
    const long = quote('word '.repeat(100));
    expect(long.length).toBeLessThan(285);
    expect(long).toMatch(/word …$/);
  });

  it('carries its day, or its month where few answer', () => {
    expect(sayAnswered('2027-02-09', false)).toBe('9 February 2027');
    expect(sayAnswered('2027-02-09', true)).toBe('February 2027');
  });
});
