import { SetMetadata } from '@nestjs/common';

/** When a job starts by itself, by the product's clock in London. It fires once, however many processes run. */
export interface Schedule {
  /** 'HH:MM'. */
  daily?: string;
  everyMinutes?: number;
}

/** What a running job may ask and tell. */
export interface JobContext {
  /** How far it is; `total` may become known later. Written at most once a second. */
  progress(done: number, total?: number): Promise<void>;
}

export interface JobDeclaration {
  kind: string;
  schedule: Schedule;
}

export const JOB = 'cxu:job';

/** The method runs in the worker, `(body, context) => Promise<void>`: at least once, so it must be idempotent. */
export const Job = (kind: string, schedule: Schedule = {}) =>
  SetMetadata(JOB, { kind, schedule } satisfies JobDeclaration);
