import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { JobRegistry } from './job-registry.js';
import { JobRunner } from './job-runner.js';
import { JobsQueries } from './jobs.queries.js';
import { slotOf } from './schedule.js';

/** Gives out the jobs of the table, one at a time. Any number of processes may do so at once. */
@Injectable()
export class Relay {
  private workerId: number | null = null;

  constructor(
    private readonly jobs: JobsQueries,
    private readonly registry: JobRegistry,
    private readonly runner: JobRunner,
    private readonly clock: Clock,
  ) {}

  /** Under which number this process takes jobs from now on. */
  enrol(workerId: number): void {
    this.workerId = workerId;
  }

  /** Runs everything that is due, and says how many jobs that were. */
  async drain(goOn: () => boolean = () => true): Promise<number> {
    let done = 0;
    while (goOn() && (await this.runNext())) done += 1;
    return done;
  }

  /** Runs the oldest job that is due, or the one with this id. @returns whether there was one to be had */
  async runNext(id: number | null = null): Promise<boolean> {
    const job = await this.jobs.claim(this.registry.claimRules(this.workerId), id);
    if (job !== null) await this.runner.run(job);
    return job !== null;
  }

  /** Ids of jobs that could be run now, the oldest first, without those that are known already. */
  due(limit: number, known: readonly number[]): Promise<number[]> {
    return this.jobs.due(limit, known, this.registry.claimRules(this.workerId));
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
}
