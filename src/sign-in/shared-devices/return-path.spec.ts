import { describe, expect, it } from '@jest/globals';
import { placeOf } from './return-path.js';

describe('the page to come back to', () => {
  it.each(['/', '/courses/x/lessons/2', '/attempts/1?q=2', '/held/abc'])('%s', (path) =>
    expect(placeOf(path)).toBe(path),
  );

  it.each(['/counter', '/counter/people/x', '/account/pin', '/shared-devices/000001'])('never %s', (path) =>
    expect(placeOf(path)).toBeNull(),
  );

  it('is never another site', () => expect(placeOf('//evil.example/')).toBe('/'));
});
