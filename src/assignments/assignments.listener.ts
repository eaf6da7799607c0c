import { Injectable } from '@nestjs/common';
import { courseCompleted } from '../learning/learning.events.js';
import type { Tx } from '../platform/database/tx.js';
import { Database } from '../platform/database/database.js';
import { After, Within } from '../platform/events/listeners.js';
import { Job } from '../platform/jobs/job.js';
import { AssigningQueries } from './assigning/assigning.queries.js';
import { courseAssigned } from './assignments.events.js';

/** Keeps requirements in step with what people finish. */
@Injectable()
export class AssignmentsListener {
  constructor(
    private readonly db: Database,
    private readonly assigning: AssigningQueries,
  ) {}

  /** In the transaction of the completion: a page never shows a finished course as still due. */
  @Within(courseCompleted)
  async finish(tx: Tx, { completionId }: { completionId: number }): Promise<void> {
    await this.assigning.settle(tx, completionId);
  }

  /** Somebody may have finished in the very moment in which the assignment was made; neither transaction saw the other. */
  @After(courseAssigned)
  async catchUp(): Promise<void> {
    await this.db.write((tx) => this.assigning.settleMissed(tx));
  }

  @Job('assignments.compare', { daily: '03:40' })
  async compare(): Promise<void> {
    await this.catchUp();
  }
}
