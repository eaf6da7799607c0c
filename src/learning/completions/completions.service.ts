import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { isFinished } from './completion-rule.js';
import { EvidenceQueries } from './evidence.queries.js';
import { courseCompleted } from '../learning.events.js';

/** Turns evidence into completions, in the transaction of the last piece of it. */
@Injectable()
export class Completions {
  constructor(private readonly evidence: EvidenceQueries) {}

  /**
   * Appends the completions that the evidence now allows. The caller holds the locks on the enrolments.
   * @returns whether there was any
   */
  async settle(tx: Tx, personId: number, versionIds: number[]): Promise<boolean> {
    const standings = await this.evidence.standings(tx, personId, versionIds);
    const finished = standings.filter((standing) => isFinished(standing.rule, standing));
    if (finished.length === 0) return false;
    const added = await this.evidence.complete(tx, personId, finished);
    for (const completed of added) await tx.record(courseCompleted({ personId, ...completed }, personId));
    return added.length > 0;
  }
}
