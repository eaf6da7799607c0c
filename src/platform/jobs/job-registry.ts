import { Injectable } from '@nestjs/common';
import type { JobContext, JobOptions, Schedule } from './job.js';
import type { ClaimRules } from './jobs.queries.js';

export type JobHandler = (body: object, context: JobContext) => Promise<void>;

const LONGEST_MINUTES = 60;

/** What each kind of job runs, and how. Filled once at start by the explorer. */
@Injectable()
export class JobRegistry {
  private readonly handlers = new Map<string, JobHandler>();
  private readonly options = new Map<string, JobOptions>();
  readonly schedules: { kind: string; schedule: Schedule }[] = [];

  add(kind: string, handler: JobHandler, options: JobOptions = {}): void {
    if (this.handlers.has(kind)) throw new Error(`Two handlers are declared for the job ${kind}.`);
    this.handlers.set(kind, handler);
    this.options.set(kind, options);
    const { daily, everyMinutes } = options;
    if (daily !== undefined || everyMinutes !== undefined) this.schedules.push({ kind, schedule: options });
  }

  /** In the order of the alphabet. */
  get kinds(): string[] {
    return [...this.options.keys()].sort();
  }

  handler(kind: string): JobHandler {
    const handler = this.handlers.get(kind);
    if (!handler) throw new Error(`No handler is declared for the job ${kind}.`);
    return handler;
  }

  longestMs(kind: string): number {
    return (this.options.get(kind)?.longestMinutes ?? LONGEST_MINUTES) * 60_000;
  }

  /** What the table must know of the kinds to hand out a job. */
  claimRules(workerId: number | null): ClaimRules {
    const { kinds } = this;
    return {
      workerId,
      alone: kinds.filter((kind) => this.options.get(kind)?.alone),
      longestSeconds: Object.fromEntries(kinds.map((kind) => [kind, this.longestMs(kind) / 1_000])),
    };
  }
}
