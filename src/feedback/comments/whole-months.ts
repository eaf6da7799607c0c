/** What days are asked for where a day could give a customer away: at a small unit answers stand by the month. */
import { addDays, type IsoDate } from '../../platform/dates.js';
import { msg } from '../../platform/language/t.js';

export const BY_MONTH = msg(
  'Few customers answer here or few colleagues work here, so days are widened to whole months.',
);

/** The same among other units: their comments are found by their month, whatever day was asked for. */
export const BY_MONTH_AMONG = msg(
  'Where few customers answer or few colleagues work, comments show their month and stand at its beginning.',
);

/** Days, both included; null for no bound. */
export interface Days {
  from: IsoDate | null;
  to: IsoDate | null;
}

/** The whole months that hold the days: whoever asks for one day of January learns what January was like. */
export function wholeMonths({ from, to }: Days): Days {
  return { from: from && firstOfMonth(from), to: to && lastOfMonth(to) };
}

export const firstOfMonth = (day: IsoDate): IsoDate => `${day.slice(0, 7)}-01`;

const lastOfMonth = (day: IsoDate): IsoDate => addDays(firstOfMonth(addDays(firstOfMonth(day), 31)), -1);
