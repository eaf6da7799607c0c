import { Injectable } from '@nestjs/common';
import { courseCompleted } from '../learning/learning.events.js';
import type { Tx } from '../platform/database/tx.js';
import { Database } from '../platform/database/database.js';
import { After, Within } from '../platform/events/listeners.js';
import { AssigningQueries } from './assigning/assigning.queries.js';
import { courseAssigned } from './assignments.events.js';
import { Telling } from './messages/telling.service.js';

/** Keeps requirements in step with what people finish. */
@Injectable()
export class AssignmentsListener {
  constructor(
    private readonly db: Database,
    private readonly assigning: AssigningQueries,
    private readonly telling: Telling,
  ) {}

  /** In the transaction of the completion: a page never shows a finished course as still due, and nobody is reminded. */
  @Within(courseCompleted)
  async finish(tx: Tx, { completionId }: { completionId: number }): Promise<void> {
    await this.telling.callOffForTheDone(tx, await this.assigning.settle(tx, completionId));
  }

  /** Somebody may have finished in the very moment in which the assignment was made; neither transaction saw the other. */
  @After(courseAssigned)
  async catchUp(): Promise<void> {
    await this.db.write(async (tx) => this.telling.callOffForTheDone(tx, await this.assigning.settleMissed(tx)));
  }
}
