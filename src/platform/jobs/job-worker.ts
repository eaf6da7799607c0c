import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { Inject, Injectable } from '@nestjs/common';
import { Config } from '../config.js';
import { LOG, type Log } from '../log.js';
import { SECRET } from '../secret.queries.js';
import { BullQueue } from './bull-queue.js';
import { JobRunner } from './job-runner.js';
import { Relay } from './relay.js';
import { showLife } from './sign-of-life.js';
import { takeTurns, within } from './work.js';
import { WorkersQueries } from './workers.queries.js';

/** How long a job under way may take once its worker was told to stop, before it is handed back. */
const PATIENCE_MS = 15_000;
const SCHEDULES_MS = 30_000;

/** Without Redis for this long, jobs are taken straight from the table. */
const AWAY_MS = 3_000;
const BATCH = 500;
const MOST_IN_QUEUE = 5_000;

/** One worker process: fires schedules and runs jobs, straight from the table or handed out by BullMQ. */
@Injectable()
export class JobWorker {
  private schedulesAt = 0;

  constructor(
    private readonly relay: Relay,
    private readonly runner: JobRunner,
    private readonly workers: WorkersQueries,
    private readonly config: Config,
    @Inject(SECRET) private readonly secret: string,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Works until it is told to stop; then what is under way ends, or is handed back after fifteen seconds. */
  async work(told: AbortSignal): Promise<void> {
    const queue = this.openQueue();
    const life = showLife(this.workers, queue === null ? 'table' : 'bullmq', (id) => this.relay.enrol(id));
    const turns = takeTurns(() => this.turn(queue, told), told, this.log);
    if (!told.aborted) await once(told, 'abort');
    await within(PATIENCE_MS, Promise.all([turns, queue?.rest()]));
    await this.runner.handBackAll();
    await queue?.close();
    await life.end();
  }

  private openQueue(): BullQueue | null {
    if (this.config.redisUrl === null) return null;
    const installation = createHash('sha256').update(this.secret).digest('hex').slice(0, 12);
    return new BullQueue({
      url: this.config.redisUrl,
      prefix: `cxu-${installation}`,
      run: (id) => this.relay.runNext(id),
      log: this.log,
    });
  }

  /** A long queue does not hold back the schedules. */
  private async turn(queue: BullQueue | null, told: AbortSignal): Promise<void> {
    if (performance.now() >= this.schedulesAt) {
      await this.relay.fireSchedules();
      this.schedulesAt = performance.now() + SCHEDULES_MS;
    }
    await this.handOut(queue, () => !told.aborted && performance.now() < this.schedulesAt);
  }

  private async handOut(queue: BullQueue | null, goOn: () => boolean): Promise<void> {
    if (queue === null || queue.awayMs > AWAY_MS) await this.relay.drain(goOn);
    else if (queue.awayMs === 0) await this.feed(queue, goOn);
  }

  /** Adds what waits, the oldest first, and not so much that a Redis grows without end. */
  private async feed(queue: BullQueue, goOn: () => boolean): Promise<void> {
    while (goOn() && queue.added.length < MOST_IN_QUEUE) {
      const due = await this.relay.due(BATCH, queue.added);
      await within(AWAY_MS, queue.add(due));
      if (due.length < BATCH) break;
    }
  }
}
