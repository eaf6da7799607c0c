import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readCourseContent } from '../content/content.js';
import { addBlock, copyBlock, deleteBlock, moveBlock, putBlock } from './blocks/block-edits.js';
import { BLOCK_KIND_NAMES, type BlockKindName, newBlock } from './blocks/new-block.js';
import type { DraftContent } from './drafts/draft-content.js';
import { mergeChange } from './drafts/merge.js';
import { emptyCourse, themeDayCourse } from './drafts/new-content.js';
import { partsOf } from './drafts/parts.js';
import { writtenCourse } from './drafts/written-course.js';
import { addLesson, changeLesson, copyLesson, deleteLesson, moveLesson } from './lessons/lesson-edits.js';
import { setAbout } from './outline/set-about.js';

const START = emptyCourse({ slug: 'a-course', title: 'A course', language: 'en' });

/** A draft after some edits at random, as an author with little patience makes them. */
const drafts = fc
  .array(fc.record({ act: fc.nat(7), at: fc.nat(9), kind: fc.constantFrom(...BLOCK_KIND_NAMES), up: fc.boolean() }), {
    maxLength: 25,
  })
  .map((steps) => steps.reduce(step, START));

function step(
  draft: DraftContent,
  { act, at, kind, up }: { act: number; at: number; kind: BlockKindName; up: boolean },
) {
  const lesson = draft.lessons[at % Math.max(1, draft.lessons.length)];
  const block = lesson?.blocks[at % Math.max(1, lesson.blocks.length)];
  const [key, blockKey, way] = [lesson?.key ?? '', block?.key ?? '', up ? ('up' as const) : ('down' as const)];
  const acts = [
    () => addLesson(draft),
    () => copyLesson(draft, key),
    () => moveLesson(draft, key, way),
    () => deleteLesson(draft, key),
    () => addBlock(draft, key, newBlock(kind)),
    () => copyBlock(draft, key, blockKey),
    () => moveBlock(draft, key, blockKey, way),
    () => deleteBlock(draft, key, blockKey),
  ];
  return acts[act]!();
}

const unique = (keys: string[]) => new Set(keys).size === keys.length;

describe('what can be done to a draft', () => {
  it('keeps every lesson’s key its own, and every block’s in its lesson', () => {
    fc.assert(
      fc.property(drafts, ({ lessons }) => {
        expect(unique(lessons.map((lesson) => lesson.key))).toBe(true);
        for (const { blocks } of lessons) expect(unique(blocks.map((block) => block.key))).toBe(true);
      }),
    );
  });

  it('moves up and down again to where it was', () => {
    fc.assert(
      fc.property(drafts, fc.nat(20), (draft, at) => {
        const index = at % Math.max(1, draft.lessons.length);
        const key = draft.lessons[index]?.key ?? '';
        if (index > 0) expect(moveLesson(moveLesson(draft, key, 'up'), key, 'down')).toEqual(draft);
        if (index < draft.lessons.length - 1) {
          expect(moveLesson(moveLesson(draft, key, 'down'), key, 'up')).toEqual(draft);
        }
      }),
    );
  });

  it('leaves the first first and the last last', () => {
    const three = addLesson(addLesson(START));
    expect(moveLesson(three, 'lesson-1', 'up')).toEqual(three);
    expect(moveLesson(three, 'lesson-3', 'down')).toEqual(three);
  });

  it('deletes what it duplicated, and nothing else is changed', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const copied = copyLesson(draft, draft.lessons[0]?.key ?? '');
        const added = copied.lessons.find((lesson) => !draft.lessons.some((old) => old.key === lesson.key));
        expect(deleteLesson(copied, added?.key ?? '')).toEqual(draft);
      }),
    );
  });

  it('does nothing about what is not there', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        expect(moveLesson(draft, 'nobody', 'up')).toEqual(draft);
        expect(copyLesson(draft, 'nobody')).toEqual(draft);
        expect(deleteLesson(draft, 'nobody')).toEqual(draft);
        expect(deleteBlock(draft, 'nobody', 'text')).toEqual(draft);
        expect(copyBlock(draft, draft.lessons[0]?.key ?? '', 'nobody')).toEqual(draft);
      }),
    );
  });

  it('can be read as a course file whatever is missing, every gap as a problem', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const { value, problems } = readCourseContent(writtenCourse(draft));
        expect(value).toBeNull();
        expect(problems.every((problem) => problem.sentence.length > 0)).toBe(true);
        expect(problems.some((problem) => problem.sentence.includes('is not a field here'))).toBe(false);
      }),
    );
  });
});

