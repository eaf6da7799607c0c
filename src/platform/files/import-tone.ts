import type { ImportState } from './import-state.js';

/** The colour beside the word: what ended well, and what did not. */
export function toneOf(state: ImportState): 'good' | 'bad' | 'warn' | null {
  if (state === 'taken') return 'good';
  if (state === 'failed') return 'bad';
  return state === 'stopped' ? 'warn' : null;
}
