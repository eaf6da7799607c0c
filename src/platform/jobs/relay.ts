import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { LOG, type Log } from '../log.js';
import { underRequestId } from '../request-id.js';
import { JobRegistry } from './job-registry.js';
import { type ClaimedJob, JobsQueries } from './jobs.queries.js';
import type { JobContext } from './job.js';
import { backOffSeconds, MAX_TRIES } from './retry.js';
import { slotOf } from './schedule.js';

const KEEP_CLAIM_MS = 15_000;
const REPORT_MS = 1_000;

/** Such a job would take down one worker after another. */
const DEADLY = 'Its worker died in the middle of it, time after time.';

/** Runs jobs straight from the table, one at a time. Any number of processes may do so at once. */
@Injectable()
export class Relay {
  constructor(
    private readonly jobs: JobsQueries,
    private readonly registry: JobRegistry,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Runs everything that is due, and says how many jobs that were. */
  async drain(goOn: () => boolean = () => true): Promise<number> {
    let done = 0;
    while (goOn()) {
      const job = await this.jobs.claim();
      if (job === null) break;
      await underRequestId(`job-${job.id}`, () => this.run(job));
      done += 1;
    }
    return done;
  }

  /** Queues the jobs whose scheduled moment has come. */
  async fireSchedules(): Promise<void> {
    const now = this.clock.now();
    const slots = this.registry.schedules.flatMap(({ kind, schedule }) => {
      const key = slotOf(kind, schedule, now);
      return key === null ? [] : [{ kind, key }];
    });
    await this.jobs.schedule(slots);
  }

  private async run(job: ClaimedJob): Promise<void> {
    if (job.tries > MAX_TRIES) return this.jobs.park(job, DEADLY);
    const keeping = setInterval(() => void this.jobs.keepClaim(job).catch(() => undefined), KEEP_CLAIM_MS);
    try {
      await this.registry.handler(job.kind)(job.body, this.contextOf(job));
      await this.jobs.finish(job);
    } catch (error) {
      await this.failed(job, error);
    } finally {
      clearInterval(keeping);
    }
  }

  private async failed(job: ClaimedJob, error: unknown): Promise<void> {
    const sentence = error instanceof Error ? error.message : String(error);
    this.log.error({ err: error, job: job.kind, tries: job.tries }, 'A job failed');
    if (job.tries >= MAX_TRIES) await this.jobs.park(job, sentence);
    else await this.jobs.retryLater(job, sentence, backOffSeconds(job.tries));
  }

  private contextOf(job: ClaimedJob): JobContext {
    let reportedAt = 0;
    return {
      progress: async (done, total) => {
        if (Date.now() - reportedAt < REPORT_MS && done !== total) return;
        reportedAt = Date.now();
        await this.jobs.report(job, done, total ?? null);
      },
    };
  }
}
