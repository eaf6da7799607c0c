import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aMultipleChoice, aSingleChoice, aTrueFalse } from '../../../test/factories/questions.js';
import { aQuizVersion } from '../../../test/factories/quiz-samples.js';
import { optionKeys } from '../questions/posted-answer.js';
import { layOut } from './layout.js';

const questions = [aSingleChoice(), aMultipleChoice(), aTrueFalse(), aSingleChoice(), aMultipleChoice()];
const shuffledQuiz = aQuizVersion(questions, { shuffleQuestions: true, shuffleOptions: true });

describe('the layout of an attempt', () => {
  it('holds every question once and every option of it once, whatever the seed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), (seed) => {
        const layout = layOut(shuffledQuiz, seed);
        expect(layout.map((slot) => slot.position).sort()).toEqual([1, 2, 3, 4, 5]);
        for (const { position, options } of layout) {
          expect([...options].sort()).toEqual(optionKeys(questions[position - 1]!).sort());
        }
      }),
    );
  });

  it('is the same for the same seed and differs between seeds', () => {
    expect(layOut(shuffledQuiz, 7)).toEqual(layOut(shuffledQuiz, 7));
    const layouts = Array.from({ length: 20 }, (_, seed) => JSON.stringify(layOut(shuffledQuiz, seed)));
    expect(new Set(layouts).size).toBeGreaterThan(15);
  });

  it('leaves true before false', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const slot = layOut(shuffledQuiz, seed).find(({ position }) => position === 3);
      expect(slot!.options).toEqual(['true', 'false']);
    }
  });

  it('keeps the author’s order where the quiz does not shuffle', () => {
    const layout = layOut(aQuizVersion(questions), 7);
    expect(layout.map((slot) => slot.position)).toEqual([1, 2, 3, 4, 5]);
    expect(layout[0]!.options).toEqual(['a', 'b', 'c', 'd']);
  });

  it('may shuffle questions and leave their options alone', () => {
    const layout = layOut(aQuizVersion(questions, { shuffleQuestions: true }), 7);
    expect(layout.map((slot) => slot.position)).not.toEqual([1, 2, 3, 4, 5]);
    expect(
      layout.every(({ position, options }) => options.join() === optionKeys(questions[position - 1]!).join()),
    ).toBe(true);
  });
});
