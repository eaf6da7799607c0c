import { londonDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayFullDate, sayMoment, sayNumber } from '../../platform/say.js';
import type { Copy } from './copies.queries.js';
import { copyPath, copyProgressPath } from '../paths.js';
import { startOfKeeping } from '../retention/period.js';

/** As progress.js and the partial `import-progress` print it. */
export interface CopyProgress {
  value: number | null;
  max: number | null;
  words: string;
  over: boolean;
}

/** @param days how long a copy lies before it is deleted */
export function presentCopy(copy: Copy, days: number) {
  const made = copy.storedAs !== null && copy.madeAt !== null;
  return {
    name: copy.name,
    reference: copy.reference,
    reason: copy.reason,
    asked: sayMoment(copy.askedAt),
    download: made ? copyPath(copy.id) : null,
    state: stateOf(copy, days),
    progress: isUnderWay(copy) ? { ...progressOf(copy), poll: copyProgressPath(copy.id) } : null,
  };
}

export function progressOf(copy: Copy): CopyProgress {
  const { job } = copy;
  if (!isUnderWay(copy)) return { value: 1, max: 1, words: t('It has ended.'), over: true };
  if (!job?.begun || job.total === null)
    return { value: null, max: null, words: t('It begins in a moment.'), over: false };
  const words = t('{done} of {total} tables written', { done: sayNumber(job.done), total: sayNumber(job.total) });
  return { value: job.done, max: job.total, words, over: false };
}

function isUnderWay({ storedAs, deletedAt, job }: Copy): boolean {
  return storedAs === null && deletedAt === null && job !== null && !job.parked && !job.over;
}

function stateOf(copy: Copy, days: number): string {
  if (copy.deletedAt !== null) return t('Deleted on {day}', { day: sayFullDate(londonDate(copy.deletedAt)) });
  if (copy.storedAs === null || copy.madeAt === null) {
    return isUnderWay(copy) ? t('Being made') : t('Could not be made. Ask again, or ask an administrator.');
  }
  const until = sayFullDate(londonDate(startOfKeeping(copy.madeAt, 'days', -days)));
  return t('{size}, until {day}', { size: saySize(copy.bytes ?? 0), day: until });
}

/** '14 KB'; a copy is never smaller than one. */
function saySize(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  return kilobytes < 1024
    ? t('{n} KB', { n: sayNumber(kilobytes) })
    : t('{n} MB', { n: sayNumber(kilobytes / 1024, 1) });
}
