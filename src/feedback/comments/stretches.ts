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
/** Gone through by days: so many always reach the beginning of a month. */
const FINE_WEEKS = 6;

/**
 * The marks of the weeks between two Mondays, newest first: one week at a time, then blocks of 4 and of 16 weeks (the last
 * may begin earlier). What is common is found within the first; no block is longer than what was gone through before it, so
 * that a word of one loud month years ago is not met in full.
 * @param finely the first weeks by days: for where so much is said that a week is too much to put in order
 */
export function stretches(newest: IsoDate, oldest: IsoDate, finely: boolean): string[] {
  const [last, first] = [weekNumber(newest), weekNumber(oldest)];
  const found: string[] = [];
  for (let at = last; at >= first;) {
    const size = BLOCKS.find((block) => (at + 1) % block === 0 && last - at >= block - 1) ?? 1;
    const fine = finely && last - at < FINE_WEEKS;
    found.push(
      ...(fine
        ? daysOf(mondayAt(at))
        : [size === 1 ? `week:${mondayAt(at)}` : `weeks${size}:${Math.floor(at / size)}`]),
    );
    at -= fine ? 1 : size;
  }
  return found;
}

function daysOf(monday: IsoDate): string[] {
  return [6, 5, 4, 3, 2, 1, 0].flatMap((n) => {
    const day = addDays(monday, n);
    return day.endsWith('-01') ? [`day:${day}`, ...partsOf(day)] : [`day:${day}`];
  });
}

const partsOf = (day: IsoDate) => Array.from({ length: PARTS }, (_, n) => `part:${day}/${PARTS - 1 - n}`);

const mondayAt = (week: number) => addDays(FIRST_MONDAY, 7 * week);

const weekNumber = (monday: IsoDate) => Math.floor(daysBetween(FIRST_MONDAY, monday) / 7);
