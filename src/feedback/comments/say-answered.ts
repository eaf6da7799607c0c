import type { IsoDate } from '../../platform/dates.js';
import { sayFullDate } from '../../platform/say.js';

/** '9 February 2027', or 'February 2027' at a small unit, where a day could give a customer away. */
export function sayAnswered(day: IsoDate, smallUnit: boolean): string {
  const full = sayFullDate(day);
  return smallUnit ? full.replace(/^\d+ /, '') : full;
}
