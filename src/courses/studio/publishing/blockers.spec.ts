import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyCourse } from '../../../../test/factories/any-course.js';
import { aQuestion } from '../../../../test/factories/questions.js';
import { readCourseContent, readCourseFile } from '../../content/content.js';
import { type DraftContent, draftOf } from '../drafts/draft-content.js';
import { emptyCourse, emptyQuestion, emptyQuiz, emptyScenario, themeDayCourse } from '../drafts/new-content.js';
import { writtenCourse } from '../drafts/written-course.js';
import { adviceFor } from './advice.js';
import { blockersOf } from './blockers.js';
import type { Block } from '../../blocks/block.js';

const NEW = { slug: 'hello', title: 'Hello', language: 'en' as const };
const PICTURE = 'counter-1f0a9b3c.svg';
const around = { images: new Set([PICTURE]), foreignQuestions: new Set<string>() };

const good = aQuestion('singleChoice', { a: '1', b: '0' });
const READY: DraftContent = {
  ...emptyCourse(NEW),
  summary: 'Say it.',
  primaryDriver: 'friendly',
  drivers: ['friendly'],
  minutes: 5,
  lessons: [
    { key: 'lesson-1', title: 'One', minutes: 2, blocks: [{ kind: 'text', key: 'text', text: 'Hello.' }] },
    { key: 'lesson-2', title: 'Two', minutes: 2, blocks: [{ kind: 'text', key: 'text', text: 'Goodbye.' }] },
  ],
  quiz: { ...emptyQuiz('Quiz'), questions: [{ key: 'hello-1', drivers: ['friendly'], marks: 1, question: good }] },
};

const says = (draft: DraftContent, more = around) => blockersOf(draft, more).map((remark) => remark.sentence);
const withBlock = (block: Block): DraftContent => ({
  ...READY,
  lessons: [READY.lessons[0]!, { ...READY.lessons[1]!, blocks: [...READY.lessons[1]!.blocks, block] }],
});
const withQuestion = (question: object): DraftContent => {
  const quiz = READY.quiz!;
  const four = [1, 2, 3, 4].map((n) => ({ ...quiz.questions[0]!, key: `hello-${n}` }));
  return { ...READY, quiz: { ...quiz, questions: [...four.slice(0, 3), { ...four[3]!, ...question }] } };
};

