import { describe, expect, it } from '@jest/globals';
import { movesOn, versionFor } from './version-choice.js';

const enrolled = (versionId: number, day: number, finished: boolean, staysForGood = false) => ({
  versionId,
  startedAt: new Date(Date.UTC(2027, 1, day)),
  finished,
  staysForGood,
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
    ['who finished stays, where the new one is for starters only', 2, [enrolled(1, 1, true, true)], 1],
    ['who is part-way stays there all the same', 2, [enrolled(1, 1, false, true)], 1],
    ['what was finished last decides', 3, [enrolled(1, 1, true, true), enrolled(2, 2, true)], 3],
  ])('%s', (_, published, enrolments, expected) => expect(versionFor(published, enrolments)).toBe(expected));
});

describe('going on in a newer version', () => {
  it.each([
    ['at once, between two lessons', 3, { ofQuiz: false, ofLesson: false }, true],
    ['not in the middle of a conversation', 3, { ofQuiz: false, ofLesson: true }, false],
    ['not while an attempt is open', 3, { ofQuiz: true, ofLesson: false }, false],
    ['never where no version takes people along', null, { ofQuiz: false, ofLesson: false }, false],
  ])('%s', (_, moveTo, middle, expected) => expect(movesOn(moveTo, middle)).toBe(expected));
});
