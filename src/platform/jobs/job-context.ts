import { ClaimLost, type JobContext } from './job.js';
import type { ClaimedJob, JobsQueries } from './jobs.queries.js';

const REPORT_MS = 1_000;
const ASK_MS = 250;

export interface RunningContext extends JobContext {
  /** Whether the handler has heard that it should stop. */
  readonly toldToStop: boolean;
}

/** What one try of a job may ask and tell; neither goes to the database more often than is of use. */
export function openContext(job: ClaimedJob, jobs: Pick<JobsQueries, 'report' | 'mayGoOn'>): RunningContext {
  let reportedAt = -Infinity;
  let askedAt = -Infinity;
  let stop = false;
  let phaseNow: string | null = null;
  return {
    get toldToStop() {
      return stop;
    },
    progress: async (done, total, phase: string | null = null) => {
      if (performance.now() - reportedAt < REPORT_MS && done !== total && phase === phaseNow) return;
      reportedAt = performance.now();
      phaseNow = phase;
      if (!(await jobs.report(job, done, total ?? null, phase))) throw new ClaimLost();
    },
    cancelled: async () => {
      if (stop || performance.now() - askedAt < ASK_MS) return stop;
      askedAt = performance.now();
      stop = !(await jobs.mayGoOn(job));
      return stop;
    },
  };
}
