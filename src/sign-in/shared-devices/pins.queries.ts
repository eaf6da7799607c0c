import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import type { IsoDate } from '../../platform/dates.js';
import type { PinTries } from './pin-wait.js';

export interface KeptPin {
  hash: string;
  pepperKey: string;
  changedAt: Date;
}

@Injectable()
export class PinsQueries {
  constructor(private readonly db: Database) {}

  pin(personId: number): Promise<KeptPin | null> {
    return this.db.one<KeptPin>(
      `select pin_hash as hash, pepper_key as "pepperKey", changed_at as "changedAt" from pin where person_id = $1`,
      [personId],
    );
  }

  /** A new PIN ends every block of the old one. */
  async keep(tx: Tx, personId: number, hash: string, pepperKey: string): Promise<void> {
    await tx.query(
      `insert into pin (person_id, pin_hash, pepper_key, changed_at) values ($1, $2, $3, $4)
       on conflict (person_id) do update set pin_hash = excluded.pin_hash, pepper_key = excluded.pepper_key,
         changed_at = excluded.changed_at`,
      [personId, hash, pepperKey, tx.now],
    );
    await tx.query('delete from pin_try where person_id = $1', [personId]);
  }

  /** @returns whether there was one */
  async remove(tx: Tx, personId: number): Promise<boolean> {
    await tx.query('delete from pin_try where person_id = $1', [personId]);
    return (await tx.one('delete from pin where person_id = $1 returning person_id', [personId])) !== null;
  }

  /** Tries of one person queue here, so that ten at once count as ten. */
  async tries(tx: Tx, deviceId: number, personId: number): Promise<PinTries> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`pin ${personId}`]);
    const row = await tx.one<PinTries>(
      `select coalesce(sum(wrong) filter (where device_id = $1), 0)::int as wrong,
              coalesce(extract(epoch from clock_timestamp() - max(last_at) filter (where device_id = $1)), 0)::float8 as "secondsAgo",
              coalesce(sum(wrong) filter (where last_at > clock_timestamp() - interval '1 day'), 0)::int as everywhere
         from pin_try where person_id = $2`,
      [deviceId, personId],
    );
    return row ?? { wrong: 0, secondsAgo: 0, everywhere: 0 };
  }

  async countWrong(tx: Tx, deviceId: number, personId: number): Promise<void> {
    await tx.query(
      `insert into pin_try (device_id, person_id, wrong) values ($1, $2, 1)
       on conflict (device_id, person_id) do update set wrong = pin_try.wrong + 1, last_at = clock_timestamp()`,
      [deviceId, personId],
    );
  }

  async forgetTries(deviceId: number, personId: number): Promise<void> {
    await this.db.query('delete from pin_try where device_id = $1 and person_id = $2', [deviceId, personId]);
  }

  /** Whoever has proved themselves with more than a PIN starts anew, on every device. */
  async forgetAllTries(personId: number): Promise<void> {
    await this.db.query('delete from pin_try where person_id = $1', [personId]);
  }

  /** The codes of the units where somebody works on a day: everybody at the counter knows them. */
  async unitCodes(personId: number, today: IsoDate): Promise<string[]> {
    const rows = await this.db.query<{ code: string }>(
      `select distinct u.code from posting p join unit u on u.id = p.unit_id
        where p.person_id = $1 and p.valid @> $2::date`,
      [personId, today],
    );
    return rows.map(({ code }) => code);
  }

  async hasPassword(personId: number): Promise<boolean> {
    return (await this.db.one('select from credential where person_id = $1', [personId])) !== null;
  }

  /** Whether the person's password is one that everybody knows: such accounts open only where nobody else can reach. */
  async isDemo(personId: number): Promise<boolean> {
    return (await this.db.one('select from credential where person_id = $1 and demo', [personId])) !== null;
  }
}
