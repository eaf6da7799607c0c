/**
 * The rule of undoing an import, for one answer: its values are a pile. The import that added it laid the first ones, each
 * that corrected it laid others on top, and those on top are in force. Undoing an import takes out what it laid, wherever
 * that lies: on top, and the values below are in force again; in the middle, and those above stay; the last ones left, and
 * the answer is gone. So imports can be undone in any order, and what is left is what importing only the others gives:
 * undone 2 then 3, or 3 then 2, of three that each set other values leaves the values of 1.
 *
 * Two exceptions. An import that finds an answer as it is lays nothing, so it does not hold the answer when the import
 * that did is undone; the page says how many it may be. And values whose time was over have been deleted: where they would
 * be in force again, those that replaced them stay in their place.
 */

/** Values of an answer, and the import that set them. */
export interface Version {
  importId: number;
  /** The row of the history that keeps them; null for those in force. */
  heldBy: number | null;
  /** The row of the history that says when they replaced the ones below; null for the first. */
  enteredBy: number | null;
  /** False when the values have been deleted since their time was over. */
  known: boolean;
}

export interface TakenBack {
  /**
   * The answer is `gone`, `back` at earlier values, or stays because imports that are not undone changed it `later`, or
   * because the values that it had before are `unknown`.
   */
  outcome: Outcome;
  /** What is in force now; null when the answer is gone. */
  top: Version | null;
  /** The history that is left, oldest first: which of its rows now keeps the values of which. */
  history: { row: number; keeps: number }[];
  /** The row of the history with the last values that are taken out; null when they were in force. */
  taken: number | null;
}

export const OUTCOMES = ['gone', 'back', 'later', 'unknown'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/**
 * What becomes of an answer.
 * @param pile oldest first, at least one version; only the last one has `heldBy` null
 */
export function withoutImports(pile: readonly Version[], undone: ReadonlySet<number>): TakenBack {
  const left = pile.filter(({ importId }) => !undone.has(importId));
  const last = pile.at(-1);
  const top = left.at(-1) ?? null;
  return {
    outcome: outcomeOf(top, top === last),
    top,
    history: left.slice(1).map(({ enteredBy }, at) => ({ row: enteredBy ?? 0, keeps: left[at]?.heldBy ?? 0 })),
    taken: pile.findLast(({ importId }) => undone.has(importId))?.heldBy ?? null,
  };
}

function outcomeOf(top: Version | null, untouched: boolean): Outcome {
  if (top === null) return 'gone';
  if (untouched) return 'later';
  return top.known ? 'back' : 'unknown';
}
