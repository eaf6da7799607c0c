/** How far an undo of answers is, in the form of every import (import-progress.presenter.ts). */
import { type Ahead, type ProgressView, sayAhead } from '../../platform/files/import-progress.presenter.js';
import { t } from '../../platform/language/t.js';
import { sayNumber } from '../../platform/say.js';
import type { PastUndo } from './undo.queries.js';
import { inAll, NOTHING_UNDONE } from './undo-tally.js';

export type UndoState = 'running' | 'failed' | 'cutShort' | 'done';

/** An undo whose job has ended before it did was cancelled; one whose job was parked has failed time after time. */
export function undoState({ finishedAt, job }: Pick<PastUndo, 'finishedAt' | 'job'>): UndoState {
  if (finishedAt !== null) return 'done';
  if (job?.parked) return 'failed';
  return job === null || job.over ? 'cutShort' : 'running';
}

/** @param ahead what has the turn at this moment */
export function undoProgress(undo: PastUndo, ahead: Ahead): ProgressView {
  const done = inAll({ ...NOTHING_UNDONE, ...undo.tally });
  const over = undoState(undo) !== 'running';
  if (over) return { value: 1, max: 1, words: t('It has ended.'), over };
  if (!undo.job?.begun) return { value: null, max: null, words: notBegun(undo.job?.tries ?? 0), over };
  if (undo.job.phase === 'waiting' && done === 0)
    return { value: null, max: null, words: ahead ? sayAhead(ahead) : ANOTHER(), over };
  const total = Math.max(undo.total, done);
  const words = t('{done} of {total} answers taken back', { done: sayNumber(done), total: sayNumber(total) });
  return { value: done, max: Math.max(1, total), words, over };
}

const ANOTHER = () => t('Another import is under way. Yours begins when it ends.');

function notBegun(tries: number): string {
  return tries > 0 ? t('It was interrupted and will go on in a moment.') : t('It begins in a moment.');
}
