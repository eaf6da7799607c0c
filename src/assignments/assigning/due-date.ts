import { addDays, endOfLondonDay, type IsoDate, isIsoDate } from '../../platform/dates.js';
import { RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';

const USUAL_DAYS = 14;
const LONGEST_DAYS = 366;
const FIELD = 'dueOn';

/** A fortnight, filled in beforehand. */
export function usualDueDate(today: IsoDate): IsoDate {
  return addDays(today, USUAL_DAYS);
}

export function latestDueDate(today: IsoDate): IsoDate {
  return addDays(today, LONGEST_DAYS);
}

/**
 * A day from today to a year ahead. Today is allowed: a rapid cohort is trained the same day.
 * @throws RuleBroken naming the field.
 */
export function checkDueDate(text: string, today: IsoDate): IsoDate {
  if (!isIsoDate(text)) throw new RuleBroken(t('Choose the day by which it should be done.'), FIELD);
  if (text < today) throw new RuleBroken(t('That day has passed. Choose today or a later day.'), FIELD);
  if (text > latestDueDate(today)) throw new RuleBroken(t('Choose a day within the next year.'), FIELD);
  return text;
}

/** The last moment on which it is on time: 23:59:59.999 in London, also on the days when the clocks change. */
export function dueMoment(dueOn: IsoDate): Date {
  return endOfLondonDay(dueOn);
}
