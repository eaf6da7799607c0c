import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { AshbridgeQueries } from './ashbridge.queries.js';
import { Chance } from '../generate/chance.js';
import { loadAssignments, loadCompletions } from '../generate/learning/learning-load.queries.js';
import { ASHBRIDGE, NAMED, SEED } from './stories.js';

export const COURSE = 'put-it-right-first-time';
export const REFERRAL_LIST = 'Referral list put right: closed counters taken off, every number rung and checked.';

/**
 * What happens at Ashbridge between Wednesday and "two weeks after", for a visitor who jumps there: Dawn assigns the
 * course unless the visitor did, she has the referral list fixed the day after, and the team finishes the course.
 */
@Injectable()
export class AshbridgeStory {
  constructor(
    private readonly db: Database,
    private readonly ashbridge: AshbridgeQueries,
  ) {}

  /** Running it twice changes nothing. */
  async live(): Promise<void> {
    await this.db.write(async (tx) => {
      if (!(await this.ashbridge.begin(tx))) return;
      if (!(await this.ashbridge.isAssigned(tx, ASHBRIDGE.code, COURSE))) await loadAssignments(tx, [ASSIGNMENT]);
      await this.ashbridge.recordAction(tx, ASHBRIDGE.code, NAMED.dawn.reference, REFERRAL_LIST);
      const chance = new Chance(SEED);
      const waiting = await this.ashbridge.waiting(tx, ASHBRIDGE.code, COURSE, NAMED.sam.reference);
      const completions = waiting.map((reference) => ({
        reference,
        unitCode: ASHBRIDGE.code,
        slug: COURSE,
        completedAt: new Date(Date.UTC(2027, 1, chance.between(11, 18), chance.between(9, 16), chance.between(0, 59))),
        score: 1,
      }));
      await loadCompletions(tx, completions);
      await this.ashbridge.settle(tx);
    });
  }
}

const ASSIGNMENT = {
  token: 'demo-ashbridge-story',
  slug: COURSE,
  madeBy: NAMED.dawn.reference,
  madeAt: '2027-02-10T16:20:00Z',
  reason: 'Customers tell us they’re being sent elsewhere. Let’s put that right together.',
  dueOn: '2027-02-24',
  unitCodes: [ASHBRIDGE.code],
};
