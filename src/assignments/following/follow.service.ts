import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { type Report, Telling } from '../messages/telling.service.js';
import { FollowQueries } from './follow.queries.js';

/** Keeps requirements what they should be, in the transaction of whatever changed them. */
@Injectable()
export class Follow {
  constructor(
    private readonly queries: FollowQueries,
    private readonly telling: Telling,
  ) {}

  /**
   * Brings these assignments in step with the people they reach, and tells those who come and those whose date moved.
   * @returns how many people are newly asked
   */
  async bringUpToDate(tx: Tx, assignmentIds: readonly number[], report?: Report): Promise<number> {
    const held = await this.queries.hold(tx, assignmentIds);
    const left = await this.queries.endThoseWhoLeft(tx, held);
    await this.telling.callOffForThoseWhoLeft(tx, left);
    const asked = await this.queries.ask(tx, held);
    await this.redate(tx, held);
    if (asked > 0) await this.telling.newlyAsked(tx, held, report);
    return asked;
  }

  /** After dates or reasons changed: every requirement says again what it is, and reminders of other dates are off. */
  async redate(tx: Tx, assignmentIds: readonly number[]): Promise<void> {
    await this.queries.date(tx, assignmentIds);
    await this.telling.callOffReminders(tx, await this.queries.restate(tx, assignmentIds));
  }
}
