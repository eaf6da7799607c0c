/** The panel on a day of the running week: the day's lesson, then its challenge; how the week goes for those who lead. */
import type { MyThemeDay } from '../campaigns/campaigns.queries.js';
import { campaignPath, themeDayPath } from '../campaigns/paths.js';
import { coursePath } from '../courses/paths.js';
import { lessonPath } from '../learning/paths.js';
import { t } from '../platform/language/t.js';
import type { Hero } from './hero-panel.js';
import type { HomeFacts, ThemedWeek } from './home-facts.js';

type Facts = Pick<HomeFacts, 'week' | 'underWay' | 'today'>;

/** @returns null when no week runs, or the running week holds no day today */
export function todaysTheme({ week, underWay, today }: Facts, leads: boolean): Hero | null {
  const at = week?.days.findIndex((day) => day.heldOn === today) ?? -1;
  const day = week?.days[at];
  if (!week || !day || week.now !== 'running') return null;
  const place = { title: week.campaign.title, day: String(at + 1), of: String(week.days.length) };
  const which = t('{title}, day {day} of {of}', place);
  const bars = week.days.map((one) => ({ css: barOf(one.done, one.heldOn === today) }));
  const panel = { eyebrow: which, title: day.title, lede: day.summary, days: bars, week: true };
  if (leads) return { ...panel, ...followTheWeek(week) };
  if (!day.done) {
    const meta = t('{n, plural, one {# minute} other {# minutes}}. Leave at any time: your place is kept.', {
      n: day.minutes,
    });
    return { ...panel, action: lessonAction(day, underWay), meta };
  }
  const action = { text: t('See today’s page'), path: themeDayPath(week.campaign.slug, day.heldOn) };
  return {
    ...panel,
    lede: t('Today’s challenge: {challenge}', { challenge: day.challenge }),
    action,
    meta: t('Lesson done. Thank you.'),
  };
}

/** Straight into the lesson; somebody who was interrupted goes by the course's page, which knows where they stopped. */
function lessonAction({ courseSlug }: MyThemeDay, underWay: Facts['underWay']): Hero['action'] {
  const begun = underWay.some((course) => course.slug === courseSlug);
  if (begun) return { text: t('Carry on with today’s lesson'), path: coursePath(courseSlug) };
  return { text: t('Start today’s lesson'), path: lessonPath(courseSlug, 1) };
}

function barOf(done: boolean, isToday: boolean): 'is-done' | 'is-today' | '' {
  if (done) return 'is-done';
  return isToday ? 'is-today' : '';
}

function followTheWeek({ campaign, joined }: ThemedWeek): Pick<Hero, 'action' | 'meta'> {
  const action = { text: t('See how the week is going'), path: campaignPath(campaign.slug) };
  return { action, meta: joined && joinedSentence(joined) };
}

function joinedSentence({ units, joined }: { units: number; joined: number }): string | null {
  if (units === 0) return null;
  if (joined === 0)
    return t('{units, plural, one {# unit} other {# units}} of yours, and none has joined yet.', { units });
  if (joined === units)
    return t('{units, plural, one {Your unit has joined} other {All # of your units have joined}}.', { units });
  return t('{joined, plural, one {# of your {units} units has} other {# of your {units} units have}} joined so far.', {
    joined,
    units: String(units),
  });
}
