import { describe, expect, it } from '@jest/globals';
import { signInPath } from './sign-in-needed.js';

describe('the way to the sign-in page', () => {
  it.each([
    ['/', '/sign-in'],
    ['/record', '/sign-in?next=%2Frecord'],
    ['/courses?driver=friendly&x=%26', '/sign-in?next=%2Fcourses%3Fdriver%3Dfriendly%26x%3D%2526'],
    ['/a\r\nSet-Cookie: x', '/sign-in?next=%2Fa%0D%0ASet-Cookie%3A%20x'],
  ])('from %j is %s', (wanted, path) => expect(signInPath(wanted)).toBe(path));

  it('forgets an address that would grow too long to be sent', () => {
    expect(signInPath(`/?${'%25'.repeat(5_000)}`)).toBe('/sign-in');
    expect(signInPath(`/${'%'.repeat(1_999)}`).length).toBeLessThan(7_000);
  });
});
