/** The painted panel of the week: one line, and the one thing to do next. */
import { lessonPath } from '../learning/paths.js';
import type { IsoDate } from '../platform/dates.js';
import { count, sayDate, sayRange, sayWeekday } from '../platform/say.js';
import type { CampaignRow, MyThemeDay } from './campaigns.queries.js';
import { lastOpenDay, weekPhase } from './opening.js';
import { themeDayPath } from './paths.js';

export interface WeekHero {
  title: string;
  eyebrow: string;
  lede: string;
  action: { text: string; path: string } | null;
  meta: string | null;
}

export function weekHero(campaign: CampaignRow, days: readonly MyThemeDay[], today: IsoDate): WeekHero {
  const next = nextDay(days, today);
  const phase = weekPhase(campaign, today);
  return {
    title: campaign.title,
    eyebrow: sayRange(campaign.startsOn, campaign.endsOn),
    lede: campaign.story,
    action: next && phase !== 'closed' ? actionFor(next, campaign, today) : null,
    meta: metaFor(campaign, days, next, today),
  };
}

/** Today's lesson first, then the earliest one missed. */
function nextDay(days: readonly MyThemeDay[], today: IsoDate): MyThemeDay | null {
  const open = days.filter((day) => day.heldOn <= today && !day.done);
  return open.find((day) => day.heldOn === today) ?? open[0] ?? null;
}

function actionFor(day: MyThemeDay, campaign: CampaignRow, today: IsoDate): WeekHero['action'] {
  const weekday = sayWeekday(day.heldOn);
  if (day.heldOn === today) return { text: `Start ${weekday}’s lesson`, path: lessonPath(day.courseSlug, 1) };
  return { text: `Catch up on ${weekday}`, path: themeDayPath(campaign.slug, day.heldOn) };
}

function metaFor(campaign: CampaignRow, days: readonly MyThemeDay[], next: MyThemeDay | null, today: IsoDate) {
  const phase = weekPhase(campaign, today);
  if (phase === 'before') return `It starts on ${sayDate(campaign.startsOn, today)}.`;
  if (phase === 'closed') return 'The week has ended.';
  if (phase === 'catchUp') {
    return `The week has ended. Everything stays open until ${sayDate(lastOpenDay(campaign), today)}.`;
  }
  if (next !== null) return count(next.minutes, 'minute', 'minutes');
  const coming = days.find((day) => day.heldOn > today);
  return coming ? `You’re up to date. ${sayWeekday(coming.heldOn)} comes next.` : 'You’re up to date.';
}
