import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aMultipleChoice, aSingleChoice } from '../../../test/factories/questions.js';
import { seededRandom, shuffled } from '../../statistics/seeded-random.js';
import { optionKeys, readAnswer, sameAnswer, tryAnswer } from './posted-answer.js';

describe('an answer read from a form', () => {
  it('is the option at that place on the page', () => {
    expect(readAnswer(aSingleChoice(), '1', ['c', 'a', 'd', 'b'])).toEqual({ chosen: ['c'] });
  });

  it('keeps several in the question’s own order, each once', () => {
    expect(readAnswer(aMultipleChoice(), ['3', '1', '3'])).toEqual({ chosen: ['a', 'c'] });
  });

  it.each([
    ['nothing', undefined, 'Choose an answer first.'],
    ['an empty value', '', 'Choose an answer first.'],
    ['two answers', ['1', '2'], 'Choose one answer only.'],
    ['a place that is not there', '5', 'That isn’t one of the answers'],
    ['place zero', '0', 'That isn’t one of the answers'],
    ['a key instead of a place', 'b', 'That isn’t one of the answers'],
    ['a number that is none', '1e0', 'That isn’t one of the answers'],
    ['an object', { chosen: 'b' }, 'That isn’t one of the answers'],
    ['something inherited', '__proto__', 'That isn’t one of the answers'],
  ])('refuses %s with a sentence', (_, posted, sentence) => {
    expect(() => readAnswer(aSingleChoice(), posted)).toThrow(sentence);
    expect(tryAnswer(aSingleChoice(), posted, optionKeys(aSingleChoice()))).toBeNull();
  });

  it('asks for at least one where several may be chosen', () => {
    expect(() => readAnswer(aMultipleChoice(), [])).toThrow('Choose at least one answer first.');
  });

  it('is the same answer in whatever order the page showed and posted it', () => {
    fc.assert(
      fc.property(fc.integer(), fc.subarray(['a', 'b', 'c', 'd'], { minLength: 1 }), (seed, chosen) => {
        const order = shuffled(optionKeys(aMultipleChoice()), seededRandom(seed));
        const posted = chosen.map((key) => String(order.indexOf(key) + 1));
        expect(sameAnswer(readAnswer(aMultipleChoice(), posted, order), { chosen })).toBe(true);
      }),
    );
  });
});
