import { presentProblems, type Problem, type ProblemsView } from '../../platform/web/form.js';
import { t } from '../../platform/language/t.js';
import { BEHAVIOUR_RULES } from '../quizzes/behaviour.js';
import type { AttemptContext } from './attempt-hosts.service.js';
import { type PlayerBar, playerBar } from './player.js';
import { type Sheet, unanswered } from './sheet.js';

export interface HandInPage {
  title: string;
  player: PlayerBar;
  problems: ProblemsView;
  heading: string;
  sentence: string;
  /** The questions without an answer; all of them where answers may still change. */
  questions: { text: string; path: string; state: string | null }[];
  path: string;
  /** The first question without an answer, as the main button; null when there is none. */
  firstGap: { text: string; path: string } | null;
  button: string;
}

/** The end of a quiz before it is handed in: what was left out, and the button. */
export function presentHandIn(sheet: Sheet, context: AttemptContext, problems: readonly Problem[]): HandInPage {
  const { paths, items } = sheet;
  const gaps = unanswered(sheet);
  const [first] = gaps;
  return {
    title:
      problems.length > 0
        ? t('Error: hand in, {quiz}', { quiz: context.title })
        : t('Hand in, {quiz}', { quiz: context.title }),
    player: playerBar(sheet, context, null),
    problems: presentProblems(problems),
    heading: first
      ? t('{n, plural, one {# question still to answer} other {# questions still to answer}}', { n: gaps.length })
      : t('That’s all of them'),
    sentence: first
      ? t('You can answer now, or hand in anyway. A question without an answer earns no marks.')
      : t(
          '{n, plural, one {You’ve answered # question. Hand in to see how you did.} other {You’ve answered # questions. Hand in to see how you did.}}',
          { n: items.length },
        ),
    questions: questionsToList(sheet),
    path: paths.submission,
    firstGap: first ? { text: t('Answer now'), path: paths.question(first.number) } : null,
    button: first ? t('Hand in anyway') : t('See my result'),
  };
}

function questionsToList(sheet: Sheet): HandInPage['questions'] {
  const mayStillChange = !BEHAVIOUR_RULES[sheet.quiz.behaviour].checksEachAnswer;
  return (mayStillChange ? sheet.items : unanswered(sheet)).map((item) => ({
    text: t('Question {n}: {question}', { n: String(item.number), question: item.question.text }),
    path: sheet.paths.question(item.number),
    state: mayStillChange ? (item.response ? t('Answered') : t('No answer yet')) : null,
  }));
}
