import { Injectable } from '@nestjs/common';
import type { Actor } from '../actor.js';
import { Database } from '../database/database.js';
import type { Tx } from '../database/tx.js';
import { NotFound } from '../errors.js';
import { JobsQueries } from './jobs.queries.js';

/** What an administrator may do to a job. Each answers whether it still could be done: twice is once. */
@Injectable()
export class JobsService {
  constructor(
    private readonly db: Database,
    private readonly jobs: JobsQueries,
  ) {}

  /** A failed job is tried again from the start, as if it had never failed. */
  retry(actor: Actor, id: number): Promise<boolean> {
    return this.change(actor, id, 'job.retried', (tx) => this.jobs.retry(tx, id));
  }

  /** A failed job is left at that. */
  giveUp(actor: Actor, id: number): Promise<boolean> {
    return this.change(actor, id, 'job.givenUp', (tx) => this.jobs.giveUp(tx, id));
  }

  /** A waiting job never starts; a running one is asked to stop at the next place where that leaves things whole. */
  cancel(actor: Actor, id: number): Promise<boolean> {
    return this.change(actor, id, 'job.cancelled', (tx) => this.jobs.cancel(tx, id));
  }

  private change(actor: Actor, id: number, action: string, change: (tx: Tx) => Promise<boolean>): Promise<boolean> {
    return this.db.write(async (tx) => {
      if (!(await this.jobs.exists(tx, id))) throw new NotFound();
      const changed = await change(tx);
      if (changed) await tx.audit({ actorId: actor.personId, action, subjectKind: 'job', subjectId: id });
      return changed;
    });
  }
}
