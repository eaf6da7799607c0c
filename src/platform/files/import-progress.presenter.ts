import { t } from '../language/t.js';
import { sayNumber } from '../say.js';
import type { FileImport } from './file-imports.queries.js';
import { isUnderWay } from './import-state.js';

/** For the partial `import-progress` and for assets/js/progress.js, which prints the same again while it runs. */
export interface ProgressView {
  /** Null when nobody can say how far it is. */
  value: number | null;
  max: number | null;
  words: string;
  /** Nothing moves any more: the page shows something else when it is looked at again. */
  over: boolean;
}

/** Whose import stands before this one, if any; or whose undo of one. */
export type Ahead = { fileName: string; name: string | null; does?: string } | null;

type Shown = Pick<FileImport, 'state' | 'job'>;
type Job = NonNullable<FileImport['job']>;

/** What an import of several phases is busy with; reading fills the first half of its bar. */
export type ProgressPhase = 'waiting' | 'reading' | 'comparing' | 'takingOver' | 'undoing';

const FILLED = { waiting: 0, reading: 0, comparing: 0.5, takingOver: 0.7, undoing: 0.2 } satisfies Record<
  ProgressPhase,
  number
>;

export function presentProgress({ state, job }: Shown, ahead: Ahead): ProgressView {
  if (!isUnderWay(state)) return { value: 1, max: 1, words: t('It has ended.'), over: true };
  if (job?.parked) return { value: null, max: null, words: FAILED_AGAIN(), over: true };
  if (!job?.begun) return { value: null, max: null, words: waiting(ahead, job?.tries ?? 0), over: false };
  return isPhase(job.phase) && job.phase !== 'reading'
    ? { value: FILLED[job.phase] * 100, max: 100, words: sayPhase(job.phase, ahead), over: false }
    : presentLines(job, ahead);
}

function presentLines({ done, total, phase }: Job, ahead: Ahead): ProgressView {
  if (total === null || total === 0)
    return { value: null, max: null, words: ahead ? waiting(ahead, 0) : t('It has begun.'), over: false };
  const words =
    done >= total
      ? t('All {n} lines are read. Working out what they mean takes a moment.', { n: sayNumber(total) })
      : t('{done} of {total} lines read', { done: sayNumber(done), total: sayNumber(total) });
  return { value: Math.min(done, total), max: phase === null ? total : total * 2, words, over: false };
}

function isPhase(phase: string | null): phase is ProgressPhase {
  return phase !== null && phase in FILLED;
}

function sayPhase(phase: Exclude<ProgressPhase, 'reading'>, ahead: Ahead): string {
  if (phase === 'waiting')
    return ahead ? waiting(ahead, 0) : t('Another import is under way. Yours begins when it ends.');
  if (phase === 'comparing') return t('All rows are read. They are compared with what is known.');
  if (phase === 'takingOver') return t('What changes is taken over.');
  return t('What the import changed is put back.');
}

function waiting(ahead: Ahead, tries: number): string {
  if (ahead) return sayAhead(ahead);
  if (tries > 0) return t('It was interrupted and will be begun again in a moment.');
  return t('It begins in a moment.');
}

/** Whom somebody waits for, and until when. */
export function sayAhead({ name, fileName: file, does }: NonNullable<Ahead>): string {
  if (does === 'undo')
    return name
      ? t('{name} is undoing the import of {file}. Yours begins when that ends.', { name, file })
      : t('The import of {file} is being undone. Yours begins when that ends.', { file });
  return name
    ? t('{name} is importing {file}. Yours begins when that ends.', { name, file })
    : t('{file} is being imported. Yours begins when that ends.', { file });
}

const FAILED_AGAIN = () =>
  t('This failed on our side, time after time. Nothing has been imported. An administrator can see why under Jobs.');
