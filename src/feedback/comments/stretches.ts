/**
 * Stretches of time that a comment is marked with (migration 0046, `standing_marks`), so that a search goes from the newest
 * on and stops where it has enough: its week, the four and the sixteen weeks around it, each of these with its area
 * ('weeks4:727/12'), and its day. Where the month stands for the day (shown-at.ts) a month's comments stand in its first
 * second: a sixteenth of them is marked instead of the day.
 */
import { addDays, daysBetween, type IsoDate } from '../../platform/dates.js';

/** Of so many weeks at once a comment is marked too, so that what is rare does not need a look for each week. */
const BLOCKS = [16, 4] as const;
/** A Monday from which blocks are counted. */
const FIRST_MONDAY = '1970-01-05';
const PARTS = 16;
/** Gone through finely: so many always reach the beginning of a month. */
const FINE_WEEKS = 6;

/**
 * The marks of what lies between a day and the week of an earlier one, newest first: one week at a time, then blocks of 4 and
 * of 16 weeks (the last may begin earlier). What is common is found within the first; no block is longer than what was gone
 * through before it, so that a word of one loud month years ago is not met in full.
 * @param finely among the first weeks, those that a month begins in by days: for where a month is too much to put in order
 */
export function stretches(newest: IsoDate, oldest: IsoDate, finely: boolean): string[] {
  const [last, first] = [weekNumber(newest), weekNumber(oldest)];
  const found: string[] = [];
  for (let at = last; at >= first;) {
    const size = sizeOf(at, last - at);
    const fine = finely && last - at < FINE_WEEKS;
    found.push(
      ...(fine
        ? finer(mondayAt(at), newest)
        : [size === 1 ? weekMark(mondayAt(at)) : `weeks${size}:${Math.floor(at / size)}`]),
    );
    at -= fine ? 1 : size;
  }
  return found;
}

/** Of the longest block that ends with a week and is no longer than what was gone through. */
const sizeOf = (week: number, gone: number) =>
  BLOCKS.find((block) => (week + 1) % block === 0 && gone >= block - 1) ?? 1;

/** A week, or its days up to the newest when a month begins in it. */
function finer(monday: IsoDate, newest: IsoDate): string[] {
  const days = [6, 5, 4, 3, 2, 1, 0].map((n) => addDays(monday, n));
  if (!days.some(beginsMonth)) return [weekMark(monday)];
  return days
    .filter((day) => day <= newest)
    .flatMap((day) => [`day:${day}`, ...(beginsMonth(day) ? partsOf(day) : [])]);
}

const beginsMonth = (day: IsoDate) => day.endsWith('-01');

const partsOf = (day: IsoDate) => Array.from({ length: PARTS }, (_, n) => `part:${day}/${PARTS - 1 - n}`);

const weekMark = (monday: IsoDate) => `week:${monday}`;

const mondayAt = (week: number) => addDays(FIRST_MONDAY, 7 * week);

const weekNumber = (day: IsoDate) => Math.floor(daysBetween(FIRST_MONDAY, day) / 7);
