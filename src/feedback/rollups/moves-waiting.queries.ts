import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

@Injectable()
export class MovesWaitingQueries {
  constructor(private readonly db: Database) {}

  /** Units whose answers have not followed them yet. */
  async count(): Promise<number> {
    return (await this.db.one<{ n: number }>('select count(*) as n from answer_move'))?.n ?? 0;
  }
}
