import { SetMetadata } from '@nestjs/common';

/** When a job starts by itself, by the product's clock in London. It fires once, however many processes run. */
export interface Schedule {
  /** 'HH:MM'. */
  daily?: string;
  everyMinutes?: number;
}

/** How a kind of job runs, beside when. */
export interface JobOptions extends Schedule {
  /** No two jobs of this kind run at the same time, however many workers there are. */
  alone?: boolean;
  /** A try that has not ended by then has lost its claim and counts as failed; an hour unless said otherwise. */
  longestMinutes?: number;
}

/** What a running job may ask and tell. */
export interface JobContext {
  /**
   * How far it is; `total` may become known later. `phase` is what it is busy with, a key that its page knows the words
   * for. Written at most once a second, and with each new phase.
   * @throws ClaimLost when another worker has the job by now: whatever follows would be done twice
   */
  progress(done: number, total?: number, phase?: string): Promise<void>;
  /**
   * Whether the job should stop at the next place where stopping leaves things whole, and return: an administrator asked
   * for it, or the job is another worker's by now. Cheap enough to ask for every batch.
   */
  cancelled(): Promise<boolean>;
}

/** The job took longer than it may, or its worker was thought dead, and it was given to another. */
export class ClaimLost extends Error {
  constructor() {
    super('Another worker has this job by now.');
  }
}

export interface JobDeclaration {
  kind: string;
  options: JobOptions;
}

export const JOB = 'cxu:job';

/** The method runs in the worker, `(body, context) => Promise<void>`: at least once, so it must be idempotent. */
export const Job = (kind: string, options: JobOptions = {}) =>
  SetMetadata(JOB, { kind, options } satisfies JobDeclaration);
