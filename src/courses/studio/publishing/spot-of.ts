import type { Path } from '../../../platform/content-reader.js';
import type { DraftContent } from '../drafts/draft-content.js';
import { facts, inLesson, inQuestion, inQuiz, type Spot } from './spot.js';

/** The place in a draft that a path into its content means: ['lessons', 1, 'blocks', 0, 'alt'] is a block of lesson 2. */
export function spotOf(path: Path, draft: DraftContent): Spot {
  const [part, index, list, at] = path;
  if (part === 'lessons' && typeof index === 'number') {
    const block = list === 'blocks' && typeof at === 'number' ? draft.lessons[index]?.blocks[at] : undefined;
    return inLesson(index + 1, block?.key ?? null);
  }
  if (part !== 'quiz') return facts(typeof part === 'string' ? part : null);
  const question = index === 'questions' && typeof list === 'number' ? draft.quiz?.questions[list] : undefined;
  return question ? inQuestion(question.key) : inQuiz(typeof index === 'string' ? index : null);
}
