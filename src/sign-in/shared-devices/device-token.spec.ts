import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { deviceToken, personKey, sharedCookie, tokenHash } from './device-token.js';

describe('a device’s token', () => {
  it('is 43 signs, of which a hash is kept', () => {
    const token = deviceToken(randomBytes(32));
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(tokenHash(token)).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([undefined, '', 'short', 'x'.repeat(44), ['a'], 'ö'.repeat(43)])('%j is none', (cookie) =>
    expect(tokenHash(cookie)).toBeNull(),
  );

  it('travels by https alone where the address is https', () => {
    expect([sharedCookie(true), sharedCookie(false)]).toEqual(['__Host-cxu-shared', 'cxu-shared']);
  });
});

describe('how a person is called in the addresses of a device', () => {
  it('is the same every day, and another one on every device and for every person', () => {
    const keys = [personKey('s', 1, 1), personKey('s', 1, 2), personKey('s', 2, 1), personKey('t', 1, 1)];
    expect(new Set(keys).size).toBe(4);
    expect(personKey('s', 1, 1)).toBe(keys[0]);
    expect(keys.join()).toMatch(/^[\w,-]{67}$/);
  });
});
