import { describe, expect, it } from '@jest/globals';
import { versionFor } from './version-choice.js';

const enrolled = (versionId: number, day: number, finished: boolean) => ({
  versionId,
  startedAt: new Date(Date.UTC(2027, 1, day)),
  finished,
});

describe('the version a person learns from', () => {
  it.each([
    ['a starter gets the published one', 2, [], 2],
    ['somebody part-way stays on theirs', 2, [enrolled(1, 1, false)], 1],
    ['somebody who finished the old one starts the new one', 2, [enrolled(1, 1, true)], 2],
    ['somebody part-way in the new one stays there', 2, [enrolled(1, 1, true), enrolled(2, 2, false)], 2],
    ['of two part-way the later start wins', 3, [enrolled(1, 1, false), enrolled(2, 2, false)], 2],
    ['a retired course may be read again by who finished it', null, [enrolled(1, 1, true)], 1],
    ['a retired course can be gone on with', null, [enrolled(1, 1, false)], 1],
    ['a retired course starts for nobody', null, [], null],
  ])('%s', (_, published, enrolments, expected) => expect(versionFor(published, enrolments)).toBe(expected));
});
