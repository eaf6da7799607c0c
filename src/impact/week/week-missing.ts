/** Why a themed week has no figures, and when it will have them where that is known. */
import { type Week, weekPhase } from '../../campaigns/opening.js';
import { addDays, type IsoDate } from '../../platform/dates.js';
import { msg, t } from '../../platform/language/t.js';
import { sayDate } from '../../platform/say.js';
import { FEWEST_ANSWERS, type NoResult, type WeekTotals } from './themed-week.js';

/** @param weeks closed ones that could be set against it, itself among them */
export function sayMissing(
  why: NoResult,
  week: Week,
  { monday, weeks }: { monday: IsoDate; weeks: readonly WeekTotals[] },
  today: IsoDate,
): string {
  const closes = addDays(monday, 7);
  if (today < closes || weekPhase(week, today) === 'running') {
    return t('Customer answers are counted once the week is closed, on {date}.', { date: sayDate(closes, today) });
  }
  if (weeks.length === 0) return t('No customer answers have been loaded yet.');
  return t(MISSING[why], { n: String(FEWEST_ANSWERS) });
}

const MISSING: Record<NoResult, string> = {
  noAnswers: msg('There are no customer answers for this week.'),
  tooFewAnswers: msg(
    'There are too few customer answers for this week to say anything: {n} from at least two areas are needed.',
  ),
  noOrdinaryWeeks: msg(
    'There is no week without a campaign, in the year before or the year after, to set this week against.',
  ),
};
