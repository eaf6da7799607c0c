import { presentProblems, type Problem, type ProblemsView } from '../../platform/web/form.js';
import { count } from '../../platform/say.js';
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
    title: `${problems.length > 0 ? 'Error: hand in' : 'Hand in'}, ${context.title}`,
    player: playerBar(sheet, context, null),
    problems: presentProblems(problems),
    heading: first ? `${count(gaps.length, 'question', 'questions')} still to answer` : 'That’s all of them',
    sentence: first
      ? 'You can answer now, or hand in anyway. A question without an answer earns no marks.'
      : `You’ve answered ${count(items.length, 'question', 'questions')}. Hand in to see how you did.`,
    questions: questionsToList(sheet),
    path: paths.submission,
    firstGap: first ? { text: 'Answer now', path: paths.question(first.number) } : null,
    button: first ? 'Hand in anyway' : 'See my result',
  };
}

function questionsToList(sheet: Sheet): HandInPage['questions'] {
  const mayStillChange = !BEHAVIOUR_RULES[sheet.quiz.behaviour].checksEachAnswer;
  return (mayStillChange ? sheet.items : unanswered(sheet)).map((item) => ({
    text: `Question ${item.number}: ${item.question.text}`,
    path: sheet.paths.question(item.number),
    state: mayStillChange ? (item.response ? 'Answered' : 'No answer yet') : null,
  }));
}
