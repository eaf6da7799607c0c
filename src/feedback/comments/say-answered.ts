import type { IsoDate } from '../../platform/dates.js';
import { sayFullDate } from '../../platform/say.js';

/** '9 February 2027', or 'February 2027' at a unit where so few answer that a day could give a customer away. */
export function sayAnswered(day: IsoDate, fewAnswer: boolean): string {
  const full = sayFullDate(day);
  return fewAnswer ? full.replace(/^\d+ /, '') : full;
}
