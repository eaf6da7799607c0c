import type { Block } from '../../courses/blocks/block.js';
import type { CourseVersion } from '../../courses/course-version.js';
import type { Draft } from '../../courses/studio/drafts/draft.js';
import type { DraftLesson } from '../../courses/studio/drafts/draft-content.js';
import { blockGaps } from '../../courses/studio/publishing/block-gaps.js';
import { t } from '../../platform/language/t.js';
import type { Place } from '../places/place.js';

/** In the database there is none of these. */
const NONE = 0;

/** A draft as a learner would find it who has read everything but the lesson at `position`. */
export function placeIn(draft: Draft, position: number): Place {
  const { quiz } = draft.content;
  const version = versionOf(draft);
  return {
    version,
    enrolment: null,
    finishedAt: null,
    lastFinishedAt: null,
    read: version.lessons.map((lesson) => lesson.position).filter((other) => other !== position),
    quiz: quiz && {
      questions: quiz.questions.length,
      passPercent: quiz.passPercent,
      attempts: 0,
      openAttemptId: null,
      bestPercent: null,
      passed: false,
    },
    closed: null,
  };
}

function versionOf({ courseId, revision, content }: Draft): CourseVersion {
  const { slug, kind, summary, drivers, language, completionRule, validityMonths } = content;
  return {
    courseId: courseId ?? NONE,
    versionId: revision,
    slug,
    kind,
    title: content.title || t('Untitled course'),
    summary,
    driver: content.primaryDriver ?? 'friendly',
    minutes: content.minutes ?? 0,
    language,
    number: NONE,
    drivers,
    completionRule,
    validityMonths,
    quizVersionId: content.quiz === null ? null : NONE,
    lessons: content.lessons.map((lesson, index) => ({
      id: NONE,
      position: index + 1,
      title: lesson.title || t('Lesson {n}, without a title yet', { n: String(index + 1) }),
      minutes: lesson.minutes ?? 0,
    })),
  };
}

/** The blocks of a lesson; one that nothing can be shown of yet says what it waits for. */
export function previewBlocks({ blocks }: DraftLesson, position: number): Block[] {
  return blocks.map((block) => (canBeShown(block) ? block : waiting(block, position)));
}

function waiting(block: Block, position: number): Block {
  const text = blockGaps(block, position)
    .map((gap) => `- ${gap}`)
    .join('\n');
  return { kind: 'callout', key: block.key, tone: 'care', title: t('Not finished yet'), text };
}

function canBeShown(block: Block): boolean {
  if (block.kind === 'image') return block.src !== '';
  if (block.kind === 'scenario') return block.nodes.some((node) => node.id === block.start);
  if (block.kind === 'check')
    return block.question.text !== '' && block.question.options.every((option) => option.text);
  return block.text !== '';
}
