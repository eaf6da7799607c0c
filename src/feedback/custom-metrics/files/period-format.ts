/** How a file writes the periods of its values: days and times as survey files do, and months, quarters and years. */
import { type IsoDate, londonDate } from '../../../platform/dates.js';
import { momentReader } from '../../imports/moment.js';
import { TIME_FORMATS } from '../../sources/guess-time.js';
import { startOfPeriod } from '../grain.js';
import type { Grain } from '../metric.js';

const LONGER = [
  'MMM yyyy',
  'MMMM yyyy',
  'MMM-yy',
  'MMM yy',
  'M/yyyy',
  "'Q'q yyyy",
  "yyyy 'Q'q",
  "yyyy-'Q'q",
  "yyyy'Q'q",
  'yyyy',
];

export const PERIOD_FORMATS: readonly string[] = [...TIME_FORMATS, ...LONGER];

export const isPeriodFormat = (text: string): boolean => PERIOD_FORMATS.includes(text);

/** The first day of the period that a text names, or null. */
export function periodReader(format: string, grain: Grain): (text: string) => IsoDate | null {
  const read = momentReader(format, 'Europe/London');
  const known = new Map<string, IsoDate | null>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const at = /\d/.test(text) ? read(text.trim()) : null;
    const start = at === null ? null : startOfPeriod(grain, londonDate(at));
    if (known.size < MOST_KNOWN) known.set(text, start);
    return start;
  };
}

/** A file names few periods, each of them for every place. */
const MOST_KNOWN = 10_000;

/** The first format that reads every text, or nearly every one; null when none does. A bare number is a year at most. */
export function periodFormatOf(texts: readonly string[]): string | null {
  const given = texts.map((text) => text.trim()).filter((text) => text !== '');
  if (given.length === 0) return null;
  const years = given.every((text) => /^(19|20)\d{2}$/.test(text));
  if (
    !years &&
    given.some((text) => /^[-\d.,\s]+$/.test(text) && !/^\d+[-.]\d+([-.]\d+)?$/.test(text) && !/^20\d{6}$/.test(text))
  )
    return null;
  const share = (format: string) => {
    const read = periodReader(format, 'day');
    return given.filter((text) => read(text) !== null).length / given.length;
  };
  return (years ? ['yyyy'] : PERIOD_FORMATS).find((format) => share(format) >= 0.95) ?? null;
}
