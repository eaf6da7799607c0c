import { describe, expect, it } from '@jest/globals';
import { readQuiz } from './quiz-content.js';

type Fields = Record<string, unknown>;

const question = (key: string, more: Fields = {}): Fields => ({
  key,
  kind: 'trueFalse',
  text: 'A hello costs nothing.',
  drivers: ['understanding', 'friendly'],
  marks: 1,
  options: [
    { key: 'true', text: 'True', fraction: 1, feedback: 'Yes.' },
    { key: 'false', text: 'False', fraction: 0, feedback: 'It takes a second.' },
  ],
  feedback: { correct: 'Yes.', partly: null, incorrect: 'Try it.' },
  ...more,
});

const quiz = (more: Fields = {}): Fields => ({
  title: 'A proper hello',
  passPercent: 80,
  attemptsAllowed: null,
  shuffleQuestions: true,
  shuffleOptions: true,
  behaviour: 'immediateFeedback',
  gradingMethod: 'highest',
  questions: [question('hello-1'), question('hello-2')],
  ...more,
});

describe('a quiz in a content file', () => {
  it('is read whole, drivers in their fixed order', () => {
    const { value, problems } = readQuiz(quiz({ attemptsAllowed: 3 }));
    expect(problems).toEqual([]);
    expect(value).toMatchObject({
      title: 'A proper hello',
      passPercent: 80,
      attemptsAllowed: 3,
      gradingMethod: 'highest',
    });
    expect(value!.questions.map(({ key, drivers, marks }) => [key, drivers, marks])).toEqual([
      ['hello-1', ['friendly', 'understanding'], 1],
      ['hello-2', ['friendly', 'understanding'], 1],
    ]);
  });

  it.each<[string, Fields, string]>([
    ['a pass mark above 100', { passPercent: 110 }, 'Give “passPercent” as a whole number from 0 to 100.'],
    ['no attempts at all', { attemptsAllowed: 0 }, 'Give “attemptsAllowed” as a whole number from 1 to 100.'],
    ['a flag in words', { shuffleOptions: 'yes' }, 'Set “shuffleOptions” to true or false.'],
    [
      'an unknown behaviour',
      { behaviour: 'adaptive' },
      'Set “behaviour” to one of: immediateFeedback, deferredFeedback.',
    ],
    ['no questions', { questions: [] }, 'List at least 1 under “questions”.'],
    [
      'one key for two questions',
      { questions: [question('hello'), question('hello')] },
      'Two questions have the key “hello”.',
    ],
    ['no driver', { questions: [question('hello', { drivers: [] })] }, 'Question 1: list at least 1 under “drivers”.'],
    [
      'a seventh driver',
      { questions: [question('hello', { drivers: ['speed'] })] },
      'Question 1: list drivers out of: friendly, professional, knowledge, understanding, efficiency, expectations.',
    ],
    [
      'no marks',
      { questions: [question('hello', { marks: 0 })] },
      'Question 1: give “marks” as a whole number from 1 to 100.',
    ],
    ['a field of another place', { minutes: 5 }, '“minutes” is not a field here; correct its spelling or take it out.'],
  ])('with %s comes with a sentence', (_, change, sentence) => {
    const { value, problems } = readQuiz(quiz(change));
    expect(problems.map((problem) => problem.sentence)).toContain(sentence);
    expect(value).toBeNull();
  });

  it('says where each problem is', () => {
    const { problems } = readQuiz(quiz({ questions: [question('hello-1'), question('hello-2', { marks: 'one' })] }));
    expect(problems.map((problem) => problem.path)).toEqual([['questions', 1, 'marks']]);
  });
});
