/** The one thing to do next: a running week comes first, then what is due, begun, or worth starting. */
import type { AssignedCourse } from '../assignments/requirements/assigned-course.js';
import { sayWhys } from '../assignments/requirements/who-asked.js';
import { cataloguePath, coursePath } from '../courses/paths.js';
import { sayStep } from '../learning/steps.js';
import { t } from '../platform/language/t.js';
import { sayDate } from '../platform/say.js';
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
  return theme ?? jobHero(mainJob) ?? dueNext(facts) ?? leftOff(facts) ?? suggested(facts) ?? allDone();
}

function jobHero(job: Job | null): Hero | null {
  return job && { ...QUIET, eyebrow: null, title: job.title, lede: job.text, action: job.action, meta: null };
}

function dueNext({ assigned: [course], underWay, today }: HeroFacts): Hero | null {
  if (!course) return null;
  const begun = underWay.some((one) => one.courseId === course.courseId);
  return {
    ...QUIET,
    eyebrow: t('Next for you'),
    title: course.title,
    lede: sayWhys(course.reasons) ?? '',
    action: { text: begun ? t('Carry on') : t('Start the course'), path: coursePath(course.slug) },
    meta: dueSentence(course, today),
  };
}

function dueSentence({ dueOn, minutes }: AssignedCourse, today: string): string {
  const values = { day: sayDate(dueOn, today), n: minutes };
  if (dueOn === today) return t('Due today. {n, plural, one {# minute} other {# minutes}}.', values);
  return dueOn < today
    ? t('It was due on {day}. {n, plural, one {# minute} other {# minutes}}.', values)
    : t('Due {day}. {n, plural, one {# minute} other {# minutes}}.', values);
}

function leftOff({ underWay: [course] }: HeroFacts): Hero | null {
  if (!course) return null;
  return {
    ...QUIET,
    eyebrow: t('Carry on where you left off'),
    title: course.title,
    lede: t('Nothing is due. This one is waiting for you.'),
    action: { text: t('Carry on'), path: coursePath(course.slug) },
    meta: sayStep(course.step, course.steps),
  };
}

function suggested({ suggestion }: HeroFacts): Hero | null {
  if (!suggestion) return null;
  return {
    ...QUIET,
    eyebrow: t('Nothing due. Fancy a head start?'),
    title: suggestion.title,
    lede: suggestion.summary,
    action: { text: t('Start the course'), path: coursePath(suggestion.slug) },
    meta: t('{n, plural, one {# minute} other {# minutes}}', { n: suggestion.minutes }),
  };
}

const QUIET = { days: null, week: false };

const allDone = (): Hero => ({
  ...QUIET,
  eyebrow: t('Nothing due'),
  title: t('You’ve finished every course'),
  lede: t('New ones turn up here first. You can read any of them again.'),
  action: { text: t('See all courses'), path: cataloguePath() },
  meta: null,
});
