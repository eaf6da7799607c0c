import { t } from '../language/t.js';
import { jobPath, jobsPath } from '../admin/paths.js';
import { sayMoment, sayNumber } from '../say.js';
import type { BoardWorker, EndedJob, FailedJob, JobCounts, RunningJob, WaitingJob } from './board.queries.js';
import type { Schedule } from './job.js';
import { sayAgo, sayDuration } from './say-duration.js';
import { nextMoment } from './schedule.js';

export interface Board {
  kind: string | null;
  kinds: readonly string[];
  counts: JobCounts;
  running: readonly RunningJob[];
  waiting: readonly WaitingJob[];
  failed: readonly FailedJob[];
  ended: readonly EndedJob[];
  schedules: readonly { kind: string; schedule: Schedule }[];
  /** Seconds since the last run, by kind. */
  lastRuns: ReadonlyMap<string, number>;
  workers: readonly BoardWorker[];
}

/** What goes on behind the pages, for the people who look after it. @param now the product's time, for schedules */
export function presentBoard(board: Board, now: Date) {
  const { counts, workers } = board;
  return {
    title: t('Jobs'),
    sub: backEndOf(workers),
    again: board.kind === null ? jobsPath : `${jobsPath}?kind=${encodeURIComponent(board.kind)}`,
    kinds: kindChoices(board),
    path: jobsPath,
    facts: [
      fact(t('Waiting'), counts.waiting, waitNote(counts)),
      fact(t('Running'), counts.running, null),
      fact(t('Failed'), counts.failed, null),
      fact(t('Workers'), workers.length, workers.length === 0 ? t('Jobs wait until one is started') : null),
    ],
    failed: rows(board.failed, presentFailed),
    running: rows(board.running, presentRunning),
    waiting: rows(board.waiting, presentWaiting),
    more: counts.waiting > board.waiting.length ? moreWaiting(counts.waiting - board.waiting.length) : null,
    schedules: rows(board.schedules, (entry) => presentSchedule(entry, board.lastRuns, now)),
    ended: rows(board.ended, presentEnded),
    workers: rows(workers, presentWorker),
  };
}

function backEndOf(workers: readonly BoardWorker[]): string {
  const redis = workers.some(({ backEnd }) => backEnd === 'bullmq');
  return redis
    ? t('Work that goes on behind the pages. BullMQ hands it out; the database remembers it.')
    : t('Work that goes on behind the pages. Workers take it straight from the database.');
}

function kindChoices({ kind, kinds }: Board) {
  const all = { value: '', text: t('All kinds'), selected: kind === null };
  return [all, ...kinds.map((one) => ({ value: one, text: one, selected: one === kind }))];
}

const fact = (label: string, n: number, note: string | null) => ({ label, value: sayNumber(n), note, path: null });

function waitNote({ oldestSeconds }: JobCounts): string | null {
  return oldestSeconds < 1 ? null : t('the oldest for {duration}', { duration: sayDuration(oldestSeconds) });
}

const moreWaiting = (n: number) => t('{n, plural, one {and # more} other {and # more}}', { n });

/** Null rather than an empty list: the template says what is not there. */
function rows<T, R>(list: readonly T[], present: (one: T) => R): R[] | null {
  return list.length > 0 ? list.map(present) : null;
}

function presentFailed(job: FailedJob) {
  const failed = t('{n, plural, one {Tried once, the last time {ago}} other {Tried # times, the last time {ago}}}', {
    n: job.tries,
    ago: sayAgo(job.parkedForSeconds),
  });
  return { id: job.id, kind: job.kind, error: sayError(job.error), failed, ...actsOn(job) };
}

function presentRunning(job: RunningJob) {
  return {
    id: job.id,
    kind: job.kind,
    since: t('for {duration}', { duration: sayDuration(job.forSeconds) }),
    worker: job.worker,
    progress: progressOf(job),
    stopping: job.cancelAsked,
    ...actsOn(job),
  };
}

/** Null while the job has said nothing. */
function progressOf({ progressDone, progressTotal }: RunningJob) {
  if (progressTotal === null && progressDone === 0) return null;
  const done = sayNumber(progressDone);
  const words =
    progressTotal === null
      ? t('{done} done', { done })
      : t('{done} of {total}', { done, total: sayNumber(progressTotal) });
  return { value: progressDone, max: progressTotal, words };
}

function presentWaiting(job: WaitingJob) {
  const due =
    job.dueForSeconds < 0
      ? t('in {duration}', { duration: sayDuration(-job.dueForSeconds) })
      : t('for {duration}', { duration: sayDuration(job.dueForSeconds) });
  return { id: job.id, kind: job.kind, due, error: sayError(job.error), ...actsOn(job) };
}

function presentEnded(job: EndedJob) {
  const end = { givenUp: t('given up'), cancelled: t('stopped') };
  return {
    kind: job.kind,
    ended: sayAgo(job.endedForSeconds),
    took: job.tookSeconds === null ? null : sayDuration(job.tookSeconds),
    end: job.endedAs === null ? null : end[job.endedAs],
  };
}

function presentSchedule(
  { kind, schedule }: { kind: string; schedule: Schedule },
  lastRuns: ReadonlyMap<string, number>,
  now: Date,
) {
  const last = lastRuns.get(kind);
  const next = nextMoment(schedule, now);
  return {
    kind,
    when: whenOf(schedule),
    last: last === undefined ? t('not yet') : sayAgo(last),
    next: next === null ? '–' : sayMoment(next),
  };
}

function whenOf({ daily, everyMinutes }: Schedule): string {
  if (daily !== undefined) return t('every day at {time}', { time: daily });
  return t('{n, plural, one {every minute} other {every # minutes}}', { n: everyMinutes ?? 0 });
}

function presentWorker(worker: BoardWorker) {
  return {
    name: worker.name,
    takes: worker.backEnd === 'bullmq' ? t('through BullMQ') : t('from the database'),
    alive: t('for {duration}', { duration: sayDuration(worker.aliveSeconds) }),
    seen: sayAgo(worker.seenSeconds),
  };
}

/** `hidden` tells a screen reader which of several equal buttons this is. */
const actsOn = ({ id, kind }: { id: number; kind: string }) => ({
  hidden: ` ${kind}`,
  retryPath: `${jobPath(id)}/retries`,
  giveUpPath: `${jobPath(id)}/giving-up`,
  cancelPath: `${jobPath(id)}/cancellation`,
});

/** What a job threw is said as it is; what the runner itself says has a translation. */
const sayError = (error: string | null): string | null => error && t(error);
