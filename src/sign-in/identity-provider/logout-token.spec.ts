import { describe, expect, it } from '@jest/globals';
import { logoutIn } from './logout-token.js';

const events = { 'http://schemas.openid.net/event/backchannel-logout': {} };

describe('the provider’s word that somebody signed out there', () => {
  it.each([
    [
      { events, jti: 'a', sub: 'sam', sid: 's1' },
      { tokenId: 'a', subject: 'sam', session: 's1' },
    ],
    [
      { events, jti: 'a', sub: 'sam' },
      { tokenId: 'a', subject: 'sam', session: null },
    ],
    [
      { events, jti: 'a', sid: 's1' },
      { tokenId: 'a', subject: null, session: 's1' },
    ],
  ])('%j', (claims, logout) => expect(logoutIn(claims)).toEqual(logout));

  it.each([
    ['an ID token', { jti: 'a', sub: 'sam', sid: 's1' }],
    ['one with a nonce', { events, jti: 'a', sub: 'sam', nonce: 'n' }],
    ['one that could be sent again for ever', { events, sub: 'sam' }],
    ['one about nobody', { events, jti: 'a' }],
    ['one about something else', { events: { 'http://example.org/other': {} }, jti: 'a', sub: 'sam' }],
    ['one whose events are a text', { events: Object.keys(events)[0], jti: 'a', sub: 'sam' }],
    ['one whose names are no texts', { events, jti: 7, sub: ['sam'], sid: 1 }],
  ])('is not %s', (_what, claims) => expect(logoutIn(claims)).toBeNull());
});
