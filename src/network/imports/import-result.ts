/** What an import did, or would do: the JSON document of `cxu import network|people --json`. */

export const CHANGES = ['new', 'moved', 'changed', 'unchanged'] as const;
export type Change = (typeof CHANGES)[number];

export interface Rejection {
  /** Line of the file on which the row begins; the header is line 1. */
  line: number;
  /** The column at fault; empty when it is the row as a whole. */
  column: string;
  reason: string;
}

/** What a row would do, or what a snapshot would end because no row names it (`line` is 0 then). */
export interface Difference {
  line: number;
  code: string;
  name: string;
  change: 'new' | 'moved' | 'changed' | 'ended';
  /** Where it stood on the row's first day, and where it will stand; codes, null when nowhere. */
  was: string | null;
  now: string;
  from: string;
  /** Where the unit goes when it closes, as far as the row changes it; absent in results from before there were mergers. */
  merger?: MergerChange | null;
}

/** A unit merges into this one at the end of the day `on`, or `undone`: does not any more. */
export interface MergerChange {
  code: string;
  name: string;
  on: string;
  undone: boolean;
}

export interface ImportResult extends Record<Change, number> {
  kind: 'network' | 'people';
  dryRun: boolean;
  read: number;
  rejected: number;
  /** The first thousand; all of them are in the file `rejects`. */
  errors: Rejection[];
  rejects: string | null;
  /** The file with all that is new, moves, changes, ends or is rejected; null when nothing does. */
  differences: string | null;
  /** The first hundred that move or change. */
  difference: Difference[];
  /** The first hundred that are new. */
  newcomers: Difference[];
  /** Only of a full snapshot. */
  snapshot: Snapshot | null;
}

/** What a full snapshot ends because it does not name it: so many of all that hold today, and the first hundred of them. */
export interface Snapshot {
  ends: number;
  of: number;
  first: Difference[];
}
