/** The CX team's desk: what is being written, and what is published. */
export const studioPath = () => '/studio';

/** Makes a draft: from nothing, from a template or as a copy. */
export const newCoursePath = () => '/studio/courses/new';

/** POST: the new course's form is sent here. */
export const coursesToMakePath = () => '/studio/courses';

/** Makes the draft of a published course's next version, or leads to the one that is open. */
export const nextVersionPath = (slug: string) => `/studio/published/${slug}/drafts`;

/** @param id the draft's */
export const draftPath = (id: number) => `/studio/courses/${id}`;

/** What is done to a draft: `lessons` adds one, `deletions` deletes it, `undos` takes the last change back. */
export const draftActionPath = (id: number, action: 'lessons' | 'deletions' | 'restorations' | 'undos') =>
  `${draftPath(id)}/${action}`;

/** The facts of the course: its title, drivers, minutes and so on. */
export const draftAboutPath = (id: number) => `${draftPath(id)}/about`;

export const historyPath = (id: number) => `${draftPath(id)}/history`;

/** @param position from 1 */
export const draftLessonPath = (id: number, position: number, block: string | null = null) =>
  `${draftPath(id)}/lessons/${position}${block === null ? '' : `#${block}`}`;

/** Where blocks are added to a lesson. */
export const draftBlocksPath = (id: number, position: number) => `${draftLessonPath(id, position)}/blocks`;

export const draftBlockPath = (id: number, position: number, key: string) =>
  `${draftLessonPath(id, position)}/blocks/${key}`;

/** The quiz of a draft, and what leads to its readers. */
export const draftQuizPath = (id: number) => `${draftPath(id)}/quiz`;
export const draftPreviewPath = (id: number) => `${draftPath(id)}/preview`;
export const draftPublishPath = (id: number) => `${draftPath(id)}/publish`;
