import type { QuestionKind } from '../../../assessment/questions/question.js';
import type { Behaviour } from '../../../assessment/quizzes/behaviour.js';
import type { GradingMethod } from '../../../assessment/quizzes/grading.js';
import { msg } from '../../../platform/language/t.js';

/** What an author calls the settings of a quiz. */

export const BEHAVIOUR_WORDS: Record<Behaviour, string> = {
  immediateFeedback: msg('After each answer'),
  deferredFeedback: msg('At the end, after handing in'),
};

export const GRADING_WORDS: Record<GradingMethod, string> = {
  highest: msg('The best attempt counts'),
  average: msg('The average of all attempts counts'),
  first: msg('The first attempt counts'),
  last: msg('The latest attempt counts'),
};

export const KIND_USES: Record<QuestionKind, string> = {
  singleChoice: msg('What would you do? One answer is best.'),
  multipleChoice: msg('Two or three things belong together.'),
  trueFalse: msg('A statement that people often get wrong.'),
};
