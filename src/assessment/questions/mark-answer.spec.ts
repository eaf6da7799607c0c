import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aMultipleChoice, aQuestion, aSingleChoice, aTrueFalse } from '../../../test/factories/questions.js';
import { compare, fraction, ONE, sayFraction, ZERO } from './fraction.js';
import { markAnswer } from './mark-answer.js';
import { optionKeys } from './posted-answer.js';
import { QUESTION_KINDS } from './question.js';

describe('marking an answer', () => {
  it.each([
    [['b'], '1', 'correct'],
    [['c'], '1/2', 'partly'],
    [['a'], '0', 'incorrect'],
    [['d'], '-1/2', 'incorrect'],
  ])('a single choice of %p earns %s: %s', (chosen, earned, outcome) => {
    const marked = markAnswer(aSingleChoice(), { chosen });
    expect([sayFraction(marked.fraction), marked.outcome]).toEqual([earned, outcome]);
  });

  it.each([
    [['a', 'b'], '1', 'correct'],
    [['a'], '1/2', 'partly'],
    [['a', 'b', 'c'], '1/2', 'partly'],
    [['a', 'c'], '0', 'incorrect'],
    [['c'], '0', 'incorrect'],
    [['d'], '0', 'incorrect'],
  ])('a multiple choice of %p earns %s: %s', (chosen, earned, outcome) => {
    const marked = markAnswer(aMultipleChoice(), { chosen });
    expect([sayFraction(marked.fraction), marked.outcome]).toEqual([earned, outcome]);
  });

  it.each([
    ['false', '1', 'correct'],
    ['true', '0', 'incorrect'],
  ])('true or false answered %s earns %s: %s', (key, earned, outcome) => {
    const marked = markAnswer(aTrueFalse(), { chosen: [key] });
    expect([sayFraction(marked.fraction), marked.outcome]).toEqual([earned, outcome]);
  });

  it('makes a whole mark of three thirds', () => {
    const question = aQuestion('multipleChoice', { a: '1/3', b: '1/3', c: '1/3', d: '-1/3' });
    expect(markAnswer(question, { chosen: ['a', 'b', 'c'] }).outcome).toBe('correct');
  });

  it('never earns more than the mark nor less than the worst option, whatever is chosen', () => {
    const weights = fc.array(fc.integer({ min: -12, max: 12 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(fc.constantFrom(...QUESTION_KINDS), weights, fc.nat(), (kind, twelfths, pick) => {
        const question = aQuestion(kind, Object.fromEntries(twelfths.map((n, i) => [`k${i}`, `${n}/12`])));
        const keys = optionKeys(question);
        const chosen = kind === 'multipleChoice' ? keys.filter((_, i) => (pick >> i) & 1) : [keys[pick % keys.length]!];
        const { fraction: share } = markAnswer(question, { chosen });
        expect(compare(share, ONE)).toBeLessThanOrEqual(0);
        expect(compare(share, kind === 'multipleChoice' ? ZERO : fraction(-1n))).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('gives the same mark however often the same answer is marked', () => {
    const question = aMultipleChoice();
    expect(markAnswer(question, { chosen: ['a'] })).toEqual(markAnswer(question, { chosen: ['a'] }));
  });
});
