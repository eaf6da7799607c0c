import { type IsoDate } from '../platform/dates.js';
import { RuleBroken } from '../platform/errors.js';
import { sayDate } from '../platform/say.js';
import { countsNow, dayState, lastOpenDay, type Week } from './opening.js';

/** Pledges may be made and changed while the day is open; a preview is for reading and printing. */
export function checkPledge(heldOn: IsoDate, week: Week, today: IsoDate): void {
  if (countsNow(dayState(heldOn, week, today, false))) return;
  const sentence =
    today < heldOn
      ? `You can pledge from ${sayDate(heldOn, today)}, when this day opens.`
      : `Pledges for this week closed on ${sayDate(lastOpenDay(week), today)}.`;
  throw new RuleBroken(sentence, 'words');
}
