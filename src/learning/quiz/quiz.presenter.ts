import { coursePath } from '../../courses/paths.js';
import { count, sayPercent } from '../../platform/say.js';
import { presentProblems } from '../../platform/web/form.js';
import { quizPath } from '../paths.js';
import { type Place, type QuizStanding, stepsOf } from '../places/place.js';
import { stepBar } from '../player/step-bar.js';
import { stepCount } from '../steps.js';

/** The quiz of a course before an attempt is open. */
export function presentQuiz(place: Place, quiz: QuizStanding, problem: string | null) {
  const { version } = place;
  const steps = stepsOf(place);
  return {
    title: `Quiz: ${version.title}`,
    player: {
      leavePath: coursePath(version.slug),
      leaveLabel: 'Back to the course',
      name: version.title,
      steps: stepBar(steps, stepCount(steps)),
    },
    problems: presentProblems(problem === null ? [] : [{ field: null, sentence: problem }]),
    course: version.title,
    standing: sayStanding(quiz),
    facts: `${count(quiz.questions, 'question', 'questions')}. ${sayPercent(quiz.passPercent / 100)} passes.`,
    action: { path: quizPath(version.slug), text: quiz.attempts === 0 ? 'Start the quiz' : 'Take it again' },
    back: { text: 'Back', path: coursePath(version.slug) },
  };
}

function sayStanding({ attempts, passed, bestPercent }: QuizStanding): string {
  if (attempts === 0) return 'Take your time. You can stop and go on later: every answer is saved.';
  const best = bestPercent === null ? '' : ` Your best so far: ${sayPercent(bestPercent / 100)}.`;
  const tries = count(attempts, 'try', 'tries');
  return passed
    ? `You have passed.${best}`
    : `Not passed yet after ${tries}.${best} Have another go when you are ready.`;
}
