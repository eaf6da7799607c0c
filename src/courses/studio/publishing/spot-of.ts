import type { Path } from '../../../platform/content-reader.js';
import type { DraftContent } from '../drafts/draft-content.js';
import { facts, inLesson, inQuestion, inQuiz, type Spot } from './spot.js';

/** The place in a draft that a path into its content means: ['lessons', 1, 'blocks', 0, 'alt'] is a block of lesson 2. */
export function spotOf(path: Path, draft: DraftContent): Spot {
  const [part, ...rest] = path;
  if (part === 'quiz') return inQuizAt(rest, draft);
  return part === 'lessons' && typeof rest[0] === 'number' ? inLessonAt(rest, draft) : facts(nameIn(part));
}

function inLessonAt([index, list, at]: Path, { lessons }: DraftContent): Spot {
  const lesson = Number(index);
  const block = list === 'blocks' ? lessons[lesson]?.blocks[Number(at)] : undefined;
  return inLesson(lesson + 1, block?.key ?? null);
}

function inQuizAt([field, at]: Path, { quiz }: DraftContent): Spot {
  const question = field === 'questions' ? quiz?.questions[Number(at)] : undefined;
  return question ? inQuestion(question.key) : inQuiz(nameIn(field));
}

const nameIn = (part: string | number | undefined) => (typeof part === 'string' ? part : null);
