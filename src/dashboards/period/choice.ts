/**
 * Which closed weeks a page is about, and what they are held against: read from the address, so that a link shows a
 * colleague the same thing. What cannot be is a sentence beside the form, and the page shows the latest weeks meanwhile.
 */
import { PERIODS, type Period, type Weeks } from '../../feedback/metrics/period.js';
import { addDays, daysBetween, type IsoDate, isIsoDate, mondayOf } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayFullDate } from '../../platform/say.js';

export const AGAINSTS = ['before', 'year', 'none'] as const;
/** The weeks before, the same weeks a year earlier, or nothing. */
export type Against = (typeof AGAINSTS)[number];

export interface PeriodChoice {
  /** A length that ends with the last closed week, weeks by their Mondays, or null: as many weeks as each score needs. */
  span: Period | Weeks | null;
  against: Against;
}

export interface PeriodRead {
  choice: PeriodChoice;
  /** What cannot be, in a sentence; then the choice is the usual one. */
  problem: string | null;
}

/** The latest weeks, as many as each score needs, with the last four held against the thirteen before. */
export const USUAL: PeriodChoice = { span: null, against: 'before' };

/** A calendar year touches 53 weeks. */
const MOST_WEEKS = 53;

/** Reads `?weeks=4|13|26|52` or `?from=&to=` (days, widened to whole weeks) and `?against=before|year|none`. */
export function readPeriod(query: Record<string, unknown>, lastWeek: IsoDate): PeriodRead {
  const [weeks, from, to] = [textOf(query.weeks), textOf(query.from), textOf(query.to)];
  const against = textOf(query.against) || USUAL.against;
  const known = AGAINSTS.find((one) => one === against);
  if (!known) return refused(t('Compare with the weeks before, with the same weeks a year earlier, or with nothing.'));
  if (weeks !== '') {
    const span = PERIODS.find((one) => String(one) === weeks);
    return span ? taken(span, known) : refused(t('Choose the last 4, 13, 26 or 52 weeks.'));
  }
  if (from === '' && to === '') return taken(null, known);
  const problem = problemOf(from, to, lastWeek);
  return problem ? refused(problem) : taken({ from: mondayOf(from), to: mondayOf(to) }, known);
}

/** The same choice in an address, shortest first: nothing for the usual one. */
export function writePeriod({ span, against }: PeriodChoice): [name: string, value: string][] {
  const written: [string, string][] = [];
  if (typeof span === 'number') written.push(['weeks', String(span)]);
  else if (span) written.push(['from', span.from], ['to', addDays(span.to, 6)]);
  if (against !== USUAL.against) written.push(['against', against]);
  return written;
}

function problemOf(from: string, to: string, lastWeek: IsoDate): string | null {
  if (!isIsoDate(from) || !isIsoDate(to)) return t('Give both days, a first and a last one that are on the calendar.');
  if (from > to) return t('The first day lies after the last one: swap them.');
  const latest = addDays(lastWeek, 6);
  if (to > latest)
    return t('A week counts once it has closed: choose a last day up to {day}.', { day: sayFullDate(latest) });
  if (daysBetween(mondayOf(from), to) >= 7 * MOST_WEEKS) return t('Choose a year at most.');
  return null;
}

const taken = (span: PeriodChoice['span'], against: Against): PeriodRead => ({
  choice: { span, against },
  problem: null,
});
const refused = (problem: string): PeriodRead => ({ choice: USUAL, problem });

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
