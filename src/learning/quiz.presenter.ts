import { coursePath } from '../courses/paths.js';
import { count, sayPercent } from '../platform/say.js';
import { presentProblems } from '../platform/web/form.js';
import { quizPath } from './paths.js';
import type { Place, QuizStanding } from './place.js';

/** The quiz of a course before an attempt is open. */
export function presentQuiz({ version }: Place, quiz: QuizStanding, problem: string | null) {
  return {
    title: `Quiz: ${version.title}`,
    player: { leavePath: coursePath(version.slug), leaveLabel: 'Back to the course', name: version.title, steps: null },
    problems: presentProblems(problem === null ? [] : [{ field: null, sentence: problem }]),
    course: version.title,
    standing: sayStanding(quiz),
    action: { path: quizPath(version.slug), text: quiz.attempts === 0 ? 'Start the quiz' : 'Take it again' },
    back: { text: 'Back', path: coursePath(version.slug) },
  };
}

function sayStanding({ attempts, passed, bestPercent }: QuizStanding): string {
  if (attempts === 0)
    return 'A few questions, no clock. You can stop at any time and go on later: every answer is saved.';
  const best = bestPercent === null ? '' : ` Your best so far: ${sayPercent(bestPercent / 100)}.`;
  const tries = count(attempts, 'try', 'tries');
  return passed
    ? `You have passed.${best}`
    : `Not passed yet after ${tries}.${best} Have another go when you are ready.`;
}
