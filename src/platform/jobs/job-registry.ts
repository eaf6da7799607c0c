import { Injectable } from '@nestjs/common';
import type { JobContext, Schedule } from './job.js';

export type JobHandler = (body: object, context: JobContext) => Promise<void>;

/** What each kind of job runs. Filled once at start by the explorer. */
@Injectable()
export class JobRegistry {
  private readonly handlers = new Map<string, JobHandler>();
  readonly schedules: { kind: string; schedule: Schedule }[] = [];

  add(kind: string, handler: JobHandler, schedule: Schedule = {}): void {
    if (this.handlers.has(kind)) throw new Error(`Two handlers are declared for the job ${kind}.`);
    this.handlers.set(kind, handler);
    if (Object.keys(schedule).length > 0) this.schedules.push({ kind, schedule });
  }

  handler(kind: string): JobHandler {
    const handler = this.handlers.get(kind);
    if (!handler) throw new Error(`No handler is declared for the job ${kind}.`);
    return handler;
  }
}
