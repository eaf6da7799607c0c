import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { holdComments } from './reading.queries.js';
import { turn, turnedUnits } from './shown-by-month.queries.js';

/** Units a transaction: a unit of many years has a thousand comments. */
const UNITS_AT_ONCE = 50;

/** Keeps comments standing at their day or in their month as units grow and shrink. */
@Injectable()
export class ShownByMonth {
  constructor(private readonly db: Database) {}

  /** Killed half way, it goes on where it was. */
  async keepUp(): Promise<void> {
    const turned = await this.db.write(turnedUnits);
    for (let at = 0; at < turned.length; at += UNITS_AT_ONCE) {
      await this.db.write(async (tx) => {
        await holdComments(tx);
        await turn(tx, turned.slice(at, at + UNITS_AT_ONCE));
      });
    }
  }
}
