import { sayTime } from '../../platform/say.js';
import { presentProblems, type Problem, type ProblemsView } from '../../platform/web/form.js';
import { t } from '../../platform/language/t.js';
import { ANSWER_FIELD } from '../questions/posted-answer.js';
import { presentQuestion, type QuestionFace } from '../questions/present-question.js';
import type { Answer } from '../questions/question.js';
import { BEHAVIOUR_RULES } from '../quizzes/behaviour.js';
import type { AttemptContext } from './attempt-hosts.service.js';
import { type PlayerBar, playerBar } from './player.js';
import { type Item, nextToAnswer, type Sheet } from './sheet.js';

export interface QuestionPage {
  title: string;
  player: PlayerBar;
  problems: ProblemsView;
  path: string;
  token: string;
  face: QuestionFace & { error: string | null };
  button: string;
  skip: { text: string; path: string };
  /** 'Saved 12:04' once an answer is held. */
  saved: string | null;
}

export interface Asked {
  /** Fresh for every page that asks. */
  token: string;
  /** What was just posted, when the page comes back with problems; null shows what is held. */
  posted: Answer | null;
  problems: readonly Problem[];
}

/** A question that waits for its answer. */
export function presentQuestionPage(sheet: Sheet, item: Item, context: AttemptContext, asked: Asked): QuestionPage {
  const { token, posted, problems } = asked;
  const { paths, quiz, items } = sheet;
  const error = problems.find((problem) => problem.field === ANSWER_FIELD)?.sentence ?? null;
  const face = presentQuestion(item.question, posted ?? item.response?.answer ?? null, item.order);
  const named = { n: String(item.number), of: String(items.length), quiz: context.title };
  return {
    title:
      problems.length > 0 ? t('Error: question {n} of {of}, {quiz}', named) : t('Question {n} of {of}, {quiz}', named),
    player: playerBar(sheet, context, item.number),
    problems: presentProblems(problems),
    path: paths.question(item.number),
    token,
    face: { ...face, error },
    button: t(BEHAVIOUR_RULES[quiz.behaviour].button),
    skip: skipFrom(sheet, item),
    saved: item.response?.savedAt ? t('Saved {at}', { at: sayTime(item.response.savedAt) }) : null,
  };
}

function skipFrom(sheet: Sheet, item: Item): QuestionPage['skip'] {
  const next = nextToAnswer(sheet, item.number);
  if (!next) return { text: t('Go to the end'), path: sheet.paths.handIn };
  return { text: t('Skip for now'), path: sheet.paths.question(next.number) };
}
