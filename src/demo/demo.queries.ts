import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';

@Injectable()
export class DemoQueries {
  constructor(private readonly db: Database) {}

  async holdsNetwork(): Promise<boolean> {
    return (await this.db.one('select 1 from region limit 1')) !== null;
  }

  /** After a bulk load the planner must know how much there is. */
  async refreshStatistics(): Promise<void> {
    await this.db.query('analyze');
  }
}
