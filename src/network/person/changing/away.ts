/** Long leave of one person: spans of days that do not meet. */
import type { IsoDate } from '../../../platform/dates.js';
import type { Days } from './held.js';

/** Two leaves on the same day are one, so a new one may not meet another. */
export function meetsAnother(leaves: readonly Days[], leave: Days): Days | null {
  return leaves.find((other) => before(leave.from, other.to) && before(other.from, leave.to)) ?? null;
}

/** The leave that began on a day ends before `end`, the first day back; one that would not begin any more goes. */
export function backOn(leaves: readonly Days[], from: IsoDate, end: IsoDate | null): Days[] {
  return leaves.flatMap((leave) => {
    if (leave.from !== from) return [leave];
    return end === null || leave.from < end ? [{ ...leave, to: end }] : [];
  });
}

const before = (day: IsoDate, end: IsoDate | null): boolean => end === null || day < end;
