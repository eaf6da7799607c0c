/** The card with a dot for each day of the themed week, and one line about where I am in it. */
import { type DayState, dayState, isReadable, lastOpenDay } from '../campaigns/opening.js';
import { campaignPath, themeDayPath } from '../campaigns/paths.js';
import { type IsoDate } from '../platform/dates.js';
import { t } from '../platform/language/t.js';
import { sayDate, sayWeekday } from '../platform/say.js';
import type { ThemedWeek } from './home-facts.js';

/** @param early whether the reader may preview days that have not opened (campaigns.policy.ts) */
export function weekCard({ campaign, days, now }: ThemedWeek, today: IsoDate, early: boolean) {
  const headings = { running: t('This week'), catchUp: campaign.title, comingUp: t('Coming up') };
  const dots = days.map((day) => {
    const state = dayState(day.heldOn, campaign, today, early);
    return {
      css: day.done ? 'is-done' : state === 'today' ? 'is-today' : '',
      icon: day.done ? 'tick' : state === 'locked' ? 'lock' : day.driver,
      label: sayWeekday(day.heldOn).slice(0, 3),
      state: `, ${day.done ? t('done') : sayState(state)}`,
      path: isReadable(state) ? themeDayPath(campaign.slug, day.heldOn) : null,
    };
  });
  return {
    heading: headings[now],
    line: lineOf({ campaign, days, now }, today),
    dots,
    action: { text: t('See the week'), path: campaignPath(campaign.slug) },
  };
}

function sayState(state: DayState): string {
  const words: Record<DayState, string> = {
    locked: t('not open yet'),
    preview: t('ready to preview'),
    today: t('today'),
    open: t('open to catch up'),
    closed: t('open to read'),
  };
  return words[state];
}

function lineOf({ campaign, days, now }: Omit<ThemedWeek, 'joined'>, today: IsoDate): string {
  if (now === 'comingUp') {
    const values = { title: campaign.title, day: sayDate(campaign.startsOn, today) };
    return t('{title} starts on {day}. Five minutes a day.', values);
  }
  const done = days.filter((day) => day.done).length;
  const missed = days.filter((day) => !day.done && day.heldOn < today).length;
  const rest = sayRest(now, missed, done, sayDate(lastOpenDay(campaign), today));
  return done > 0 ? t('{soFar} {rest}', { soFar: sayDone(done), rest }) : rest;
}

function sayDone(n: number): string {
  return t(
    '{n, plural, one {One day} =2 {Two days} =3 {Three days} =4 {Four days} =5 {Five days} =6 {Six days} =7 {Seven days} other {# days}} done.',
    { n },
  );
}

function sayRest(now: ThemedWeek['now'], missed: number, done: number, until: string): string {
  if (now === 'catchUp') return missed > 0 ? t('Catch up until {day}.', { day: until }) : t('That’s all of them.');
  if (missed > 0) return t('Missed one? Catch up any time.');
  return done > 0 ? t('You’re up to date.') : t('It starts with a five-minute lesson.');
}
