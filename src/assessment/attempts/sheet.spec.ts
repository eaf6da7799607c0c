import { describe, expect, it } from '@jest/globals';
import { aMultipleChoice, aSingleChoice, aTrueFalse } from '../../../test/factories/questions.js';
import { aQuizVersion, aSheet } from '../../../test/factories/quiz-samples.js';
import { NotFound } from '../../platform/errors.js';
import { refuseGaps } from './handing-in.js';
import { isAnswerable, itemAt, nextToAnswer, unanswered } from './sheet.js';

const quiz = aQuizVersion([aSingleChoice(), aMultipleChoice(), aTrueFalse()]);

describe('a sheet', () => {
  it('counts questions by their place on this person’s screen', () => {
    const layout = [
      { position: 3, options: ['true', 'false'] },
      { position: 1, options: ['a', 'b', 'c', 'd'] },
      { position: 2, options: ['a', 'b', 'c', 'd'] },
    ];
    const sheet = aSheet(quiz, { 3: ['false'] }, { layout });
    expect(sheet.items.map(({ number, position, state }) => [number, position, state])).toEqual([
      [1, 3, 'checked'],
      [2, 1, 'blank'],
      [3, 2, 'blank'],
    ]);
  });

  it.each([0, 4, -1, 1.5, Number.NaN])('has no question number %p', (number) => {
    expect(() => itemAt(aSheet(quiz), number)).toThrow(NotFound);
  });

  it('goes on with the next question that has no answer, and comes back for what was skipped', () => {
    const sheet = aSheet(quiz, { 2: ['a'] });
    expect(nextToAnswer(sheet)?.number).toBe(1);
    expect(nextToAnswer(sheet, 1)?.number).toBe(3);
    expect(nextToAnswer(sheet, 3)?.number).toBe(1);
  });

  it('has nothing more to ask when the others have answers', () => {
    expect(nextToAnswer(aSheet(quiz, { 1: ['a'], 2: ['a'] }), 3)).toBeNull();
  });

  it('takes answers until they are checked or all is handed in', () => {
    const held = aSheet(quiz, { 1: ['a'] }, { checked: false });
    const checked = aSheet(quiz, { 1: ['a'] });
    const handedIn = aSheet(quiz, {}, { submittedAt: new Date() });
    expect([held, checked, handedIn].map((sheet) => isAnswerable(sheet, itemAt(sheet, 1)))).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('handing in with gaps', () => {
  it.each([
    [{ 1: ['a'], 3: ['true'] }, 'Question 2 has no answer yet. Go back to it, or hand in anyway.'],
    [{ 2: ['a'] }, 'Questions 1 and 3 have no answer yet. Go back to them, or hand in anyway.'],
    [{}, 'Questions 1, 2 and 3 have no answer yet. Go back to them, or hand in anyway.'],
  ])('with answers %p is pointed out: %s', (answers, sentence) => {
    expect(() => refuseGaps(aSheet(quiz, answers))).toThrow(sentence);
  });

  it('is no matter when there are none', () => {
    const sheet = aSheet(quiz, { 1: ['a'], 2: ['a'], 3: ['true'] });
    expect(unanswered(sheet)).toEqual([]);
    expect(() => refuseGaps(sheet)).not.toThrow();
  });
});
