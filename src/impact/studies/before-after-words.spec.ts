import { describe, expect, it } from '@jest/globals';
import { aRegisteredStudy, someFindings } from '../../../test/factories/study-findings.js';
import { beforeAfterBasis, beforeAfterSentence } from './before-after-words.js';

const FOUND = someFindings().beforeAfter!;
const study = aRegisteredStudy();

describe('before and after', () => {
  it.each([
    [
      {},
      'The score of trained branches rose 4.1 points (95% range 2.9 to 5.3); about 4.3 points (95% range 3.1 to 5.5) is expected from choosing low branches.',
    ],
    [
      { chosenLow: false, expected: -0.2, expectedLow: -1.1, expectedHigh: 0.7 },
      'The score of trained branches rose 4.1 points (95% range 2.9 to 5.3); about −0.2 points (95% range −1.1 to 0.7) is expected from chance evening out.',
    ],
    [
      { change: -1.5, low: -2.6, high: -0.4 },
      'The score of trained branches fell 1.5 points (95% range 0.4 to 2.6); a rise of about 4.3 points (95% range 3.1 to 5.5) was expected from choosing low branches.',
    ],
    [
      { change: -1.5, low: -3.1, high: 0.1, chosenLow: false },
      'The score of trained branches fell 1.5 points (95% range −0.1 to 3.1); a change of about 4.3 points (95% range 3.1 to 5.5) was expected from chance evening out.',
    ],
  ])('never stands without what chance brings: %j', (changes, sentence) => {
    expect(beforeAfterSentence(study, { ...FOUND, ...changes })).toBe(
      `${sentence} What all branches did in the same weeks comes on top: +0.3 points (95% range −0.1 to +0.7).`,
    );
  });

  it('says what it stands on', () => {
    expect(beforeAfterBasis(aRegisteredStudy({ kinds: ['paymentPoint'] }), FOUND)).toBe(
      'From 71.2 to 75.3, over at most 13 weeks before the training and as many since, 120 payment points.',
    );
  });
});
