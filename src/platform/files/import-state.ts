/**
 * The life of a file that is imported through a page: `looking` is the dry run, `taking` the import itself, `undoing`
 * takes it back; each runs as a job, in `round`s. Whatever the state, the file itself is gone a day after it came.
 */
export const IMPORT_STATES = [
  'received',
  'looking',
  'looked',
  'taking',
  'taken',
  'undoing',
  'undone',
  'failed',
  'stopped',
  'dropped',
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

const NEXT: Record<ImportState, readonly ImportState[]> = {
  received: ['looking', 'dropped'],
  looking: ['looked', 'failed', 'stopped'],
  looked: ['taking', 'looking', 'dropped'],
  taking: ['taken', 'failed', 'stopped'],
  taken: ['undoing', 'undone'],
  undoing: ['undone', 'taken'],
  undone: [],
  failed: ['looking', 'dropped'],
  stopped: ['looking', 'dropped'],
  dropped: [],
};

/** The states from which a file may come to be in this one. */
export function statesBefore(next: ImportState): ImportState[] {
  return IMPORT_STATES.filter((state) => NEXT[state].includes(next));
}

/** Whether a job has it in hand, or will have. */
export function isUnderWay(state: ImportState): state is 'looking' | 'taking' | 'undoing' {
  return state === 'looking' || state === 'taking' || state === 'undoing';
}
