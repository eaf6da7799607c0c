/**
 * What "as of" means on the pages of a region, an area and a unit, in one place.
 *
 * Answers count in the area where their unit stood on the day (feedback/rollups), so a page that lists only the units of one
 * day would not add up. It therefore lists the places that stand there on its day, and those that stood there for a part of
 * its weeks, each with its part and a sentence about it. The day is the last one of weeks that were chosen; the latest weeks
 * belong to today's tree.
 */
import { addDays, endOfLondonDay, type IsoDate, lastClosedWeek } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayFullDate } from '../../platform/say.js';
import type { PeriodChoice } from '../period/choice.js';
import type { Stretches } from '../period/stretches.js';

/** Where the time of a place in another one began and ended within some weeks. */
export interface Stay {
  /** Its first day there, when it came within the weeks; with the code of where it stood before, null for one that opened. */
  cameOn: IsoDate | null;
  cameFrom: string | null;
  /** The first day on which it was not there any more, on or before the day of the page; with the code of where it went, null for one that closed. */
  leftOn: IsoDate | null;
  movedTo: string | null;
  /** The name of the unit that one which closed merged into. */
  mergedInto?: string | null;
  /** Whether the reader may open its page today. */
  reached: boolean;
}

/** The day whose tree a page shows: null for today's. Of weeks to Sunday 5 April that is 5 April. */
export function asOfDay({ span }: PeriodChoice, { now }: Stretches, today: IsoDate): IsoDate | null {
  const chosen = span !== null && typeof span !== 'number';
  return chosen && now.to < lastClosedWeek(today) ? addDays(now.to, 6) : null;
}

/** The moment at which completion is told: the end of that day, or now. */
export function momentOf(asOf: IsoDate | null, now: Date): Date {
  return asOf === null ? now : endOfLondonDay(asOf);
}

/** Whether the place is there on the day of the page. */
export function standsThere({ stay }: { stay?: Stay | null }): boolean {
  return stay == null || stay.leftOn === null;
}

/** 'moved to A08 on 4 May 2026; counted until then'; null for a place that stood there all the time. */
export function sayStay(stay: Stay | null | undefined): string | null {
  if (stay == null) return null;
  const said = [sayCame(stay), sayLeft(stay)].filter((sentence) => sentence !== null);
  return said.length > 0 ? said.join('. ') : null;
}

function sayCame({ cameOn, cameFrom }: Stay): string | null {
  if (cameOn === null) return null;
  const day = sayFullDate(cameOn);
  return cameFrom === null
    ? t('Opened on {day}; counted from then', { day })
    : t('Came from {code} on {day}; counted here from then', { code: cameFrom, day });
}

function sayLeft({ leftOn, movedTo, mergedInto }: Stay): string | null {
  if (leftOn === null) return null;
  const lastDay = sayFullDate(addDays(leftOn, -1));
  if (movedTo === null && mergedInto)
    return t('Merged into {name} on {day}; counted until then', { name: mergedInto, day: lastDay });
  return movedTo === null
    ? t('Closed on {day}; counted until then', { day: lastDay })
    : t('Moved to {code} on {day}; counted here until then', { code: movedTo, day: sayFullDate(leftOn) });
}
