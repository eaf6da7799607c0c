/** The card with a dot for each day of the themed week, and one line about where I am in it. */
import { type DayState, dayState, isReadable, lastOpenDay } from '../campaigns/opening.js';
import { campaignPath, themeDayPath } from '../campaigns/paths.js';
import { type IsoDate } from '../platform/dates.js';
import { sayDate, sayWeekday } from '../platform/say.js';
import type { ThemedWeek } from './home-facts.js';

const COUNTS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven'];

/** @param early whether the reader may preview days that have not opened (campaigns.policy.ts) */
export function weekCard({ campaign, days, now }: ThemedWeek, today: IsoDate, early: boolean) {
  const headings = { running: 'This week', catchUp: campaign.title, comingUp: 'Coming up' };
  const dots = days.map((day) => {
    const state = dayState(day.heldOn, campaign, today, early);
    return {
      css: day.done ? 'is-done' : state === 'today' ? 'is-today' : '',
      icon: day.done ? 'tick' : state === 'locked' ? 'lock' : day.driver,
      label: sayWeekday(day.heldOn).slice(0, 3),
      state: `, ${day.done ? 'done' : STATE_WORDS[state]}`,
      path: isReadable(state) ? themeDayPath(campaign.slug, day.heldOn) : null,
    };
  });
  return {
    heading: headings[now],
    line: lineOf({ campaign, days, now }, today),
    dots,
    action: { text: 'See the week', path: campaignPath(campaign.slug) },
  };
}

const STATE_WORDS: Record<DayState, string> = {
  locked: 'not open yet',
  preview: 'ready to preview',
  today: 'today',
  open: 'open to catch up',
  closed: 'open to read',
};

function lineOf({ campaign, days, now }: Omit<ThemedWeek, 'joined'>, today: IsoDate): string {
  if (now === 'comingUp')
    return `${campaign.title} starts on ${sayDate(campaign.startsOn, today)}. Five minutes a day.`;
  const done = days.filter((day) => day.done).length;
  const missed = days.filter((day) => !day.done && day.heldOn < today).length;
  const soFar = done > 0 ? `${COUNTS[done] ?? done} ${done === 1 ? 'day' : 'days'} done. ` : '';
  if (now === 'catchUp')
    return `${soFar}${missed > 0 ? `Catch up until ${sayDate(lastOpenDay(campaign), today)}.` : 'That’s all of them.'}`;
  if (missed > 0) return `${soFar}Missed one? Catch up any time.`;
  return soFar ? `${soFar}You’re up to date.` : 'It starts with a five-minute lesson.';
}
