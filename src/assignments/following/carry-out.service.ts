import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { Job, type JobContext } from '../../platform/jobs/job.js';
import { AssigningQueries } from '../assigning/assigning.queries.js';
import { ChangingQueries } from '../changing/changing.queries.js';
import { type Report, Telling } from '../messages/telling.service.js';
import { CARRY_OUT } from './carry-out.queries.js';
import { Follow } from './follow.service.js';

/** What happened to an assignment, and has to become everybody's requirements and messages. */
export type Change =
  | { kind: 'made'; assignmentId: number }
  | { kind: 'extended'; assignmentId: number; extensionId: number; madeBy: number; personIds: number[] | null }
  | { kind: 'ended'; assignmentId: number; madeBy: number; reason: string | null };

/** Above this many people a change is carried out by a job, and the page shows how far it is. */
const AT_ONCE = 2_000;

@Injectable()
export class CarryOut {
  constructor(
    private readonly db: Database,
    private readonly follow: Follow,
    private readonly telling: Telling,
    private readonly changing: ChangingQueries,
    private readonly assigning: AssigningQueries,
  ) {}

  /** Carries it out in this transaction, or queues it. @returns how many people it touched, null when it is queued */
  async begin(tx: Tx, change: Change, people: number): Promise<number | null> {
    if (people <= AT_ONCE) return this.carryOut(tx, change);
    await tx.enqueue(CARRY_OUT, { change, people });
    return null;
  }

  /** All of it in one transaction: a worker that dies leaves nothing half asked. */
  @Job(CARRY_OUT)
  async run(body: object, context: JobContext): Promise<void> {
    const { change, people } = body as { change: Change; people: number };
    await context.progress(0, people);
    await this.db.write((tx) =>
      this.carryOut(tx, change, (told) => context.progress(Math.min(told, people - 1), people)),
    );
    await this.db.write((tx) => this.assigning.settleMissed(tx));
    await context.progress(people, people);
  }

  private async carryOut(tx: Tx, change: Change, report?: Report): Promise<number> {
    const { assignmentId } = change;
    if (change.kind === 'made') return this.follow.bringUpToDate(tx, [assignmentId], report);
    if (change.kind === 'ended') await this.changing.endReasons(tx, assignmentId);
    await this.follow.redate(tx, [assignmentId]);
    if (change.kind === 'ended') return this.telling.ended(tx, assignmentId, change, report);
    const extension = { id: change.extensionId, madeBy: change.madeBy };
    return this.telling.extended(tx, assignmentId, change.personIds, extension, report);
  }
}
