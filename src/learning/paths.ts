import { coursePath } from '../courses/paths.js';

/** One lesson in the player; `block` jumps to a block of it. */
export const lessonPath = (slug: string, position: number, block: string | null = null) =>
  `${coursePath(slug)}/lessons/${position}${block === null ? '' : `#${block}`}`;

/** POST: start a course, or go on where one left it. */
export const startPath = (slug: string) => `${coursePath(slug)}/enrolments`;

/** POST: this lesson is read. */
export const readsPath = (slug: string, position: number) => `${lessonPath(slug, position)}/reads`;

/** POST: what was said in a scenario (`turns`), answered in a check (`answers`), or taken back (`restarts`). */
export const blockPath = (slug: string, position: number, key: string, what: 'turns' | 'answers' | 'restarts') =>
  `${lessonPath(slug, position)}/blocks/${key}/${what}`;

/** GET: on to the open attempt, or a page with one button; POST: start or resume an attempt. */
export const quizPath = (slug: string) => `${coursePath(slug)}/quiz`;

/** The page after the last step. */
export const finishedPath = (slug: string) => `${coursePath(slug)}/finished`;

/** What the signed-in person has finished and begun. */
export const recordPath = () => '/record';
