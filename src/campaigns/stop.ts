/** One day as a stop on the path of the week: what it says and what can be done there. */
import { lessonPath } from '../learning/paths.js';
import type { IsoDate } from '../platform/dates.js';
import { t } from '../platform/language/t.js';
import { sayDate, sayWeekday } from '../platform/say.js';
import type { CampaignRow, MyThemeDay } from './campaigns.queries.js';
import { type DayState, dayState } from './opening.js';
import { themeDayPath } from './paths.js';

export interface Stop {
  css: 'is-done' | 'is-today' | '';
  /** A symbol of the icon sprite: tick, lock or the day's driver. */
  icon: string;
  day: string;
  title: string;
  text: string;
  tag: string | null;
  tone: 'good' | 'today' | 'brand' | null;
  action: StopAction | null;
  note: string | null;
}

interface StopAction {
  text: string;
  /** Heard by screen readers only. */
  hidden: string;
  path: string;
  /** A button instead of a link. */
  main: boolean;
}

export function stopOf(day: MyThemeDay, campaign: CampaignRow, today: IsoDate, early: boolean): Stop {
  const state = dayState(day.heldOn, campaign, today, early);
  return {
    css: state === 'today' ? 'is-today' : day.done ? 'is-done' : '',
    icon: day.done ? 'tick' : state === 'locked' ? 'lock' : day.driver,
    day: sayWeekday(day.heldOn),
    title: day.title,
    text: day.summary,
    ...tagOf(day, state),
    action: actionOf(day, campaign, state),
    note: state === 'locked' ? t('Opens {day}', { day: opening(day.heldOn, today) }) : null,
  };
}

/** 'Thursday' within the next six days, else 'Thursday 11 February'. */
function opening(heldOn: IsoDate, today: IsoDate): string {
  const near = Date.parse(heldOn) - Date.parse(today) < 7 * 86_400_000;
  return near ? sayWeekday(heldOn) : sayDate(heldOn, today);
}

function tagOf(day: MyThemeDay, state: DayState): Pick<Stop, 'tag' | 'tone'> {
  if (day.done) return { tag: t('Done'), tone: 'good' };
  if (state === 'today') return { tag: t('Today'), tone: 'brand' };
  if (state === 'preview') return { tag: t('Preview'), tone: null };
  return { tag: null, tone: null };
}

function actionOf(day: MyThemeDay, campaign: CampaignRow, state: DayState): StopAction | null {
  if (state === 'locked') return null;
  const hidden = ` ${day.title}`;
  if (state === 'today' && !day.done)
    return { text: t('Start'), hidden, path: lessonPath(day.courseSlug, 1), main: true };
  return { text: wayIn(day, state), hidden: `:${hidden}`, path: themeDayPath(campaign.slug, day.heldOn), main: false };
}

function wayIn(day: MyThemeDay, state: DayState): string {
  if (state === 'open' && !day.done) return t('Catch up');
  return state === 'preview' && !day.done ? t('Preview') : t('See the day');
}
