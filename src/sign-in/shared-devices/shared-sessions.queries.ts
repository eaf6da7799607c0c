import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import type { IsoDate } from '../../platform/dates.js';
import type { SharedWay } from '../../platform/web/shared-device.js';
import { ENDS_AFTER } from './idle.js';

/** A shared device as a request finds it, and who is at work there with this session. */
export interface VisitFound {
  id: number;
  name: string;
  unitId: number;
  unitCode: string;
  unitName: string;
  /** Null when nobody is, when they were idle too long, and when somebody else has taken their place. */
  personId: number | null;
  way: SharedWay | null;
  /** Somebody took this session's place in another browser, which has the same token. */
  displaced: boolean;
  /** Its last use was noted too long ago to stand. */
  stale: boolean;
}

export interface Visit {
  tokenHash: string;
  sid: string;
  today: IsoDate;
  now: Date;
  address: string;
  /** Whether the request shows that somebody is there. */
  present: boolean;
}

export interface NewSeat {
  sid: string;
  deviceId: number;
  personId: number;
  way: SharedWay;
  address: string;
}

/** A browser that has just taken a place may still have a request of the session before on its way. */
const ON_ITS_WAY = `interval '5 seconds'`;
const IDLE_END = `make_interval(secs => ${ENDS_AFTER})`;

@Injectable()
export class SharedSessionsQueries {
  constructor(private readonly db: Database) {}

  /**
   * The device of a token and who is at work there, in one statement; notes that somebody is. Null for a token of no device
   * in use, and for one of a unit that has closed. Real time, by the database's clock for all processes.
   */
  visit({ tokenHash, sid, today, now, address, present }: Visit): Promise<VisitFound | null> {
    return this.db.one<VisitFound>(
      `with device as (
         select d.id, d.name, u.id as unit_id, u.code, u.name as unit_name,
                d.last_address is distinct from $5 or coalesce(abs(extract(epoch from $4 - d.last_used_at)) >= 300, true) as stale
           from shared_device d join unit u on u.id = d.unit_id
          where d.token_hash = $1 and d.revoked_at is null
            and exists (select from unit_place p where p.unit_id = u.id and p.valid @> $3::date)
       ), seat as (
         update shared_session s set active_at = case when $6 then clock_timestamp() else s.active_at end
           from device
          where s.sid = $2 and s.device_id = device.id and s.displaced_at is null
            and s.active_at > clock_timestamp() - ${IDLE_END}
        returning s.person_id, s.way
       )
       select device.id, device.name, device.unit_id as "unitId", device.code as "unitCode",
              device.unit_name as "unitName", device.stale, seat.person_id as "personId", seat.way,
              exists (select from shared_session s where s.sid = $2 and s.device_id = device.id
                         and s.displaced_at < clock_timestamp() - ${ON_ITS_WAY}) as displaced
         from device left join seat on true`,
      [tokenHash, sid, today, now, address, present],
    );
  }

  /** Whoever was at work there makes way; one person at a time. Those who come at once queue for the device. */
  async open(tx: Tx, { sid, deviceId, personId, way, address }: NewSeat): Promise<void> {
    await tx.query('select from shared_device where id = $1 for update', [deviceId]);
    await tx.query(
      `update shared_session set displaced_at = clock_timestamp()
        where device_id = $1 and person_id <> $2 and displaced_at is null`,
      [deviceId, personId],
    );
    await tx.query(
      `insert into shared_session (sid, device_id, person_id, way, address) values ($1, $2, $3, $4, $5)
       on conflict (sid) do update set way = excluded.way, active_at = clock_timestamp()`,
      [sid, deviceId, personId, way, address],
    );
  }

  /** @param idle seconds since somebody last did something, as their page says; it never takes time back */
  async noteActive(sid: string, idle: number): Promise<void> {
    await this.db.query(
      `update shared_session set active_at = greatest(active_at, clock_timestamp() - make_interval(secs => $2::int))
        where sid = $1`,
      [sid, idle],
    );
  }

  /** Ends whoever is at work there, with their session. */
  async lock(deviceId: number): Promise<void> {
    await this.db.query(
      `delete from session where sid in
        (select sid from shared_session where device_id = $1 and displaced_at is null)`,
      [deviceId],
    );
  }

  /** Ends the sessions of a device that is none any more, but for those of whoever took it back: they sit at an ordinary one. */
  async endAll(tx: Tx, deviceId: number, butOf: number): Promise<void> {
    await tx.query(
      'delete from session where sid in (select sid from shared_session where device_id = $1 and person_id <> $2)',
      [deviceId, butOf],
    );
    await tx.query('delete from shared_session where device_id = $1', [deviceId]);
  }

  /** Ends what nobody has come back to, so that a list of sessions does not show it as going on. */
  async endIdle(): Promise<void> {
    await this.db.query(
      `delete from session where sid in
        (select sid from shared_session where active_at < clock_timestamp() - ${IDLE_END})`,
    );
  }
}
