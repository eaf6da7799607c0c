import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compare, ONE, sum, toFraction, ZERO } from './fraction.js';
import { KINDS } from './kinds.js';
import { markAnswer } from './mark-answer.js';
import { MOST_OPTIONS } from './question-edits.js';
import { readQuestionForm, rightKeys } from './question-form.js';
import { presentQuestionForm } from './question-form-view.js';
import type { Question } from './question.js';

/** The form as a browser posts it when the page shows this question. */
function formOf(question: Question): Record<string, unknown> {
  return {
    was: question.kind,
    kind: question.kind,
    text: question.text,
    optionKey: question.options.map((option) => option.key),
    optionText: question.options.map((option) => option.text),
    optionWhy: question.options.map((option) => option.feedback),
    optionShare: question.options.map((option) => option.fraction),
    right: rightKeys(question),
    correct: question.feedback.correct,
    partly: question.feedback.partly ?? '',
    incorrect: question.feedback.incorrect,
  };
}

const option = (key: string, fraction = '0') => ({ key, text: `Say ${key}`, fraction, feedback: `Why ${key}` });

const SINGLE: Question = {
  kind: 'singleChoice',
  text: 'What comes first?',
  options: [option('a', '1'), option('b', '1/4'), option('c')],
  feedback: { correct: 'Yes.', partly: null, incorrect: 'Listen first.' },
};
const SEVERAL: Question = {
  ...SINGLE,
  kind: 'multipleChoice',
  options: [option('a', '0.5'), option('b', '0.5'), option('c', '-0.25')],
  feedback: { correct: 'Both.', partly: 'One of two.', incorrect: 'Neither.' },
};
const TRUE_FALSE: Question = { ...SINGLE, kind: 'trueFalse', options: [option('true'), option('false', '1')] };

describe('the question form', () => {
  it.each([SINGLE, TRUE_FALSE])('gives back a $kind question as it is when nothing is changed', (question) => {
    expect(readQuestionForm(formOf(question))).toEqual(question);
  });

  it('keeps the shares of a file while the same answers are right', () => {
    expect(readQuestionForm(formOf(SEVERAL)).options.map((one) => one.fraction)).toEqual(['1/2', '1/2', '-1/4']);
  });

  it('shares the mark out anew when other answers are right, so that ticking everything earns nothing', () => {
    const read = readQuestionForm({ ...formOf(SEVERAL), right: 'c' });
    expect(read.options.map((one) => one.fraction)).toEqual(['-1', '-1', '1']);
    expect(markAnswer(read, { chosen: ['a', 'b', 'c'] }).outcome).toBe('incorrect');
  });

  it('takes one right answer where one is chosen, and nothing is left of the one before', () => {
    const read = readQuestionForm({ ...formOf(SINGLE), right: ['c', 'b'] });
    expect(read.options.map((one) => one.fraction)).toEqual(['0', '1', '0']);
  });

  it('adds and removes answers with everything typed kept', () => {
    const more = readQuestionForm({ ...formOf(SINGLE), do: 'addOption' });
    expect(more.options.map((one) => one.key)).toEqual(['a', 'b', 'c', 'd']);
    const fewer = readQuestionForm({ ...formOf(more), do: 'removeOption b' });
    expect(fewer.options.map((one) => one.key)).toEqual(['a', 'c', 'd']);
    expect(readQuestionForm({ ...formOf(fewer), do: 'addOption' }).options.map((one) => one.key)).toContain('b');
  });

  it('shares the mark out anew when a right answer is taken away', () => {
    const fewer = readQuestionForm({ ...formOf(SEVERAL), do: 'removeOption a' });
    expect(fewer.options.map((one) => [one.key, one.fraction])).toEqual([
      ['b', '1'],
      ['c', '-1'],
    ]);
  });

  it('leaves two answers and stops at ten', () => {
    const two = { ...SINGLE, options: SINGLE.options.slice(0, 2) };
    expect(readQuestionForm({ ...formOf(two), do: 'removeOption a' }).options).toHaveLength(2);
    let many = SINGLE;
    for (let times = 0; times < 20; times += 1) many = readQuestionForm({ ...formOf(many), do: 'addOption' });
    expect(many.options).toHaveLength(MOST_OPTIONS);
    expect(presentQuestionForm(many).canAdd).toBe(false);
  });

  it.each([
    ['trueFalse', 'en', ['True', 'False']],
    ['trueFalse', 'cy', ['Cywir', 'Anghywir']],
    ['multipleChoice', 'en', ['Say a', 'Say b', 'Say c']],
  ] as const)('turns into %s in %s', (kind, language, texts) => {
    const read = readQuestionForm({ ...formOf(SINGLE), kind }, language);
    expect(read).toMatchObject({ kind, text: SINGLE.text });
    expect(read.options.map((one) => one.text)).toEqual(texts);
    expect(rightKeys(read).length).toBeGreaterThan(0);
  });

  it('turns true or false into empty answers, and several into one', () => {
    expect(readQuestionForm({ ...formOf(TRUE_FALSE), kind: 'singleChoice' }).options).toMatchObject([
      { key: 'a', text: '', fraction: '1' },
      { key: 'b', text: '', fraction: '0' },
      { key: 'c', text: '', fraction: '0' },
    ]);
    const one = readQuestionForm({ ...formOf(SEVERAL), kind: 'singleChoice' });
    expect(one.options.map((each) => each.fraction)).toEqual(['1', '0', '0']);
    expect(one.feedback.partly).toBeNull();
  });

  it.each([
    [{}],
    [{ optionKey: 'a' }],
    [{ optionKey: ['a', 'a', '<b>'], right: { x: 1 }, text: 7, optionShare: 'a lot' }],
  ])('reads a form that nobody sent from a page: %j', (posted) => {
    const read = readQuestionForm(posted);
    expect(read.kind).toBe('singleChoice');
    expect(new Set(read.options.map((one) => one.key)).size).toBe(read.options.length);
    expect(() => presentQuestionForm(read)).not.toThrow();
  });

  it('makes questions that the bank takes, whichever of several answers are right', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1 }), (right) => {
        const keys = ['a', 'b', 'c', 'd', 'e'];
        const read = readQuestionForm({ was: 'multipleChoice', kind: 'multipleChoice', optionKey: keys, right });
        const weighed = read.options.map((one) => ({ key: one.key, fraction: toFraction(one.fraction) }));
        expect(KINDS.multipleChoice.optionProblems(weighed)).toEqual([]);
        expect(compare(sum(weighed.map((one) => one.fraction).filter((part) => compare(part, ZERO) > 0)), ONE)).toBe(0);
        expect(rightKeys(read).sort()).toEqual([...right].sort());
      }),
    );
  });
});

describe('the question form on the page', () => {
  it('says what an answer earns that is not the best', () => {
    const { options } = presentQuestionForm(SINGLE);
    expect(options.map((one) => one.part)).toEqual([null, 'This answer earns 1/4 of the mark.', null]);
  });

  it('has no way to take true or false away', () => {
    const view = presentQuestionForm(TRUE_FALSE);
    expect(view.canAdd).toBe(false);
    expect(view.options.map((one) => one.remove)).toEqual([null, null]);
  });
});
