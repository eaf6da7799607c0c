/** The days of a week that is planned: one more, an earlier place, one less. */
import { addDays, type IsoDate } from '../../platform/dates.js';
import { NotFound, RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { LONGEST_DAYS } from '../campaign-content.js';
import type { Week } from '../opening.js';
import { type DraftCampaign, type DraftDay, ordered } from './draft.js';

/** @returns the first date of the week that holds no theme yet, or null when all do. */
export function freeDate({ startsOn, endsOn, days }: DraftCampaign): IsoDate | null {
  return datesOf({ startsOn, endsOn }).find((date) => days.every((day) => day.heldOn !== date)) ?? null;
}

/** A week's dates; of one that is much too long only the first, since an author may have typed a wrong year. */
export function datesOf({ startsOn, endsOn }: Week): IsoDate[] {
  const dates = Array.from({ length: LONGEST_DAYS }, (_, at) => addDays(startsOn, at));
  return dates.filter((date) => date <= endsOn);
}

export function emptyDay(key: string, heldOn: IsoDate): DraftDay {
  const texts = { title: '', course: '', summary: '', challenge: '', pledgePrompt: '', huddle: '' };
  return { key, heldOn, driver: null, ...texts };
}

/** @throws RuleBroken when every date has its theme */
export function addDay(draft: DraftCampaign, key: string): DraftCampaign {
  const heldOn = freeDate(draft);
  if (heldOn === null) throw new RuleBroken(t('Every date of the week has its theme. Make the week longer first.'));
  return ordered({ ...draft, days: [...draft.days, emptyDay(key, heldOn)] });
}

/** The first key that no day of the draft has. */
export function freeDayKey({ days }: DraftCampaign): string {
  let at = days.length + 1;
  while (days.some((day) => day.key === `day-${at}`)) at += 1;
  return `day-${at}`;
}

/** The day trades its date with the one before (`-1`) or after (`1`) it; at the end of the list nothing moves. */
export function moveDay(draft: DraftCampaign, key: string, by: -1 | 1): DraftCampaign {
  const at = draft.days.indexOf(dayOf(draft, key));
  const [day, other] = [draft.days[at], draft.days[at + by]];
  if (!day || !other) return draft;
  const traded = new Map([
    [day.key, other.heldOn],
    [other.key, day.heldOn],
  ]);
  return ordered({ ...draft, days: draft.days.map((one) => ({ ...one, heldOn: traded.get(one.key) ?? one.heldOn })) });
}

export function removeDay(draft: DraftCampaign, key: string): DraftCampaign {
  const gone = dayOf(draft, key);
  return { ...draft, days: draft.days.filter((day) => day !== gone) };
}

export function changeDay(draft: DraftCampaign, key: string, change: Partial<DraftDay>): DraftCampaign {
  const changed = dayOf(draft, key);
  return ordered({ ...draft, days: draft.days.map((day) => (day === changed ? { ...day, ...change, key } : day)) });
}

/** @throws NotFound when the draft holds no such day, or no longer */
export function dayOf({ days }: DraftCampaign, key: string): DraftDay {
  const day = days.find((one) => one.key === key);
  if (!day) throw new NotFound();
  return day;
}
