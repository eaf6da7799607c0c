import { Inject, Injectable } from '@nestjs/common';
import { msg } from '../language/t.js';
import { LOG, type Log } from '../log.js';
import { underRequestId } from '../request-id.js';
import { openContext, type RunningContext } from './job-context.js';
import { JobRegistry } from './job-registry.js';
import { type ClaimedJob, JobsQueries } from './jobs.queries.js';
import { ClaimLost } from './job.js';
import { backOffSeconds, isLastTry, isTooManyTries } from './retry.js';

const KEEP_CLAIM_MS = 15_000;

const TOO_LONG = msg('It was still running after the longest time it may take.');

/** Such a job would take down one worker after another. */
const DEADLY = msg('Its worker died in the middle of it, time after time.');

/** Runs one job that was claimed, and writes down what became of it. */
@Injectable()
export class JobRunner {
  private readonly underWay = new Set<ClaimedJob>();

  constructor(
    private readonly jobs: JobsQueries,
    private readonly registry: JobRegistry,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async run(job: ClaimedJob): Promise<void> {
    this.underWay.add(job);
    await underRequestId(`job-${job.id}`, () => this.settle(job)).finally(() => this.underWay.delete(job));
  }

  /** For another worker to begin again: what is under way did not end in the time there was. */
  async handBackAll(): Promise<void> {
    await Promise.allSettled([...this.underWay].map((job) => this.jobs.handBack(job)));
  }

  private async settle(job: ClaimedJob): Promise<void> {
    if (job.cancelAsked) return this.jobs.finish(job, 'cancelled');
    if (isTooManyTries(job)) return this.jobs.park(job, DEADLY);
    const context = openContext(job, this.jobs);
    const keeping = setInterval(() => void this.jobs.keepClaim(job).catch(() => undefined), KEEP_CLAIM_MS);
    try {
      await this.inTime(job, context);
      await this.jobs.finish(job, context.toldToStop ? 'cancelled' : null);
    } catch (error) {
      await this.failed(job, context, error);
    } finally {
      clearInterval(keeping);
    }
  }

  /** A handler that never settles is left behind when its time is up: what it still writes to its row changes nothing. */
  private async inTime(job: ClaimedJob, context: RunningContext): Promise<void> {
    const longestMs = this.registry.longestMs(job.kind);
    const handled = this.registry.handler(job.kind)(job.body, context);
    let timer: NodeJS.Timeout | undefined;
    const timeIsUp = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(TOO_LONG)), longestMs);
    });
    await Promise.race([handled, timeIsUp]).finally(() => clearTimeout(timer));
  }

  private async failed(job: ClaimedJob, context: RunningContext, error: unknown): Promise<void> {
    if (error instanceof ClaimLost) return;
    if (context.toldToStop) return this.jobs.finish(job, 'cancelled');
    const sentence = error instanceof Error ? error.message : String(error);
    this.log.error({ err: error, job: job.kind, tries: job.tries }, 'A job failed');
    if (isLastTry(job)) await this.jobs.park(job, sentence);
    else await this.jobs.retryLater(job, sentence, backOffSeconds(job.tries - job.handBacks));
  }
}
