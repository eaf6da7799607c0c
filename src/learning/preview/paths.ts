import { draftPreviewPath } from '../../courses/studio/paths.js';

/** The parts of a course that can be looked at: a lesson by its position from 1, the quiz, or the end. */
export type PreviewPart = number | 'quiz' | 'end';

export const SCREENS = ['both', 'phone', 'desktop'] as const;
export type PreviewScreen = (typeof SCREENS)[number];

/** The page around the preview, with its switches. */
export const previewPath = (draftId: number, part: PreviewPart, screen: PreviewScreen) =>
  `${draftPreviewPath(draftId)}?part=${part === 'quiz' || part === 'end' ? part : `lesson-${part}`}&screen=${screen}`;

const withState = (path: string, state: string) => (state === '' ? path : `${path}?s=${state}`);

/** A lesson as a learner sees it, by itself. */
export const previewLessonPath = (draftId: number, position: number, state = '', block: string | null = null) =>
  `${withState(`${draftPreviewPath(draftId)}/lessons/${position}`, state)}${block === null ? '' : `#${block}`}`;

/** POST: on to the next page. */
export const previewReadsPath = (draftId: number, position: number) =>
  `${draftPreviewPath(draftId)}/lessons/${position}/reads`;

export const previewBlockPath = (
  draftId: number,
  position: number,
  block: { key: string; what: 'turns' | 'answers' | 'restarts' },
  state: string,
) => withState(`${draftPreviewPath(draftId)}/lessons/${position}/blocks/${block.key}/${block.what}`, state);

/** A page of the quiz: a question by its number, the end of it or the result; POST: an answer. */
export const previewQuizPath = (
  draftId: number,
  page: number | 'hand-in' | 'submission' | 'result' | 'retakes',
  state = '',
) => withState(`${draftPreviewPath(draftId)}/quiz/${page}`, state);

/** After the last step. */
export const previewEndPath = (draftId: number) => `${draftPreviewPath(draftId)}/end`;
