import type { DraftChange } from './draft.js';

/** Saves of the same thing by the same person, one soon after the other, are one step for those who read or undo them. */
const SOON_MS = 10 * 60_000;

export interface Step {
  /** Of its first and its last change. */
  from: number;
  to: number;
  words: string;
  changedAt: Date;
  changedBy: DraftChange['changedBy'];
  /** An undo, or taken back by one: there is nothing to undo in it. */
  undone: boolean;
  isUndo: boolean;
}

/**
 * The history of a draft as its authors think of it.
 * @param changes the newest first, without gaps
 */
export function stepsOf(changes: readonly DraftChange[]): Step[] {
  const steps: Step[] = [];
  for (const change of changes) {
    const later = steps.at(-1);
    const undone = isUndone(change, changes);
    if (later && !later.isUndo && belongs(change, later) && later.undone === undone) later.from = change.revision;
    else steps.push(stepOf(change, undone));
  }
  return steps;
}

/** The step that Undo takes back; null when everything is taken back or nothing was done. */
export function lastStep(changes: readonly DraftChange[]): Step | null {
  return stepsOf(changes).find((step) => !step.undone) ?? null;
}

function stepOf({ revision, undoes, words, changedAt, changedBy }: DraftChange, undone: boolean): Step {
  const isUndo = undoes !== null;
  return { from: revision, to: revision, words, changedAt, changedBy, undone: undone || isUndo, isUndo };
}

function isUndone({ revision }: DraftChange, changes: readonly DraftChange[]): boolean {
  return changes.some((later) => later.undoes !== null && later.revision > revision && later.undoes <= revision);
}

function belongs(change: DraftChange, later: Step): boolean {
  const soon = later.changedAt.getTime() - change.changedAt.getTime() <= SOON_MS;
  return change.undoes === null && soon && change.words === later.words && change.changedBy.id === later.changedBy.id;
}
