import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyCourse } from '../../../../test/factories/any-course.js';
import { aQuestion } from '../../../../test/factories/questions.js';
import type { CourseContent } from '../../content/content.js';
import { type DraftContent, draftOf, plainLesson } from '../drafts/draft-content.js';
import { contentHash } from '../../content-hash.js';
import { changesBetween } from './changes.js';
import { pairLessons, staysRead } from './lesson-pairs.js';

const text = (words: string) => ({ kind: 'text' as const, key: 'text', text: words });
const lesson = (title: string, words = title) => ({ title, minutes: 2, blocks: [text(words)] });
const question = (key: string) => ({
  key,
  drivers: ['friendly' as const],
  marks: 1,
  question: aQuestion('singleChoice', { a: '1', b: '0' }),
});

const LIVE: CourseContent = {
  slug: 'hello',
  kind: 'course',
  title: 'Hello',
  summary: 'Say it.',
  primaryDriver: 'friendly',
  drivers: ['friendly'],
  minutes: 5,
  language: 'en',
  completionRule: 'both',
  validityMonths: null,
  lessons: [lesson('One'), lesson('Two'), lesson('Three')],
  quiz: {
    title: 'Quiz',
    passPercent: 75,
    attemptsAllowed: null,
    shuffleQuestions: true,
    shuffleOptions: true,
    behaviour: 'immediateFeedback',
    gradingMethod: 'highest',
    questions: [question('q-1'), question('q-2'), question('q-3')],
  },
};
const [one, two, three] = draftOf(LIVE).lessons as [L, L, L];
type L = DraftContent['lessons'][number];
const quiz = LIVE.quiz!;

/** Whether the draft, once published, would be the very same version. */
const isSame = (live: CourseContent, draft: DraftContent) =>
  contentHash(live) === contentHash({ ...draft, lessons: draft.lessons.map(plainLesson) });

describe('what a draft changes', () => {
  it.each<[string, Partial<DraftContent>, string[]]>([
    ['nothing', {}, []],
    ['the title', { title: 'Good morning' }, ['The title is now “Good morning”.']],
    ['the title taken out', { title: '' }, ['The title is gone.']],
    ['the minutes', { minutes: 1 }, ['It takes 1 minute now.']],
    ['the main driver', { primaryDriver: null }, ['The drivers are different.']],
    ['what finishes it', { completionRule: 'quizPassed' }, ['What finishes the course is different.']],
    ['a lesson more', { lessons: [one, two, three, { ...lesson('Four'), key: 'x' }] }, ['Lesson 4, “Four”, is new.']],
    ['a lesson less', { lessons: [one, three] }, ['Lesson 2, “Two”, is gone.']],
    [
      'a lesson rewritten',
      { lessons: [one, { ...two, blocks: [text('Other words')] }, three] },
      ['Lesson 2, “Two”, says something else.'],
    ],
    ['a lesson renamed', { lessons: [one, { ...two, title: 'Zwei' }, three] }, ['Lesson 2 is now called “Zwei”.']],
    ['a lesson’s minutes', { lessons: [one, { ...two, minutes: null }, three] }, ['Lesson 2 takes another time.']],
    ['the order', { lessons: [two, one, three] }, ['The lessons come in another order.']],
    ['no quiz any more', { quiz: null }, ['The quiz is gone.']],
    ['the pass mark', { quiz: { ...quiz, passPercent: 80 } }, ['The settings of the quiz are different.']],
    [
      'questions',
      { quiz: { ...quiz, questions: [question('q-3'), { ...question('q-2'), marks: 2 }, question('q-9')] } },
      ['1 question is new.', '1 question is different.', '1 question is gone.', 'The questions come in another order.'],
    ],
  ])('%s', (_, change, expected) => {
    const draft = { ...draftOf(LIVE), ...change };
    expect(changesBetween(LIVE, draft)).toEqual(expected);
    expect(isSame(LIVE, draft)).toBe(expected.length === 0);
  });

  it('a first quiz is said', () => {
    const without = { ...LIVE, quiz: null };
    expect(changesBetween(without, { ...draftOf(without), quiz })).toEqual(['There is a quiz now.']);
  });

  it('is something exactly when the content is another', () => {
    fc.assert(
      fc.property(anyCourse, anyCourse, (live, other) => {
        expect(changesBetween(live, draftOf(live))).toEqual([]);
        const draft = { ...draftOf(other), slug: live.slug };
        expect(changesBetween(live, draft).length === 0).toBe(isSame(live, draft));
      }),
      { numRuns: 50 },
    );
  });
});

describe('the lessons of two versions', () => {
  const [a, b, c] = [lesson('A'), lesson('B'), lesson('C')];
  it.each([
    ['the same', [a, b], [a, b], [0, 1], [1, 2]],
    ['in another order', [a, b, c], [c, a, b], [2, 0, 1], [1, 2, 3]],
    ['one is new', [a], [b, a], [null, 0], [2]],
    ['one is renamed', [a], [{ ...a, title: 'Z' }], [0], [1]],
    ['one says something else', [a, b], [a, lesson('B', 'other')], [0, 1], [1]],
    ['twins stay read together', [a], [a, a], [0, null], [1, 2]],
    ['nothing before', [], [a], [null], []],
  ])('%s', (_, older, newer, pairs, read) => {
    expect(pairLessons(older, newer)).toEqual(pairs);
    expect(staysRead(older, newer)).toEqual(read);
  });
});
