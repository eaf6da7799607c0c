import { readQuestionForm } from '../../../assessment/questions/question-form.js';
import type { QuizQuestion } from '../../../assessment/quizzes/quiz-content.js';
import { DRIVERS } from '../../../platform/drivers.js';
import { type Posted, textsIn } from '../blocks/posted.js';

/**
 * A question of a quiz as its form says it should be. Nothing that was typed is refused; what is still to be written stays
 * empty.
 * @param language of the course
 */
export function postedQuestion(key: string, marks: number, posted: Posted, language: 'en' | 'cy'): QuizQuestion {
  const ticked = textsIn(posted, 'drivers');
  return {
    key,
    drivers: DRIVERS.filter((driver) => ticked.includes(driver)),
    marks,
    question: readQuestionForm(posted, language),
  };
}

/** Where an author stands after a press on a question's form. */
export type After = { to: 'quiz' } | { to: 'question'; spot: string } | { to: 'another' };

/** Who saves is done; who asks for more room, or whose browser saves by itself, goes on writing. */
export function afterQuestion({ question }: QuizQuestion, act: string): After {
  if (act === '' || act === 'save') return { to: 'quiz' };
  if (act === 'another') return { to: 'another' };
  return { to: 'question', spot: act === 'addOption' ? `#option-${question.options.at(-1)?.key ?? ''}` : '' };
}
