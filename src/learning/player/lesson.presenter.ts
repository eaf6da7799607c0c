import type { Block } from '../../courses/blocks/block.js';
import type { LessonOutline } from '../../courses/course-version.js';
import { coursePath } from '../../courses/paths.js';
import { presentProblems, type Problem } from '../../platform/web/form.js';
import { t } from '../../platform/language/t.js';
import { type BlockAct, blockPath, lessonPath, readsPath } from '../paths.js';
import { type Place, stepsOf } from '../places/place.js';
import { presentBlock } from './player-blocks.presenter.js';
import type { StoredAnswer } from '../places/places.queries.js';
import { courseBar } from './course-bar.js';
import { afterLesson, stepCount } from '../steps.js';

interface OpenLesson {
  place: Place;
  lesson: LessonOutline;
  blocks: Block[];
  answers: StoredAnswer[];
  /** What is wrong with what was just posted, and to which block; a null key means the page as a whole. */
  refused: { key: string | null; problems: Problem[] };
  /** Where the page's links and forms lead; the course's own addresses unless it is a preview. */
  paths?: LessonPaths;
}

export interface LessonPaths {
  leave: string;
  back: string;
  reads: string;
  block: (key: string, what: BlockAct) => string;
}

function ownPaths({ version: { slug } }: Place, { position }: LessonOutline): LessonPaths {
  return {
    leave: coursePath(slug),
    back: position > 1 ? lessonPath(slug, position - 1) : coursePath(slug),
    reads: readsPath(slug, position),
    block: (key, what) => blockPath(slug, position, key, what),
  };
}

export function presentLesson(open: OpenLesson) {
  const { place, lesson, blocks, answers, refused, paths = ownPaths(place, lesson) } = open;
  const { version } = place;
  const problems = refused.problems.map((problem) => ({ ...problem, field: spotOf(refused.key, blocks) }));
  return {
    title: sayTitle(open),
    player: {
      leavePath: paths.leave,
      leaveLabel: t('Leave and save my place'),
      name: version.title,
      steps: courseBar(stepsOf(place), lesson.position),
    },
    problems: presentProblems(problems),
    course: version.title,
    lang: version.language === 'cy' ? 'cy' : null,
    heading: lesson.title,
    blocks: blocks.map((block) =>
      presentBlock(block, {
        path: paths.block,
        versionId: version.versionId,
        answer: answers.find(({ key }) => key === block.key)?.answer ?? null,
        problem: block.key === refused.key ? (refused.problems[0]?.sentence ?? null) : null,
        colleague: t('You'),
      }),
    ),
    version: version.versionId,
    readsPath: paths.reads,
    backPath: paths.back,
    onward: onwardLabel(place, lesson),
  };
}

function sayTitle({ place, lesson, refused }: OpenLesson): string {
  const of = String(stepCount(stepsOf(place)));
  const names = { lesson: lesson.title, n: String(lesson.position), of, course: place.version.title };
  return refused.problems.length > 0
    ? t('Error: {lesson} (step {n} of {of}), {course}', names)
    : t('{lesson} (step {n} of {of}), {course}', names);
}

/** Says where Continue will lead, by the rule that will decide it. */
function onwardLabel(place: Place, { position }: LessonOutline): string {
  const steps = stepsOf(place);
  const read = [...steps.read, position];
  const labels = { lesson: t('Continue'), quiz: t('Go to the quiz'), finished: t('Finish') };
  return labels[afterLesson({ ...steps, read }, place.version.completionRule, position).to];
}

/** Where the error summary leads: to the first answer of a check, otherwise to the block. */
function spotOf(key: string | null, blocks: readonly Block[]): string | null {
  return blocks.some((block) => block.key === key && block.kind === 'check') ? `${key}-1` : key;
}
