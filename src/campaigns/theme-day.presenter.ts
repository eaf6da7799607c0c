import { coursePath } from '../courses/paths.js';
import { lessonPath } from '../learning/paths.js';
import type { IsoDate } from '../platform/dates.js';
import { DRIVER_NAMES } from '../platform/drivers.js';
import { t } from '../platform/language/t.js';
import { sayDate, sayWeekday } from '../platform/say.js';
import { presentProblems, type Problem } from '../platform/web/form.js';
import type { CampaignRow, MyThemeDay } from './campaigns.queries.js';
import { countsNow, type DayState, isReadable, lastOpenDay } from './opening.js';
import { campaignPath, huddlePath, pledgesPath } from './paths.js';

interface ThemeDayFacts {
  campaign: CampaignRow;
  day: MyThemeDay;
  state: DayState;
  today: IsoDate;
  /** Pledges of the actor's unit; null where they stay unseen (a small team, no unit). */
  wall: string[] | null;
  /** What was typed, when a form comes back. */
  typed: string | null;
  problems: Problem[];
}

export function presentThemeDay(facts: ThemeDayFacts) {
  const { campaign, day, state, today } = facts;
  return {
    title: t('{title}, {date}', { title: day.title, date: sayDate(day.heldOn, today) }),
    heading: day.title,
    eyebrow: sayDate(day.heldOn, today),
    driver: { driver: day.driver, name: t(DRIVER_NAMES[day.driver]) },
    summary: day.summary,
    back: { href: campaignPath(campaign.slug), text: campaign.title },
    problems: presentProblems(facts.problems),
    notice: noticeOf(facts),
    lesson: state === 'locked' ? null : lessonOf(facts),
    challenge: isReadable(state) ? day.challenge : null,
    pledge: countsNow(state) ? pledgeForm(facts) : null,
    wall: isReadable(state) && state !== 'preview' ? wallOf(facts) : null,
    huddle: isReadable(state) ? { text: day.huddle, path: huddlePath(campaign.slug, day.heldOn) } : null,
  };
}

function noticeOf({ campaign, day, state, today }: ThemeDayFacts): string | null {
  const date = sayDate(day.heldOn, today);
  if (state === 'locked') return t('This day opens on {date}.', { date });
  if (state === 'preview') return t('A preview for you to read and print. It opens for everyone on {date}.', { date });
  if (state !== 'closed') return null;
  return t('This week closed on {date}. You can still take the lesson whenever you like.', {
    date: sayDate(lastOpenDay(campaign), today),
  });
}

function lessonOf({ day, state }: ThemeDayFacts) {
  const lesson = {
    title: day.courseTitle,
    minutes: t('{n, plural, one {# minute} other {# minutes}}', { n: day.minutes }),
  };
  if (day.done)
    return { ...lesson, tag: t('Done'), action: { text: t('Read again'), path: coursePath(day.courseSlug) } };
  const text =
    state === 'preview' ? t('Look at the lesson') : t('Start {weekday}’s lesson', { weekday: sayWeekday(day.heldOn) });
  return { ...lesson, tag: null, action: { text, path: lessonPath(day.courseSlug, 1) } };
}

function pledgeForm({ campaign, day, typed, problems }: ThemeDayFacts) {
  return {
    action: pledgesPath(campaign.slug, day.heldOn),
    prompt: day.pledgePrompt,
    hint: t('Your team sees the words without your name. Up to 200 characters.'),
    value: typed ?? day.pledge ?? '',
    error: problems.find((problem) => problem.field === 'words')?.sentence ?? null,
    button: day.pledge === null ? t('Make my pledge') : t('Change my pledge'),
  };
}

function wallOf({ wall, day }: ThemeDayFacts) {
  if (wall === null) return { pledges: null, text: mine(day.pledge) };
  if (wall.length === 0) return { pledges: null, text: t('No pledges from your team yet. Yours could be the first.') };
  return { pledges: wall, text: null };
}

/** Where only my own words may be shown. */
function mine(pledge: string | null): string {
  return pledge === null
    ? t('Your team is small, so each of you sees only your own pledge.')
    : t('Your team is small, so each of you sees only your own pledge. Yours: “{pledge}”', { pledge });
}
