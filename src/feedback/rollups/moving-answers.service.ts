import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { answersToMove, findMoved, moveAnswers } from './answer-places.queries.js';
import { MovesWaitingQueries } from './moves-waiting.queries.js';

/** With so few answers a change of the network moves them itself: a second at most. */
const AT_ONCE = 20_000;
/** Units a transaction: a hundred with five years of answers take two seconds. */
const BATCH = 100;

/** What the long way tells about itself. */
export interface Moving {
  progress(done: number, total: number): Promise<void>;
  cancelled(): Promise<boolean>;
}

/** Area days follow the network: figures of areas count each answer where its unit stood on the day, also after the fact. */
@Injectable()
export class MovingAnswers {
  constructor(
    private readonly db: Database,
    private readonly waiting: MovesWaitingQueries,
  ) {}

  /** In the transaction that changed where units stand. A mass of answers is left to a job; pages say so until it is done. */
  async follow(tx: Tx): Promise<{ left: number }> {
    const units = await findMoved(tx);
    if (units === 0) return { left: 0 };
    if ((await answersToMove(tx, AT_ONCE)) === AT_ONCE) return { left: units };
    await moveAnswers(tx, units);
    return { left: 0 };
  }

  /** All that waits, a batch a transaction. */
  async moveAll(moving: Moving): Promise<void> {
    const total = await this.db.write(findMoved);
    for (let done = 0; done < total && !(await moving.cancelled());) {
      const batch = await this.db.write((tx) => moveAnswers(tx, BATCH));
      if (batch === 0) return;
      await moving.progress((done += batch), total);
    }
  }

  /** How many units' answers still count in areas where they did not stand. */
  unitsWaiting(): Promise<number> {
    return this.waiting.count();
  }
}
