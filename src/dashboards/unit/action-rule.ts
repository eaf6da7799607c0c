/** Which days a recorded change may have happened on. */
import { addDays, type IsoDate } from '../../platform/dates.js';
import { RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';

const OLDEST_DAYS = 365;

/** @throws RuleBroken for a day to come, or one more than a year back: it could not be held against any weeks. */
export function checkActionDay(happenedOn: IsoDate, today: IsoDate): void {
  if (happenedOn > today)
    throw new RuleBroken(t('Record a change once it has happened: choose today or an earlier day.'), 'happenedOn');
  if (happenedOn < addDays(today, -OLDEST_DAYS))
    throw new RuleBroken(t('Choose a day within the last year.'), 'happenedOn');
}
