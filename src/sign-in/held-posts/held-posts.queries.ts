import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { HeldFields } from './held-fields.js';

export interface HeldPost {
  id: string;
  path: string;
  fields: HeldFields;
}

const KEPT_PER_PERSON = 20;

@Injectable()
export class HeldPostsQueries {
  constructor(private readonly db: Database) {}

  /** Keeps the newest few of a person; real time, as for sessions. */
  async hold(id: string, personId: number, path: string, fields: HeldFields): Promise<void> {
    await this.db.write(async (tx) => {
      await tx.query('insert into held_post (id, person_id, path, fields) values ($1, $2, $3, $4)', [
        id,
        personId,
        path,
        fields,
      ]);
      await tx.query(
        `delete from held_post where id in
          (select id from held_post where person_id = $1 order by held_at desc, id offset $2)`,
        [personId, KEPT_PER_PERSON],
      );
    });
  }

  /** Only for the person whose it is, for a day. */
  heldPost(id: string, personId: number): Promise<HeldPost | null> {
    return this.db.one<HeldPost>(
      `select id, path, fields from held_post
        where id = $1 and person_id = $2 and held_at > now() - interval '1 day'`,
      [id, personId],
    );
  }

  async drop(id: string, personId: number): Promise<void> {
    await this.db.query('delete from held_post where id = $1 and person_id = $2', [id, personId]);
  }

  async dropOld(): Promise<void> {
    await this.db.query(`delete from held_post where held_at < now() - interval '1 day'`);
  }
}
