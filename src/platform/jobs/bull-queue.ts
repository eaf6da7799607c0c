import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { Log } from '../log.js';
import { within } from './work.js';

export interface BullOptions {
  url: string;
  /** Before every key, so that several installations may share one Redis. */
  prefix: string;
  /** Runs the job with this id, if it is still to be had. */
  run(id: number): Promise<unknown>;
  log: Log;
  /** What was added this long ago and still waits is added again: a name is taken once, so that costs nothing. */
  addAgainMs?: number;
}

const NAME = 'jobs';

/** Rows are named so; BullMQ takes no bare numbers. */
const nameOf = (id: number): string => `row-${id}`;
const idOf = (name: string): number => Number(name.slice('row-'.length));

const ADD_AGAIN_MS = 10_000;

/** Short, since nothing hangs on it: a job that is handed out twice is claimed once. */
const LOCK_MS = 10_000;
const STALLED_MS = 5_000;
const GOODBYE_MS = 2_000;
const RECONNECT_MS = 1_000;
const HANG_UP_MS = 200;

/**
 * BullMQ hands jobs to whichever worker is free. It holds nothing but ids: claims, tries, progress and results are in the
 * table, so that a Redis that is lost with all it held loses nothing.
 */
export class BullQueue {
  private readonly redis: Redis;
  private readonly queue: Queue;
  private readonly worker: Worker;
  private readonly addedAt = new Map<number, number>();
  private awaySince: number | null = performance.now();
  private saidAway = false;
  private letGo: () => void = () => undefined;
  private readonly told = new Promise<void>((resolve) => (this.letGo = resolve));

  constructor(private readonly options: BullOptions) {
    const { url, prefix } = options;
    this.redis = new Redis(url, {
      maxRetriesPerRequest: null,
      retryStrategy: () => RECONNECT_MS,
      disconnectTimeout: HANG_UP_MS,
    });
    this.redis
      .on('ready', () => this.isBack())
      .on('close', () => this.isAway())
      .on('error', () => undefined);
    this.queue = new Queue(NAME, { connection: this.redis, prefix });
    this.worker = new Worker(NAME, async (job) => Promise.race([this.runOne(job.id!), this.told]), {
      connection: this.redis,
      prefix,
      lockDuration: LOCK_MS,
      stalledInterval: STALLED_MS,
      maxStalledCount: 1_000,
    });
    // What they have to say is that Redis is away, which is told once above.
    this.queue.on('error', () => undefined);
    this.worker.on('error', () => undefined);
  }

  /** For how long Redis has not answered; 0 when it does. */
  get awayMs(): number {
    return this.awaySince === null ? 0 : performance.now() - this.awaySince;
  }

  /** Ids that need not be added now. */
  get added(): number[] {
    const old = performance.now() - (this.options.addAgainMs ?? ADD_AGAIN_MS);
    for (const [id, at] of this.addedAt) if (at < old) this.addedAt.delete(id);
    return [...this.addedAt.keys()];
  }

  async add(ids: readonly number[]): Promise<void> {
    if (ids.length === 0) return;
    const opts = { removeOnComplete: true, removeOnFail: true };
    await this.queue.addBulk(ids.map((id) => ({ name: 'job', data: null, opts: { ...opts, jobId: nameOf(id) } })));
    for (const id of ids) this.addedAt.set(id, performance.now());
  }

  /** Takes no further job and waits for the one under way. */
  async rest(): Promise<void> {
    await this.worker.pause();
  }

  /** Leaves what is under way to whoever takes it next. */
  async close(): Promise<void> {
    this.letGo();
    await within(GOODBYE_MS, Promise.all([this.worker.close(), this.queue.close()]));
    await within(GOODBYE_MS, Promise.all([this.worker.disconnect(), this.queue.disconnect()]));
    this.redis.disconnect();
  }

  private async runOne(name: string): Promise<void> {
    const id = idOf(name);
    await this.options.run(id).finally(() => this.addedAt.delete(id));
  }

  private isBack(): void {
    this.awaySince = null;
    this.saidAway = false;
    // Redis may have come back with nothing in it.
    this.addedAt.clear();
    this.options.log.info('Redis answers: jobs are handed out through it');
  }

  private isAway(): void {
    this.awaySince ??= performance.now();
    if (this.saidAway) return;
    this.saidAway = true;
    this.options.log.warn('Redis is away: jobs are taken straight from the table until it is back');
  }
}
