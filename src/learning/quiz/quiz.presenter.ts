import { coursePath } from '../../courses/paths.js';
import { sayPercent } from '../../platform/say.js';
import { presentProblems } from '../../platform/web/form.js';
import { t } from '../../platform/language/t.js';
import { quizPath } from '../paths.js';
import { type Place, type QuizStanding, stepsOf } from '../places/place.js';
import { courseBar } from '../player/course-bar.js';
import { stepCount } from '../steps.js';

/** The quiz of a course before an attempt is open. */
export function presentQuiz(place: Place, quiz: QuizStanding, problem: string | null) {
  const { version } = place;
  const steps = stepsOf(place);
  return {
    title: t('Quiz: {course}', { course: version.title }),
    player: {
      leavePath: coursePath(version.slug),
      leaveLabel: t('Back to the course'),
      name: version.title,
      steps: courseBar(steps, stepCount(steps)),
    },
    problems: presentProblems(problem === null ? [] : [{ field: null, sentence: problem }]),
    course: version.title,
    standing: sayStanding(quiz),
    facts: t('{n, plural, one {# question. {percent} passes.} other {# questions. {percent} passes.}}', {
      n: quiz.questions,
      percent: sayPercent(quiz.passPercent / 100),
    }),
    action: { path: quizPath(version.slug), text: quiz.attempts === 0 ? t('Start the quiz') : t('Take it again') },
    back: { text: t('Back'), path: coursePath(version.slug) },
  };
}

function sayStanding({ attempts, passed, bestPercent }: QuizStanding): string {
  if (attempts === 0) return t('Take your time. You can stop and go on later: every answer is saved.');
  const best = bestPercent === null ? '' : sayPercent(bestPercent / 100);
  if (passed) return best === '' ? t('You have passed.') : t('You have passed. Your best so far: {best}.', { best });
  return best === ''
    ? t(
        '{n, plural, one {Not passed yet after # try. Have another go when you are ready.} other {Not passed yet after # tries. Have another go when you are ready.}}',
        { n: attempts },
      )
    : t(
        '{n, plural, one {Not passed yet after # try. Your best so far: {best}. Have another go when you are ready.} other {Not passed yet after # tries. Your best so far: {best}. Have another go when you are ready.}}',
        { n: attempts, best },
      );
}
