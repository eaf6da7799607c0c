/** Which column says when a customer answered, and how the time is written. */
import { EPOCH, momentReader, SERIAL } from '../imports/moment.js';
import type { ColumnProfile } from './column-profile.js';

const DATES = ['d/M/yyyy', 'M/d/yyyy', 'd-M-yyyy', 'M-d-yyyy', 'd.M.yyyy', 'yyyy/M/d', 'yyyy.M.d'];
const MONTHS = ['MMM', 'MMMM'];
const WORDED = [
  ...MONTHS.map((month) => ['d', month, 'yyyy']),
  ...MONTHS.map((month) => [month, 'd', 'yyyy']),
  ...MONTHS.map((month, at) => [['EEE', 'EEEE'][at]!, 'd', month, 'yyyy']),
].map((parts) => parts.join(' '));
const SHORT_DATES = ['d/M/yy', 'M/d/yy', 'd-M-yy', 'M-d-yy', 'd.M.yy', 'd-MMM-yy', 'd MMM yy'];
const TIMES = [' H:mm:ss', ' H:mm', ' h:mm:ss a', ' h:mm a', ''];

/** Day before month, as it is written here: whichever of two that both fit comes first is taken. */
export const TIME_FORMATS: readonly string[] = [
  'ISO',
  ...[...DATES, 'd-MMM-yyyy', ...WORDED, ...SHORT_DATES].flatMap((date) => TIMES.map((time) => date + time)),
  SERIAL,
  EPOCH,
];

const TRIED_FIRST = 12;

/** Of the formats that read nearly every text the one that reads most, day before month; null when none does. */
export function timeFormatOf(texts: readonly string[]): string | null {
  const given = texts.filter((text) => /^\D*\d/.test(text) && text.length >= 5);
  if (given.length === 0 || given.length < texts.length * 0.9) return null;
  const some = given.slice(0, TRIED_FIRST);
  const likely = TIME_FORMATS.filter((format) => readShare(format, some) > 0).map((format) => ({
    format,
    share: readShare(format, given),
  }));
  const best = likely.reduce((a, b) => (b.share > a.share ? b : a), { format: '', share: 0.949 });
  return best.format === '' ? null : best.format;
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

const ENDS = /end|complet|submit|finish|answered|recorded|respon/i;
const BEGINS = /start|begin|creat|(?<!con|pre|ab)sent(?!im)|invit/i;
/** Numbers are times only where the column says so. */
const NAMED = /time|date|when|stamp|start|end|complet|submit|answered|recorded|dyddiad|amser|interview/i;

export interface TimeColumn {
  column: string;
  /** The column of the time of day where the date has one of its own; '' where not. */
  clock: string;
  format: string;
}

/** Of several times in a file the one at which the customer was done. */
export function guessTime(profiles: readonly ColumnProfile[]): TimeColumn | null {
  const found = profiles
    .map((profile) => ({ profile, format: timeFormatOf(textsOf(profile)) }))
    .filter((one): one is { profile: ColumnProfile; format: string } => one.format !== null)
    .filter(({ profile, format }) => !isNumber(format, profile) || NAMED.test(`${profile.key} ${profile.label}`))
    .sort((a, b) => rank(b.profile) - rank(a.profile));
  const best = found[0];
  if (!best) return null;
  const { profile, format } = best;
  const clock = hasClock(format, profile) ? undefined : guessClock(profiles, profile, format);
  return clock ?? { column: profile.key, clock: '', format };
}

const textsOf = ({ values }: ColumnProfile) => values.map(({ text }) => text);

/** The basic form of ISO, 20270125, is a number, too. */
const isNumber = (format: string, { values }: ColumnProfile) =>
  [SERIAL, EPOCH].includes(format) || values.every(({ text }) => /^\d+$/.test(text));

const hasClock = (format: string, { values }: ColumnProfile) =>
  format === 'ISO' || [SERIAL, EPOCH].includes(format)
    ? values.some(({ text }) => !/^\d{4}-\d{2}-\d{2}$/.test(text))
    : /[Hh]/.test(format);

const OF_DAY = /^\d{1,2}:\d{2}(:\d{2})?( ?[ap]\.?m\.?)?$/i;

/** A column of times of day beside one of dates, and the format of the two together. */
function guessClock(profiles: readonly ColumnProfile[], date: ColumnProfile, format: string): TimeColumn | undefined {
  const clock = profiles
    .filter(({ values }) => values.length > 0 && values.every(({ text }) => OF_DAY.test(text)))
    .sort((a, b) => rank(b) - rank(a) || Math.abs(a.at - date.at) - Math.abs(b.at - date.at))[0];
  const text = clock?.values[0]?.text;
  if (!clock || text === undefined) return undefined;
  const tried = format === 'ISO' ? ['ISO'] : TIMES.map((time) => format + time);
  const together = tried.find((one) => momentReader(one, 'UTC')(`${date.values[0]!.text} ${text}`) !== null);
  return together === undefined ? undefined : { column: date.key, clock: clock.key, format: together };
}

/** Who was asked and never answered has a beginning and no end: one beginning in five is as good as an end. */
const OF_BEGINNINGS = 0.2;

function rank({ key, label, filled }: ColumnProfile): number {
  const name = `${key} ${label}`;
  const times = BEGINS.test(name) ? filled * OF_BEGINNINGS - 0.5 : filled;
  return times + (ENDS.test(name) ? 0.6 : 0) + (/end/i.test(name) ? 0.2 : 0);
}
