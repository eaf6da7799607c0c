import { describe, expect, it } from '@jest/globals';
import { aMultipleChoice, aSingleChoice, aTrueFalse } from '../../../test/factories/questions.js';
import { presentQuestion, presentVerdict } from './present-question.js';

const labels = (verdict: ReturnType<typeof presentVerdict>) => verdict.options.map((option) => option.label);

describe('a question that waits for an answer', () => {
  it('offers places, never keys, in the order of this attempt, with what is held chosen', () => {
    const face = presentQuestion(aSingleChoice(), { chosen: ['a'] }, ['d', 'a', 'b', 'c']);
    expect(face.options.map(({ value, text }) => [value, text])).toEqual([
      ['1', 'Answer d'],
      ['2', 'Answer a'],
      ['3', 'Answer b'],
      ['4', 'Answer c'],
    ]);
    expect(face.options.map((option) => option.checked)).toEqual([false, true, false, false]);
  });

  it.each([
    [aSingleChoice(), 'Choose one answer.', false],
    [aMultipleChoice(), 'You can choose more than one.', true],
    [aTrueFalse(), 'Is this true or false?', false],
  ])('says how to answer it', (question, hint, several) => {
    expect(presentQuestion(question, null)).toMatchObject({ hint, several });
  });
});

describe('a verdict', () => {
  it('of a right single choice says why in the words of the option, then of the question', () => {
    const verdict = presentVerdict(aSingleChoice(), { chosen: ['b'] });
    expect(verdict).toMatchObject({
      titleStart: 'Correct',
      heading: 'That’s it',
      isRight: true,
      why: 'Why b. Well judged.',
    });
    expect(labels(verdict)).toEqual([null, 'Best answer', null, null]);
  });

  it('of a wrong one labels both answers in words', () => {
    const verdict = presentVerdict(aSingleChoice(), { chosen: ['a'] });
    expect(verdict).toMatchObject({ titleStart: 'Not quite', isRight: false, why: 'Why a. Think of the queue.' });
    expect(labels(verdict)).toEqual(['Your answer', 'Best answer', null, null]);
  });

  it('gives credit for an answer that is partly right, without a cross', () => {
    const verdict = presentVerdict(aSingleChoice(), { chosen: ['c'] });
    expect(verdict.titleStart).toBe('Partly right');
    expect(verdict.options[2]).toMatchObject({ label: 'Your answer, partly right', icon: 'info', css: '' });
  });

  it('of several says of each why, and shows what was missed', () => {
    const verdict = presentVerdict(aMultipleChoice(), { chosen: ['a', 'c'] });
    expect(labels(verdict)).toEqual(['Your answer, and right', 'Also right', 'Your answer', null]);
    expect(verdict.options.map((option) => option.feedback)).toEqual(['Why a.', 'Why b.', 'Why c.', null]);
    expect(verdict.why).toBe('Think of the queue.');
  });

  it('does not say “Not quite” twice', () => {
    const question = aTrueFalse();
    question.options[0]!.feedback = 'Not quite. It only means that it stops with you.';
    expect(presentVerdict(question, { chosen: ['true'] }).why).toBe(
      'It only means that it stops with you. Think of the queue.',
    );
  });

  it('falls back to the words for a wrong answer where an author gave none for a partly right one', () => {
    const question = aMultipleChoice();
    question.feedback.partly = null;
    expect(presentVerdict(question, { chosen: ['a'] })).toMatchObject({
      heading: 'Partly right',
      why: 'Think of the queue.',
    });
  });

  it('of a question left out shows the right answer and blames nobody', () => {
    const verdict = presentVerdict(aSingleChoice(), null);
    expect(verdict).toMatchObject({ titleStart: 'Not answered', heading: 'You left this one out' });
    expect(labels(verdict)).toEqual([null, 'Best answer', null, null]);
  });
});
