/** Which column says when a customer answered, and how the time is written. */
import { momentReader } from '../imports/moment.js';
import type { ColumnProfile } from './column-profile.js';

const DATES = ['d/M/yyyy', 'M/d/yyyy', 'd-M-yyyy', 'M-d-yyyy', 'd.M.yyyy', 'd MMM yyyy', 'd MMMM yyyy', 'yyyy/M/d'];
const SHORT_DATES = ['d/M/yy', 'M/d/yy', 'd-MMM-yy', 'd MMM yy'];
const TIMES = [' H:mm:ss', ' H:mm', ' h:mm:ss a', ' h:mm a', ''];

/** Day before month, as it is written here: whichever of two that both fit comes first is taken. */
export const TIME_FORMATS: readonly string[] = [
  'ISO',
  ...[...DATES, ...SHORT_DATES].flatMap((date) => TIMES.map((time) => date + time)),
];

/** The first format that reads every text, or nearly every one; null when none does. */
export function timeFormatOf(texts: readonly string[]): string | null {
  const given = texts.filter((text) => /\d.*[-/. ].*\d/.test(text) && text.length >= 6);
  if (given.length === 0 || given.length < texts.length * 0.9) return null;
  return TIME_FORMATS.find((format) => readShare(format, given) >= 0.95) ?? null;
}

/** Whether day and month could be the other way round: nothing in the sample tells. */
export function isDayOrMonth(format: string, texts: readonly string[]): boolean {
  const other = swapped(format);
  return other !== null && readShare(other, texts) >= 0.95;
}

function swapped(format: string): string | null {
  const match = /^([dM])([-/])([dM])(.*)$/.exec(format);
  return match && match[1] !== match[3] ? `${match[3]}${match[2]}${match[1]}${match[4]}` : null;
}

function readShare(format: string, texts: readonly string[]): number {
  const read = momentReader(format, 'UTC');
  return texts.filter((text) => read(text) !== null).length / Math.max(1, texts.length);
}

const ENDS = /end|complet|submit|finish|answered|recorded/i;
const BEGINS = /start|begin|created|sent|invit/i;

/** Of several times in a file the one at which the customer was done. */
export function guessTime(profiles: readonly ColumnProfile[]): { column: string; format: string } | null {
  const found = profiles
    .map((profile) => ({ profile, format: timeFormatOf(profile.values.map(({ text }) => text)) }))
    .filter((one): one is { profile: ColumnProfile; format: string } => one.format !== null)
    .sort((a, b) => rank(b.profile) - rank(a.profile));
  const best = found[0];
  return best ? { column: best.profile.key, format: best.format } : null;
}

function rank({ key, label, filled }: ColumnProfile): number {
  const name = `${key} ${label}`;
  return filled + (ENDS.test(name) ? 0.6 : 0) + (/end/i.test(name) ? 0.2 : 0) - (BEGINS.test(name) ? 0.5 : 0);
}