describe('two changes of one draft', () => {
  const base = addBlock(addBlock(addLesson(START), 'lesson-1', newBlock('text')), 'lesson-1', newBlock('callout'));
  const write = (text: string) => (draft: DraftContent) =>
    putBlock(draft, 'lesson-1', { kind: 'text', key: 'text', text });
  const title = (words: string) => (draft: DraftContent) =>
    changeLesson(draft, 'lesson-1', (lesson) => ({ ...lesson, title: words }));

  it.each<[string, (d: DraftContent) => DraftContent, (d: DraftContent) => DraftContent]>([
    ['a block and its lesson’s title', write('Mine'), title('Theirs')],
    ['a block and the one beside it', write('Mine'), (d) => deleteBlock(d, 'lesson-1', 'callout')],
    ['a block and where it stands', write('Mine'), (d) => moveBlock(d, 'lesson-1', 'text', 'down')],
    ['two lessons more', addLesson, addLesson],
    ['two moves', (d) => moveLesson(d, 'lesson-2', 'up'), (d) => moveBlock(d, 'lesson-1', 'callout', 'up')],
    ['the same words twice', write('Same'), write('Same')],
  ])('come together: %s', (_, mine, theirs) => {
    const merged = mergeChange({ base, now: theirs(base), change: mine });
    expect(merged).toEqual({ clash: false, content: mine(theirs(base)) });
  });

  it.each<[string, (d: DraftContent) => DraftContent, (d: DraftContent) => DraftContent]>([
    ['the words of one block', write('Mine'), write('Theirs')],
    ['words in a block that is deleted', write('Mine'), (d) => deleteBlock(d, 'lesson-1', 'text')],
    ['deleting what somebody writes', (d) => deleteBlock(d, 'lesson-1', 'text'), write('Theirs')],
    ['deleting a lesson in which somebody writes', (d) => deleteLesson(d, 'lesson-1'), write('Theirs')],
    ['one title', title('Mine'), title('Theirs')],
  ])('are shown to the second author: %s', (_, mine, theirs) => {
    expect(mergeChange({ base, now: theirs(base), change: mine })).toEqual({ clash: true });
  });

  it('never drop what was written by the first, whatever the second does', () => {
    fc.assert(
      fc.property(drafts, drafts, (base, theirs) => {
        const mine = (draft: DraftContent) => ({ ...draft, title: 'Mine' });
        const merged = mergeChange({ base, now: theirs, change: mine });
        if (merged.clash) return expect(partsOf(theirs).get('course')).not.toEqual(partsOf(base).get('course'));
        const kept = [...partsOf(theirs)].filter(([name]) => name !== 'course');
        expect([...partsOf(merged.content)]).toEqual(expect.arrayContaining(kept));
      }),
    );
  });
});

describe('the template of a theme day', () => {
  it('is what a theme day should be: one conversation, four questions, five minutes', () => {
    const draft = themeDayCourse({ slug: 'day', title: 'Day', language: 'cy' });
    expect(draft).toMatchObject({ kind: 'themeDay', minutes: 5, language: 'cy', completionRule: 'both' });
    expect(draft.quiz?.questions.map((question) => question.key)).toEqual(['day-1', 'day-2', 'day-3', 'day-4']);
  });
});

describe('the drivers of a course', () => {
  it.each([
    [[], null, [], null],
    [['knowledge'], null, ['knowledge'], 'knowledge'],
    [['knowledge', 'friendly'], null, ['friendly', 'knowledge'], null],
    [['friendly'], 'knowledge', ['friendly', 'knowledge'], 'knowledge'],
  ] as const)('%j with %j become %j, first %j', (drivers, primaryDriver, wanted, first) => {
    const set = setAbout(START, { ...START, slug: null, drivers: [...drivers], primaryDriver });
    expect([set.drivers, set.primaryDriver, set.slug]).toEqual([wanted, first, 'a-course']);
  });
});
