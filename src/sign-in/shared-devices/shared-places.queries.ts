import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { TypedForm } from './draft.js';

/** Somebody on one shared device. */
export interface Seat {
  deviceId: number;
  personId: number;
}

const LASTS = `interval '12 hours'`;
const DRAFTS_KEPT = 10;

/** Where people were on a shared device and what they had typed there: each person's own, for a working day; real time. */
@Injectable()
export class SharedPlacesQueries {
  constructor(private readonly db: Database) {}

  async remember({ deviceId, personId }: Seat, path: string): Promise<void> {
    await this.db.query(
      `insert into shared_place (device_id, person_id, path) values ($1, $2, $3)
       on conflict (device_id, person_id) do update set path = excluded.path, seen_at = clock_timestamp()`,
      [deviceId, personId, path],
    );
  }

  async place({ deviceId, personId }: Seat): Promise<string | null> {
    const row = await this.db.one<{ path: string }>(
      `select path from shared_place where device_id = $1 and person_id = $2 and seen_at > now() - ${LASTS}`,
      [deviceId, personId],
    );
    return row?.path ?? null;
  }

  /** Who has been at work on a device today, of these: what a form of theirs says after a lock may be kept for them. */
  async wasHere(deviceId: number): Promise<number[]> {
    const rows = await this.db.query<{ personId: number }>(
      `select person_id as "personId" from shared_place where device_id = $1 and seen_at > now() - ${LASTS}
        order by seen_at desc`,
      [deviceId],
    );
    return rows.map(({ personId }) => personId);
  }

  /** Keeps what is typed on a page now; of all pages the latest few. */
  async keepTyped({ deviceId, personId }: Seat, path: string, forms: readonly TypedForm[]): Promise<void> {
    await this.db.write(async (tx) => {
      await tx.query(
        `insert into shared_draft (device_id, person_id, path, forms) values ($1, $2, $3, $4)
         on conflict (device_id, person_id, path) do update set forms = excluded.forms, typed_at = clock_timestamp()`,
        [deviceId, personId, path, JSON.stringify(forms)],
      );
      await tx.query(
        `delete from shared_draft where device_id = $1 and person_id = $2 and path in
          (select path from shared_draft where device_id = $1 and person_id = $2 order by typed_at desc offset $3)`,
        [deviceId, personId, DRAFTS_KEPT],
      );
    });
  }

  async typed({ deviceId, personId }: Seat, path: string): Promise<TypedForm[]> {
    const row = await this.db.one<{ forms: TypedForm[] }>(
      `select forms from shared_draft
        where device_id = $1 and person_id = $2 and path = $3 and typed_at > now() - ${LASTS}`,
      [deviceId, personId, path],
    );
    return row?.forms ?? [];
  }

  /** What was typed on a page has been sent. */
  async dropTyped({ deviceId, personId }: Seat, path: string): Promise<void> {
    await this.db.query('delete from shared_draft where device_id = $1 and person_id = $2 and path = $3', [
      deviceId,
      personId,
      path,
    ]);
  }

  /** Signing out leaves nothing to come back to. */
  async forget({ deviceId, personId }: Seat): Promise<void> {
    await this.db.query('delete from shared_place where device_id = $1 and person_id = $2', [deviceId, personId]);
    await this.db.query('delete from shared_draft where device_id = $1 and person_id = $2', [deviceId, personId]);
  }

  async dropOld(): Promise<void> {
    await this.db.query(`delete from shared_place where seen_at < now() - ${LASTS}`);
    await this.db.query(`delete from shared_draft where typed_at < now() - ${LASTS}`);
  }
}
