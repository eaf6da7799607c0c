/**
 * Reads the time at which a customer answered, written on a clock in some zone.
 *
 * Both clock changes are settled by rule, so that a file reads the same whenever it is imported: a time that the spring
 * change skips (01:30 on 28 March 2027 in London) is read as if the clocks had not gone forward yet, 02:30 by the new
 * time; a time that the autumn change repeats (01:30 on 31 October 2027) is its first pass, still summer time.
 */
import { DateTime, IANAZone, type TokenParser, type Zone } from 'luxon';
import { zoneInText } from './zone-in-text.js';

export type ReadMoment = (text: string) => Date | null;

/** Days since the last of 1899, as a spreadsheet keeps a date whose cell was never formatted as one. */
export const SERIAL = 'EXCEL';
/** Seconds or milliseconds since 1970. */
export const EPOCH = 'EPOCH';

/**
 * A reader for one format: `ISO` (date and time), `EXCEL`, `EPOCH` or a pattern of luxon tokens. A zone or an offset that
 * the text itself names wins over `zone`.
 */
export function momentReader(format: string, zone: string): ReadMoment {
  const read = readerOf(format.toUpperCase(), format);
  const usual = IANAZone.create(zone);
  return (text) => {
    const at = read(text, usual);
    if (!at.isValid || at.year < 2000 || at.year > 2100) return null;
    return readsOffset(format) ? at.toJSDate() : firstPass(at).toJSDate();
  };
}

type Read = (text: string, zone: Zone) => DateTime;

function readerOf(name: string, format: string): Read {
  if (name === SERIAL) return fromSerial;
  if (name === EPOCH) return fromEpoch;
  if (readsOffset(format)) return fromPattern(format);
  const read = name === 'ISO' ? fromIso : fromPattern(format);
  const tidy = tidier(format);
  return (text, zone) => {
    const written = tidy(text);
    const named = zoneInText(written);
    return named ? read(named.bare, named.zone) : read(written, zone);
  };
}

const fromIso: Read = (text, zone) =>
  DateTime.fromISO(text.replace(/^(\d{4}-\d{2}-\d{2}) +(?=\d)/, '$1T'), { zone, locale: 'en-GB' });

function fromPattern(format: string): Read {
  const parser = DateTime.buildFormatParser(format, { locale: 'en-GB' }) as TokenParser;
  return (text, zone) => DateTime.fromFormatParser(text, parser, { zone, locale: 'en-GB' });
}

const SECONDS_A_DAY = 86_400;
const FIRST_SERIAL = Date.UTC(1899, 11, 30);
const INVALID = DateTime.invalid('no such number');

const fromSerial: Read = (text, zone) => {
  if (!/^\d{5}(?:[.,]\d+)?$/.test(text)) return INVALID;
  const seconds = Math.round(Number(text.replace(',', '.')) * SECONDS_A_DAY);
  return DateTime.fromMillis(FIRST_SERIAL + seconds * 1000, { zone: 'utc' }).setZone(zone, { keepLocalTime: true });
};

const fromEpoch: Read = (text) => {
  const zone = 'utc';
  if (/^\d{9,10}(?:\.\d+)?$/.test(text)) return DateTime.fromMillis(Math.round(Number(text) * 1000), { zone });
  return /^\d{12,13}$/.test(text) ? DateTime.fromMillis(Number(text), { zone }) : INVALID;
};

/** Full-width digits, narrow blanks, “a.m.” and commas, unless the format asks for them. */
function tidier(format: string): (text: string) => string {
  const halves = / a\b/.test(format);
  const commas = format.includes(',');
  return (text) => {
    let tidy = /[^\0-\x7f]/.test(text) ? text.normalize('NFKC') : text;
    if (halves) tidy = tidy.replace(/(\d) ?([ap])\.? ?m\b\.?/i, '$1 $2m');
    return commas ? tidy : tidy.replace(/, */g, ' ');
  };
}

/** A day that every usable pattern writes and reads again unchanged: neither today's year nor the first of anything. */
const A_DAY = DateTime.fromISO('2019-10-23T16:35:48', { zone: 'utc', locale: 'en-GB' });

/** Whether a format says which day is meant. A pattern without one would put every answer on the day of the import. */
export function readsDays(format: string): boolean {
  if (['ISO', SERIAL, EPOCH].includes(format.toUpperCase())) return true;
  const read = momentReader(format, 'UTC')(A_DAY.toFormat(format));
  return read !== null && DateTime.fromJSDate(read, { zone: 'utc' }).hasSame(A_DAY, 'day');
}

/** Of the two passes of a repeated hour the earlier one, whatever the season in which the file is read. */
function firstPass(at: DateTime): DateTime {
  const [earliest = at] = at.getPossibleOffsets().sort((a, b) => a.toMillis() - b.toMillis());
  return earliest;
}

const readsOffset = (format: string) => format.toUpperCase() !== 'ISO' && /(?<!')Z/.test(format);
