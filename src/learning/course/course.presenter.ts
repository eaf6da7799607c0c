import type { CourseState } from '../../courses/course-states.service.js';
import type { CourseVersion } from '../../courses/course-version.js';
import { sayClosed } from '../../courses/course-window.js';
import { cataloguePath } from '../../courses/paths.js';
import { type IsoDate, londonDate } from '../../platform/dates.js';
import { type Driver, DRIVER_NAMES } from '../../platform/drivers.js';
import { sayDate, sayList } from '../../platform/say.js';
import { presentProblems, type Problem } from '../../platform/web/form.js';
import { t } from '../../platform/language/t.js';
import { sayMinutes } from '../say-minutes.js';
import { finishedPath, lessonPath, quizPath, startPath } from '../paths.js';
import { type Place, type QuizStanding, stepsOf } from '../places/place.js';
import { resumeStep, sayStep, stepCount } from '../steps.js';

/** `/courses/:slug`: what the course is about, how far this person is, and the one thing to do next. */
export function presentCourse(place: Place, state: CourseState, today: IsoDate, problems: Problem[] = []) {
  const { version, quiz } = place;
  return {
    title: version.title,
    problems: presentProblems(problems),
    crumbs: [
      { text: t('Courses'), href: cataloguePath() },
      { text: t(DRIVER_NAMES[version.driver]), href: cataloguePath(version.driver) },
      { text: version.title },
    ],
    driver: version.driver,
    driverNames: sayList(driversOf(version).map((driver) => t(DRIVER_NAMES[driver]))),
    heading: version.title,
    lang: version.language === 'cy' ? 'cy' : null,
    summary: version.summary,
    meta: sayParts(place),
    tag: state.tag,
    why: state.why,
    whyAct: state.act ?? null,
    standing: sayStanding(place, today),
    act: actOf(place),
    lessons: version.lessons.map((lesson) => ({
      title: lesson.title,
      meta: sayMinutes(lesson.minutes),
      path: place.closed ? null : lessonPath(version.slug, lesson.position),
      done: place.read.includes(lesson.position),
    })),
    quiz: quiz && {
      path: place.closed ? null : quizPath(version.slug),
      done: quiz.passed,
      meta: sayQuiz(quiz),
    },
    finishedPath: place.finishedAt ? finishedPath(version.slug) : null,
  };
}

/** The first driver, then the others. */
function driversOf({ driver, drivers }: CourseVersion): Driver[] {
  return [driver, ...drivers.filter((other) => other !== driver)];
}

function sayParts({ version, quiz }: Place): string {
  const minutes = sayMinutes(version.minutes);
  const lessons = version.lessons.length;
  return quiz
    ? t('{lessons, plural, one {{minutes}: # lesson and a quiz} other {{minutes}: # lessons and a quiz}}', {
        minutes,
        lessons,
      })
    : t('{lessons, plural, one {{minutes}: # lesson} other {{minutes}: # lessons}}', { minutes, lessons });
}

function sayQuiz({ attempts, passed, questions }: QuizStanding): string {
  if (passed) return t('Passed');
  return attempts === 0
    ? t('{n, plural, one {# question} other {# questions}}', { n: questions })
    : t('Not passed yet. Try again any time.');
}

function sayStanding(place: Place, today: IsoDate): string | null {
  const { closed, finishedAt, lastFinishedAt, enrolment } = place;
  if (finishedAt) return t('You finished this on {date}.', { date: sayDate(londonDate(finishedAt), today) });
  if (closed) return sayClosed(closed, today);
  const steps = stepsOf(place);
  if (enrolment) return t('{step}.', { step: sayStep(resumeStep(steps, enrolment.lessonPosition), stepCount(steps)) });
  return (
    lastFinishedAt &&
    t('You finished an earlier version on {date}.', { date: sayDate(londonDate(lastFinishedAt), today) })
  );
}

/** The page's one button: a link, or a form when pressing it starts something. */
function actOf(place: Place): { text: string; path: string; posts: boolean } | null {
  const { version, enrolment, closed, finishedAt } = place;
  if (finishedAt) return { text: t('Look again'), path: lessonPath(version.slug, 1), posts: false };
  if (closed) return null;
  if (!enrolment) return { text: t('Start'), path: startPath(version.slug), posts: true };
  return { text: t('Continue'), path: startPath(version.slug), posts: true };
}
