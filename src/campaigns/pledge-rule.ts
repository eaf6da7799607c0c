import { type IsoDate } from '../platform/dates.js';
import { RuleBroken } from '../platform/errors.js';
import { t } from '../platform/language/t.js';
import { sayDate } from '../platform/say.js';
import { countsNow, dayState, lastOpenDay, type Week } from './opening.js';

/** Pledges may be made and changed while the day is open; a preview is for reading and printing. */
export function checkPledge(heldOn: IsoDate, week: Week, today: IsoDate): void {
  if (countsNow(dayState(heldOn, week, today, false))) return;
  const sentence =
    today < heldOn
      ? t('You can pledge from {date}, when this day opens.', { date: sayDate(heldOn, today) })
      : t('Pledges for this week closed on {date}.', { date: sayDate(lastOpenDay(week), today) });
  throw new RuleBroken(sentence, 'words');
}
