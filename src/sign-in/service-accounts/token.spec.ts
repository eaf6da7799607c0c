import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { secondsLeft } from './request-rate.js';
import { hashOf, prefixOf, tokenFrom } from './token.js';

describe('a token', () => {
  const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((array) => Buffer.from(array));

  it('says what it is, holds 256 bits and needs no escaping anywhere', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const token = tokenFrom(random);
        expect(token).toMatch(/^cxu_[A-Za-z0-9_-]{43}$/);
        expect(Buffer.from(token.slice(4), 'base64url')).toEqual(random);
      }),
    );
  });

  it('is kept as its SHA-256', () => {
    expect(hashOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('shows eight of its letters', () => {
    expect(prefixOf(tokenFrom(Buffer.alloc(32)))).toBe('cxu_AAAAAAAA');
  });
});

describe('until an account may ask again', () => {
  it.each([
    ['2027-02-10T10:00:00Z', 60],
    ['2027-02-10T10:00:45.500Z', 15],
    ['2027-02-10T10:00:59.999Z', 1],
    ['2027-02-10T10:01:30Z', 1],
  ])('at %s it is %i seconds', (now, seconds) => {
    expect(secondsLeft(new Date('2027-02-10T10:00:00Z'), new Date(now))).toBe(seconds);
  });
});
