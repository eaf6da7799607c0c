/** The one thing to do next: a running week comes first, then what is due, begun, or worth starting. */
import type { AssignedCourse } from '../assignments/requirements/assigned-course.js';
import { sayWhys } from '../assignments/requirements/who-asked.js';
import { cataloguePath, coursePath } from '../courses/paths.js';
import { sayStep } from '../learning/steps.js';
import { count, sayDate } from '../platform/say.js';
import type { Hero } from './hero-panel.js';
import type { HomeFacts } from './home-facts.js';
import type { Job } from './jobs.js';
import { todaysTheme } from './todays-theme.js';

type HeroFacts = Pick<HomeFacts, 'week' | 'assigned' | 'underWay' | 'suggestion' | 'today'>;

/**
 * @param mainJob what people who lead from a desk come for; they follow the week rather than sit it, and without a week
 * their job comes first. Null for those who come to learn.
 */
export function heroOf(facts: HeroFacts, mainJob: Job | null): Hero {
  const theme = todaysTheme(facts, mainJob !== null);
  return theme ?? jobHero(mainJob) ?? dueNext(facts) ?? leftOff(facts) ?? suggested(facts) ?? ALL_DONE;
}

function jobHero(job: Job | null): Hero | null {
  return job && { ...QUIET, eyebrow: null, title: job.title, lede: job.text, action: job.action, meta: null };
}

function dueNext({ assigned: [course], underWay, today }: HeroFacts): Hero | null {
  if (!course) return null;
  const begun = underWay.some((one) => one.courseId === course.courseId);
  return {
    ...QUIET,
    eyebrow: 'Next for you',
    title: course.title,
    lede: sayWhys(course.reasons) ?? '',
    action: { text: begun ? 'Carry on' : 'Start the course', path: coursePath(course.slug) },
    meta: `${dueSentence(course, today)} ${count(course.minutes, 'minute', 'minutes')}.`,
  };
}

function dueSentence({ dueOn }: AssignedCourse, today: string): string {
  if (dueOn === today) return 'Due today.';
  return dueOn < today ? `It was due on ${sayDate(dueOn, today)}.` : `Due ${sayDate(dueOn, today)}.`;
}

function leftOff({ underWay: [course] }: HeroFacts): Hero | null {
  if (!course) return null;
  return {
    ...QUIET,
    eyebrow: 'Carry on where you left off',
    title: course.title,
    lede: 'Nothing is due. This one is waiting for you.',
    action: { text: 'Carry on', path: coursePath(course.slug) },
    meta: sayStep(course.step, course.steps),
  };
}

function suggested({ suggestion }: HeroFacts): Hero | null {
  if (!suggestion) return null;
  return {
    ...QUIET,
    eyebrow: 'Nothing due. Fancy a head start?',
    title: suggestion.title,
    lede: suggestion.summary,
    action: { text: 'Start the course', path: coursePath(suggestion.slug) },
    meta: count(suggestion.minutes, 'minute', 'minutes'),
  };
}

const QUIET = { days: null, week: false };

const ALL_DONE: Hero = {
  ...QUIET,
  eyebrow: 'Nothing due',
  title: 'You’ve finished every course',
  lede: 'New ones turn up here first. You can read any of them again.',
  action: { text: 'See all courses', path: cataloguePath() },
  meta: null,
};
