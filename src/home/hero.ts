/** The painted panel at the top of home: the one thing to do next. A running week comes first, then what is due. */
import { themeDayPath, campaignPath } from '../campaigns/paths.js';
import { cataloguePath, coursePath } from '../courses/paths.js';
import { sayStep } from '../learning/steps.js';
import { count, sayDate } from '../platform/say.js';
import { type AssignedCourse, whyAssigned } from './assigned-course.js';
import type { HomeFacts, ThemedWeek } from './home-facts.js';
import type { Job } from './jobs.js';

export interface Hero {
  eyebrow: string | null;
  title: string;
  lede: string | null;
  action: { text: string; path: string };
  meta: string | null;
  /** One bar a day of the running week. */
  days: { css: 'is-done' | 'is-today' | '' }[] | null;
  /** The shop of a themed week instead of the counter. */
  week: boolean;
}

type HeroFacts = Pick<HomeFacts, 'week' | 'assigned' | 'underWay' | 'suggestion' | 'today'>;

/**
 * @param mainJob what people who lead from a desk come for; they follow the week rather than sit it, and without a week
 * their job comes first. Null for those who come to learn.
 */
export function heroOf(facts: HeroFacts, mainJob: Job | null): Hero {
  const theme = todaysTheme(facts, mainJob !== null);
  if (theme !== null) return theme;
  return jobHero(mainJob) ?? dueNext(facts) ?? leftOff(facts) ?? suggested(facts) ?? ALL_DONE;
}

function todaysTheme({ week, today }: HeroFacts, leads: boolean): Hero | null {
  const at = week?.days.findIndex((day) => day.heldOn === today) ?? -1;
  const day = week?.days[at];
  if (!week || !day || week.now !== 'running') return null;
  const which = `${week.campaign.title}, day ${at + 1} of ${week.days.length}`;
  const bars = week.days.map((one) => ({ css: barOf(one.done, one.heldOn === today) }));
  const panel = { eyebrow: which, title: day.title, lede: day.summary, days: bars, week: true };
  if (leads) return { ...panel, ...followTheWeek(week) };
  if (!day.done) {
    const meta = `${count(day.minutes, 'minute', 'minutes')}. Leave at any time: your place is kept.`;
    return { ...panel, action: { text: 'Start today’s lesson', path: coursePath(day.courseSlug) }, meta };
  }
  const action = { text: 'See today’s page', path: themeDayPath(week.campaign.slug, day.heldOn) };
  return { ...panel, lede: `Today’s challenge: ${day.challenge}`, action, meta: 'Lesson done. Thank you.' };
}

function barOf(done: boolean, isToday: boolean): 'is-done' | 'is-today' | '' {
  if (done) return 'is-done';
  return isToday ? 'is-today' : '';
}

function followTheWeek({ campaign, joined }: ThemedWeek): Pick<Hero, 'action' | 'meta'> {
  const action = { text: 'See how the week is going', path: campaignPath(campaign.slug) };
  return { action, meta: joined && joinedSentence(joined) };
}

function joinedSentence({ units, joined }: { units: number; joined: number }): string | null {
  if (units === 0) return null;
  if (joined === 0) return `${count(units, 'unit', 'units')} of yours, and none has joined yet.`;
  return `${joined} of your ${count(units, 'unit has', 'units have')} joined so far.`;
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
    lede: whyAssigned(course),
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
