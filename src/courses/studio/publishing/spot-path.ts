import { draftAboutPath, draftLessonPath, draftPath, draftBlockPath } from '../paths.js';
import { quizQuestionPath, quizSettingsPath, quizEditorPath } from '../quiz/paths.js';
import type { DraftContent } from '../drafts/draft-content.js';
import type { Spot } from './spot.js';

/** The page on which an author puts right what was said about a place, as near to it as an address can lead. */
export function spotPath(draftId: number, content: DraftContent, spot: Spot): string {
  switch (spot.in) {
    case 'facts':
      return spot.field === 'lessons' ? draftPath(draftId) : `${draftAboutPath(draftId)}${at(spot.field)}`;
    case 'lesson':
      if (spot.block === null) return draftLessonPath(draftId, spot.position);
      return draftBlockPath(draftId, spot.position, spot.block);
    case 'quiz':
      if (spot.field === 'questions') return quizEditorPath(draftId);
      return `${quizSettingsPath(draftId)}${at(spot.field)}`;
    case 'question':
      return knows(content, spot.key) ? quizQuestionPath(draftId, spot.key) : quizEditorPath(draftId);
  }
}

const at = (field: string | null) => (field === null ? '' : `#${field}`);

const knows = ({ quiz }: DraftContent, key: string) =>
  quiz?.questions.some((question) => question.key === key) ?? false;
