/**
 * Reads the time at which a customer answered, written on a clock in some zone.
 *
 * Both clock changes are settled by rule, so that a file reads the same whenever it is imported: a time that the spring
 * change skips (01:30 on 28 March 2027 in London) is read as if the clocks had not gone forward yet, 02:30 by the new
 * time; a time that the autumn change repeats (01:30 on 31 October 2027) is its first pass, still summer time.
 */
import { DateTime, IANAZone, type TokenParser } from 'luxon';

export type ReadMoment = (text: string) => Date | null;

/** A reader for one format: `ISO` (date and time, an offset in the text wins over the zone) or a pattern of luxon tokens. */
export function momentReader(format: string, zone: string): ReadMoment {
  const parser = format.toUpperCase() === 'ISO' ? null : DateTime.buildFormatParser(format, { locale: 'en-GB' });
  const options = { zone: IANAZone.create(zone), locale: 'en-GB', setZone: false };
  return (text) => {
    const at = parser
      ? DateTime.fromFormatParser(text, parser as TokenParser, options)
      : DateTime.fromISO(text.replace(/^(\d{4}-\d{2}-\d{2}) +(?=\d)/, '$1T'), options);
    if (!at.isValid || at.year < 2000 || at.year > 2100) return null;
    return hasOffset(text, format) ? at.toJSDate() : firstPass(at).toJSDate();
  };
}

/** A day that every usable pattern writes and reads again unchanged: neither today's year nor the first of anything. */
const A_DAY = DateTime.fromISO('2019-10-23T16:35:48', { zone: 'utc', locale: 'en-GB' });

/** Whether a format says which day is meant. A pattern without one would put every answer on the day of the import. */
export function readsDays(format: string): boolean {
  if (format.toUpperCase() === 'ISO') return true;
  const read = momentReader(format, 'UTC')(A_DAY.toFormat(format));
  return read !== null && DateTime.fromJSDate(read, { zone: 'utc' }).hasSame(A_DAY, 'day');
}

/** Of the two passes of a repeated hour the earlier one, whatever the season in which the file is read. */
function firstPass(at: DateTime): DateTime {
  const [earliest = at] = at.getPossibleOffsets().sort((a, b) => a.toMillis() - b.toMillis());
  return earliest;
}

function hasOffset(text: string, format: string): boolean {
  return format.toUpperCase() === 'ISO' ? /[T ].*(?:Z|[+-]\d{2}(?::?\d{2})?)$/i.test(text) : /(?<!')Z/.test(format);
}
