/** The painted panel of the week: one line, and the one thing to do next. */
import { lessonPath } from '../learning/paths.js';
import type { IsoDate } from '../platform/dates.js';
import { t } from '../platform/language/t.js';
import { sayDate, sayRange, sayWeekday } from '../platform/say.js';
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
  if (day.heldOn === today)
    return { text: t('Start {weekday}’s lesson', { weekday }), path: lessonPath(day.courseSlug, 1) };
  return { text: t('Catch up on {weekday}', { weekday }), path: themeDayPath(campaign.slug, day.heldOn) };
}

function metaFor(campaign: CampaignRow, days: readonly MyThemeDay[], next: MyThemeDay | null, today: IsoDate) {
  const phase = weekPhase(campaign, today);
  if (phase === 'before') return t('It starts on {date}.', { date: sayDate(campaign.startsOn, today) });
  if (phase === 'closed') return t('The week has ended.');
  if (phase === 'catchUp') {
    const date = sayDate(lastOpenDay(campaign), today);
    return t('The week has ended. Everything stays open until {date}.', { date });
  }
  if (next !== null) return t('{n, plural, one {# minute} other {# minutes}}', { n: next.minutes });
  const coming = days.find((day) => day.heldOn > today);
  if (coming === undefined) return t('You’re up to date.');
  return t('You’re up to date. {weekday} comes next.', { weekday: sayWeekday(coming.heldOn) });
}
