/** How one place stood at the end of a week, as far as an alert asks. */

/** Of one measure: all, the good ones, and for feelings the bad ones. Of a theme: all comments, and those that speak of it. */
export interface Sums {
  n: number;
  good: number;
  bad: number;
}

export interface Seen {
  placeId: number;
  /** The last four weeks, and the thirteen before them. Of training and of numbers the moment itself, and nothing. */
  recent: Sums;
  earlier: Sums;
  /** How many answered, or spoke of the theme, in the week itself. */
  answered: number;
  /** What is no count: a number's value, the place in the funnel in standard errors. Null where it can't be told. */
  figure: number | null;
}

/** Places side by side, week by week, the oldest first. */
export interface SeenWeek {
  week: string;
  seen: Seen[];
}

export const NO_SUMS: Sums = { n: 0, good: 0, bad: 0 };

/** Rows with their week, in their order, as weeks. */
export function byWeek(rows: readonly (Seen & { week: string })[]): SeenWeek[] {
  const weeks = new Map<string, Seen[]>();
  for (const { week, ...seen } of rows) {
    const found = weeks.get(week);
    if (found) found.push(seen);
    else weeks.set(week, [seen]);
  }
  return [...weeks].map(([week, seen]) => ({ week, seen })).sort((a, b) => a.week.localeCompare(b.week));
}
