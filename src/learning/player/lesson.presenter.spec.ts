import { describe, expect, it } from '@jest/globals';
import type { Block } from '../../courses/blocks/block.js';
import { presentLesson } from './lesson.presenter.js';
import type { Place } from '../places/place.js';

const LESSONS = [1, 2, 3].map((position) => ({ id: position, position, title: `Lesson ${position}`, minutes: 1 }));

const place = (read: number[]): Place => ({
  version: {
    courseId: 1,
    versionId: 7,
    slug: 'a-course',
    kind: 'course',
    title: 'A course',
    summary: '',
    driver: 'friendly',
    drivers: ['friendly'],
    minutes: 3,
    language: 'en',
    number: 1,
    completionRule: 'both',
    validityMonths: null,
    quizVersionId: 1,
    lessons: LESSONS,
  },
  enrolment: null,
  finishedAt: null,
  lastFinishedAt: null,
  read,
  quiz: { questions: 4, passPercent: 80, attempts: 0, openAttemptId: null, bestPercent: null, passed: false },
  closed: null,
});

const CHECK: Block = {
  kind: 'check',
  key: 'sure',
  question: {
    kind: 'singleChoice',
    text: 'What comes first?',
    options: [
      { key: 'listen', text: 'Listening', fraction: '1', feedback: 'Yes.' },
      { key: 'explain', text: 'Explaining', fraction: '0', feedback: 'Later.' },
    ],
    feedback: { correct: 'It costs nothing.', partly: null, incorrect: 'Listen first.' },
  },
};
const BLOCKS: Block[] = [
  { kind: 'text', key: 'why', text: 'Let them **finish**. <script>' },
  { kind: 'image', key: 'hello', src: 'hello-1.svg', alt: 'A smile', caption: null },
  { kind: 'callout', key: 'mind', tone: 'care', title: 'Mind', text: 'This.' },
  CHECK,
];

const present = (position: number, read: number[] = [], change: Partial<Parameters<typeof presentLesson>[0]> = {}) =>
  presentLesson({
    place: place(read),
    lesson: LESSONS[position - 1]!,
    blocks: BLOCKS,
    answers: [],
    refused: { key: null, problems: [] },
    ...change,
  });

describe('a lesson in the player', () => {
  it('shows where one is, from evidence', () => {
    const { steps } = present(2, [1]).player;
    expect(steps.label).toBe('Progress: step 2 of 4');
    expect(steps.items.map(({ css, text }) => [css, text])).toEqual([
      ['is-done', 'Step 1, done'],
      ['is-now', 'Step 2, you are here'],
      ['', 'Step 3'],
      ['', 'Step 4'],
    ]);
  });

  it.each([
    [1, [], '/courses/a-course', 'Continue'],
    [3, [1, 2], '/courses/a-course/lessons/2', 'Go to the quiz'],
    [3, [1], '/courses/a-course/lessons/2', 'Continue'],
  ])('lesson %i after %j leads back to %s and on by “%s”', (position, read, back, onward) => {
    expect(present(position, read)).toMatchObject({ backPath: back, onward });
  });

  it('fills exactly one kind for each block, with Markdown made safe', () => {
    const { blocks } = present(1);
    const kinds = blocks.map((block) =>
      (['text', 'image', 'callout', 'scenario', 'check'] as const).filter((kind) => block[kind] !== null),
    );
    expect(kinds).toEqual([['text'], ['image'], ['callout'], ['check']]);
    expect(String(blocks[0]?.text)).toBe('<p>Let them <strong>finish</strong>. &lt;script&gt;</p>\n');
    expect(blocks[2]?.callout?.care).toBe(true);
  });

  it('asks a check with ids of its own and without giving the keys away', () => {
    const check = present(1).blocks[3]?.check;
    expect(check?.asking?.options).toEqual([
      { id: 'sure-1', value: '1', text: 'Listening' },
      { id: 'sure-2', value: '2', text: 'Explaining' },
    ]);
  });

  it('shows the verdict on a stored answer, and asks again when it no longer fits', () => {
    const checkAfter = (answer: unknown) => present(1, [], { answers: [{ key: 'sure', answer }] }).blocks[3]?.check;
    expect(checkAfter({ chosen: ['listen'] })?.verdict).toMatchObject({ isRight: true });
    expect(checkAfter({ chosen: ['explain'] })?.verdict).toMatchObject({ isRight: false, heading: 'Not quite' });
    for (const odd of [{}, { chosen: [] }, { chosen: ['gone'] }, { chosen: 'listen' }, null]) {
      expect(checkAfter(odd)?.asking).not.toBeNull();
    }
  });

  it('leads from what is wrong to the place where it can be put right', () => {
    const problems = [{ field: 'answer', sentence: 'Choose one answer.' }];
    const model = present(1, [], { refused: { key: 'sure', problems } });
    expect(model.title).toBe('Error: Lesson 1 (step 1 of 4), A course');
    expect(model.problems?.list).toEqual([{ text: 'Choose one answer.', href: '#sure-1' }]);
    expect(model.blocks[3]?.check?.asking?.problem).toBe('Choose one answer.');
  });
});