describe('what keeps a draft from being published', () => {
  it('is nothing for a course that is ready', () => expect(blockersOf(READY, around)).toEqual([]));

  it.each<[string, DraftContent, string[]]>([
    ['no title', { ...READY, title: '' }, ['The course has no title.']],
    ['no summary', { ...READY, summary: '' }, ['The course has no summary.']],
    ['no driver', { ...READY, drivers: [], primaryDriver: null }, ['No driver is chosen.']],
    ['no main driver', { ...READY, primaryDriver: null }, ['No main driver is chosen.']],
    ['a main driver that is not among them', { ...READY, primaryDriver: 'knowledge' }, ['No main driver is chosen.']],
    ['no minutes', { ...READY, minutes: null }, ['The course does not say how many minutes it takes.']],
    ['no lessons', { ...READY, lessons: [] }, ['The course has no lesson.']],
    [
      'a rule without its quiz',
      { ...READY, quiz: null, completionRule: 'both' },
      ['The course is finished by passing its quiz, and has none.'],
    ],
    [
      'an empty lesson',
      { ...READY, lessons: [{ key: 'x', title: '', minutes: null, blocks: [] }] },
      ['Lesson 1 has no title.', 'Lesson 1 does not say how many minutes it takes.', 'Lesson 1 is empty.'],
    ],
    ['an empty text', withBlock({ kind: 'text', key: 'x', text: '' }), ['Lesson 2 has a text without words.']],
    [
      'an image without words',
      withBlock({ kind: 'image', key: 'x', src: PICTURE, alt: '', caption: null }),
      ['Lesson 2 has an image without a text alternative.'],
    ],
    [
      'an image without a picture',
      withBlock({ kind: 'image', key: 'x', src: '', alt: 'A counter', caption: null }),
      ['Lesson 2 has an image block without a picture.'],
    ],
    [
      'a picture that is not there',
      withBlock({ kind: 'image', key: 'x', src: 'gone.svg', alt: 'A counter', caption: null }),
      ['Lesson 2 shows the picture “gone.svg”, which is not kept here. Choose it again.'],
    ],
    [
      'an empty callout',
      withBlock({ kind: 'callout', key: 'x', tone: 'tip', title: '', text: '' }),
      ['Lesson 2 has a callout without a heading.', 'Lesson 2 has a callout without words.'],
    ],
    [
      'an empty conversation',
      withBlock(emptyScenario('x')),
      [
        'The conversation in lesson 2 has no title.',
        'The conversation in lesson 2 does not say where it takes place.',
        'The customer of the conversation in lesson 2 has no name.',
        'The conversation in lesson 2 has 7 lines still to write.',
      ],
    ],
    [
      'an empty check',
      withBlock({ kind: 'check', key: 'x', question: emptyQuestion() }),
      [
        'The check in lesson 2 does not ask anything yet.',
        'The check in lesson 2 has 3 answers without words.',
        'The check in lesson 2 has 3 answers that do not say why they are right or not.',
        'The check in lesson 2 says nothing to a right answer.',
        'The check in lesson 2 says nothing to a wrong answer.',
      ],
    ],
    [
      'no right answer',
      withQuestion({ question: aQuestion('singleChoice', { a: '0', b: '0' }) }),
      ['Question 4 has no right answer.'],
    ],
    [
      'right answers that come to less than the mark',
      withQuestion({ question: aQuestion('multipleChoice', { a: '1/2', b: '1/4' }) }),
      ['Question 4 gives no answer, or no set of answers, the whole mark. Choose its right answer again.'],
    ],
    [
      'one answer only',
      withQuestion({ question: aQuestion('singleChoice', { a: '1' }) }),
      ['Question 4 has fewer than two answers.'],
    ],
    ['a question without a driver', withQuestion({ drivers: [] }), ['Question 4 has no driver.']],
    [
      'a quiz without questions',
      { ...READY, quiz: emptyQuiz('') },
      ['The quiz has no title.', 'The quiz has no question.'],
    ],
  ])('%s', (_, draft, sentences) => expect(says(draft)).toEqual(sentences));

  it('names the place of each', () => {
    const draft = withBlock({ kind: 'image', key: 'smile', src: PICTURE, alt: '', caption: null });
    expect(blockersOf({ ...draft, drivers: [], quiz: emptyQuiz('Quiz') }, around).map(({ spot }) => spot)).toEqual([
      { in: 'facts', field: 'drivers' },
      { in: 'lesson', position: 2, block: 'smile' },
      { in: 'quiz', field: 'questions' },
    ]);
  });

  it('finds what only the reader of course files knows, at its place', () => {
    const scenario = { ...emptyScenario('talk'), start: 'nowhere' };
    const filled = JSON.parse(JSON.stringify(scenario).replaceAll('""', '"x"')) as Block;
    const remarks = blockersOf(withBlock(filled), around);
    expect(remarks.map((remark) => remark.sentence)).toContainEqual(expect.stringContaining('it starts at “nowhere”'));
    expect(new Set(remarks.map(({ spot }) => JSON.stringify(spot)))).toEqual(
      new Set(['{"in":"lesson","position":2,"block":"talk"}']),
    );
  });

  it('a question under another course’s name is told apart', () => {
    expect(says(READY, { ...around, foreignQuestions: new Set(['hello-1']) })).toEqual([
      'Question 1 is kept under a name of another course. Duplicate it and delete this one.',
    ]);
  });

  it('is something for every new course, whatever it is made from', () => {
    expect(says(emptyCourse(NEW)).length).toBeGreaterThan(3);
    expect(says(themeDayCourse(NEW))).toContain('The conversation in lesson 1 has no title.');
  });

  it('is nothing exactly when the course can be read', () => {
    const gap = fc.constantFrom('title', 'summary', 'minutes', 'drivers', 'lessons', 'none');
    fc.assert(
      fc.property(anyCourse, gap, (course, missing) => {
        const empty = { title: '', summary: '', minutes: null, drivers: [], lessons: [] };
        const draft = { ...draftOf(course), ...(missing === 'none' ? {} : { [missing]: empty[missing as 'title'] }) };
        const reads = readCourseContent(writtenCourse(draft)).problems.length === 0;
        expect(blockersOf(draft, around).length === 0).toBe(reads);
      }),
    );
  });

  it.each(readdirSync('content/courses'))('is nothing for %s', (name) => {
    const text = readFileSync(`content/courses/${name}`, 'utf8');
    const draft = draftOf(readCourseFile({ name: `content/courses/${name}`, text }).value!);
    expect(says(draft, { ...around, images: new Set(readdirSync('content/images')) })).toEqual([]);
    expect(adviceFor(draft)).toEqual([]);
  });
});

describe('advice', () => {
  const quiz = READY.quiz!;
  it.each<[string, DraftContent, string]>([
    [
      'a pass mark that can’t be reached',
      withQuestion({ question: aQuestion('singleChoice', { a: '0', b: '0' }), marks: 3 }),
      'The pass mark of 75% can’t be reached: with every answer right it comes to 50%.',
    ],
    [
      'a pass mark of nothing',
      { ...READY, quiz: { ...quiz, passPercent: 0 } },
      'The pass mark is 0%: handing in without an answer passes.',
    ],
    [
      'the right answer always first',
      { ...withQuestion({}), quiz: { ...withQuestion({}).quiz!, shuffleOptions: false } },
      'The right answer is always the first one. Shuffle the answers or move some.',
    ],
    [
      'too long for its minutes',
      withBlock({ kind: 'text', key: 'long', text: Array(900).fill('word.').join(' ') }),
      'Lesson 2 takes about 6 minutes to read, and says 2.',
    ],
  ])('%s', (_, draft, sentence) => expect(adviceFor(draft).map((remark) => remark.sentence)).toContain(sentence));

  it('is silent about what is not written yet', () => expect(adviceFor(themeDayCourse(NEW))).toEqual([]));
});
