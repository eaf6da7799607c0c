import { type IsoDate, isIsoDate } from '../../platform/dates.js';
import { RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { sayDate } from '../../platform/say.js';
import { latestDueDate } from '../assigning/due-date.js';

/**
 * A later day than the one that stands, within a year: an extension never moves a date back.
 * @param current the date that stands, of those who have the earliest one
 * @throws RuleBroken naming the field
 */
export function checkExtension(text: string, current: IsoDate, today: IsoDate): IsoDate {
  if (!isIsoDate(text)) throw new RuleBroken(t('Choose the new day.'), 'dueOn');
  if (text <= current) {
    const day = sayDate(current, today);
    throw new RuleBroken(t('It is due {day} already. Choose a later day.', { day }), 'dueOn');
  }
  if (text < today) throw new RuleBroken(t('That day has passed. Choose today or a later day.'), 'dueOn');
  if (text > latestDueDate(today)) throw new RuleBroken(t('Choose a day within the next year.'), 'dueOn');
  return text;
}
