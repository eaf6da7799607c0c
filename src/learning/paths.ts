import { coursePath } from '../courses/paths.js';

/** One lesson in the player; `block` jumps to a block of it. */
export const lessonPath = (slug: string, position: number, block: string | null = null) =>
  `${coursePath(slug)}/lessons/${position}${block === null ? '' : `#${block}`}`;

/** POST: start a course, or go on where one left it. */
export const startPath = (slug: string) => `${coursePath(slug)}/enrolments`;

/** POST: this lesson is read. */
export const readsPath = (slug: string, position: number) => `${lessonPath(slug, position)}/reads`;

/** What a block's forms do: say something in a scenario, answer a check, or take it back. */
export type BlockAct = 'turns' | 'answers' | 'restarts';

/** POST. */
export const blockPath = (slug: string, position: number, key: string, what: BlockAct) =>
  `${lessonPath(slug, position)}/blocks/${key}/${what}`;

/** GET: on to the open attempt, or a page with one button; POST: start or resume an attempt. */
export const quizPath = (slug: string) => `${coursePath(slug)}/quiz`;

/** The page after the last step. */
export const finishedPath = (slug: string) => `${coursePath(slug)}/finished`;

/** What the signed-in person has finished and begun. */
export const recordPath = () => '/record';
