import type { Block } from '../courses/blocks/block.js';
import type { CourseContent } from '../courses/content/content.js';
import { addBlock, moveBlock, putBlock } from '../courses/studio/blocks/block-edits.js';
import { type DraftContent, draftOf } from '../courses/studio/drafts/draft-content.js';
import { inWords } from '../courses/studio/drafts/words.js';
import { addLesson, changeLesson } from '../courses/studio/lessons/lesson-edits.js';

/** The course whose next version Grace is writing: Sam is part-way through the one that is published. */
export const COURSE_BEING_WRITTEN = 'queues-keep-people-in-the-loop';

export interface PlannedStep {
  at: string;
  words: string;
  before: DraftContent;
}

export interface PlannedDraft {
  startedAt: string;
  steps: PlannedStep[];
  content: DraftContent;
}

type Edit = [at: string, words: string, edit: (content: DraftContent) => DraftContent];

/** A next version as it lies on a desk: a word of Sam's colleagues taken up, a lesson added, its picture still to come. */
export function planCourseDraft(published: CourseContent): PlannedDraft {
  const steps: PlannedStep[] = [];
  const content = EDITS.reduce((before, [at, words, edit]) => {
    steps.push({ at, words, before });
    return edit(before);
  }, draftOf(published));
  return { startedAt: '2027-02-08T14:05:00Z', steps, content };
}

const NEW_LESSON = 'lesson-5';

const SAY_IT_AGAIN: Block = {
  kind: 'callout',
  key: 'say-it-again',
  tone: 'tip',
  title: 'Say it again',
  text: 'Half the line wasn’t here five minutes ago. Tell the people at the back too: “Still about ten minutes from here.”',
};

const TEN_BECOMES_TWENTY: Block = {
  kind: 'text',
  key: 'text',
  text: [
    'You said ten minutes. Then the card machine froze, and now it’s twenty.',
    'Say the new time **before** anyone asks. “I told you ten. It’s going to be nearer twenty, because the card machine’s stuck. I’m sorry about that.”',
    'People forgive a new time. They don’t forgive finding out.',
  ].join('\n\n'),
};

const EDITS: Edit[] = [
  [
    '2027-02-08T14:12:00Z',
    inWords('Added to lesson {n}: {name}', { n: '2', name: 'Callout' }),
    (content) => addBlock(content, 'lesson-2', { ...SAY_IT_AGAIN, title: '', text: '' }),
  ],
  [
    '2027-02-08T14:16:00Z',
    inWords('Wrote in lesson {n}, block {block}: {name}', { n: '2', block: '5', name: 'Callout' }),
    (content) => putBlock(content, 'lesson-2', SAY_IT_AGAIN),
  ],
  [
    '2027-02-08T14:17:00Z',
    inWords('Moved a block of lesson {n} up', { n: '2' }),
    (content) => moveBlock(content, 'lesson-2', SAY_IT_AGAIN.key, 'up'),
  ],
  ['2027-02-09T09:31:00Z', 'Added a lesson', addLesson],
  [
    '2027-02-09T09:32:00Z',
    inWords('Changed the title or the minutes of lesson {n}', { n: '5' }),
    (content) =>
      changeLesson(content, NEW_LESSON, (lesson) => ({ ...lesson, title: 'When ten becomes twenty', minutes: 2 })),
  ],
  [
    '2027-02-09T09:46:00Z',
    inWords('Wrote in lesson {n}, block {block}: {name}', { n: '5', block: '1', name: 'Text' }),
    (content) => addBlock(content, NEW_LESSON, TEN_BECOMES_TWENTY),
  ],
  [
    '2027-02-09T09:48:00Z',
    inWords('Added to lesson {n}: {name}', { n: '5', name: 'Picture' }),
    (content) => addBlock(content, NEW_LESSON, { kind: 'image', key: 'image', src: '', alt: '', caption: null }),
  ],
];
