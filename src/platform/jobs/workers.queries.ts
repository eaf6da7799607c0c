import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';

export type BackEnd = 'table' | 'bullmq';

/** Which worker processes there are, by what they say of themselves every few seconds. */
@Injectable()
export class WorkersQueries {
  constructor(private readonly db: Database) {}

  async enrol(host: string, pid: number, backEnd: BackEnd): Promise<number> {
    const row = await this.db.one<{ id: number }>(
      'insert into worker (host, pid, back_end) values ($1, $2, $3) returning id',
      [host, pid, backEnd],
    );
    return row!.id;
  }

  async isAlive(id: number): Promise<void> {
    await this.db.query('update worker set seen_at = now() where id = $1', [id]);
  }

  async leave(id: number): Promise<void> {
    await this.db.query('update worker set seen_at = now(), stopped_at = now() where id = $1', [id]);
  }
}
