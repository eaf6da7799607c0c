/** Assigned completion: requirements finished out of requirements that are due. */

/** Counts of requirements of people in post. */
export interface Assigned {
  finished: number;
  due: number;
  /** Of those due, not finished and past their day; only where places stand side by side. */
  overdue?: number;
  /** For whom something is due; only of single units. */
  people?: number;
}

/** What the network aims at; drawn as a tick on every bar. */
export const COMPLETION_TARGET = 0.8;

/** Below this share a unit is behind. */
export const BEHIND = 0.6;

/** Requirements due this many days back or at any later time are counted. */
export const DUE_SINCE_DAYS = 182;

export const NOTHING_ASSIGNED: Assigned = { finished: 0, due: 0 };

/** From 0 to 1; null when nothing is due. */
export function shareFinished({ finished, due }: Assigned): number | null {
  return due === 0 ? null : finished / due;
}

export function isBehind(assigned: Assigned): boolean {
  const share = shareFinished(assigned);
  return share !== null && share < BEHIND;
}

export function addAssigned(all: readonly Assigned[]): Assigned {
  return all.reduce(
    (sum, one) => ({ finished: sum.finished + one.finished, due: sum.due + one.due }),
    NOTHING_ASSIGNED,
  );
}
