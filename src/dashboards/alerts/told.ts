/** What an alert tells of a place. */
import type { IsoDate } from '../../platform/dates.js';

export interface Told {
  placeId: number;
  /** The Monday of the week it is about; of a number the first day of its period. */
  week: IsoDate;
  /** Points, percent, how many, or a number's own value. */
  value: number;
  /** Its 95 % interval, in points, where answers are counted. */
  low: number | null;
  high: number | null;
  /** Answers, colleagues or comments behind it. */
  n: number;
  /** In points, for what has fallen or risen. */
  change: number | null;
}

export type Figures = Omit<Told, 'placeId' | 'week'>;
