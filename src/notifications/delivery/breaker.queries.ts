import { Injectable } from '@nestjs/common';
import type { Nation } from '../../network/imports/codes.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { type IsoDate, startOfLondonDay } from '../../platform/dates.js';
import type { HourLimit, HourVolume } from './breaker.js';
import { NATION, READERS_UNIT } from './readers-unit.js';

/** A time the breaker stopped the mail. Moments are the product's. */
export interface MailStop {
  id: number;
  stoppedAt: Date;
  expected: number;
  allowed: number;
  volume: number;
}

/** From six in the evening to eight in the morning. */
const EVENING_MS = 14 * 3_600_000;

@Injectable()
export class BreakerQueries {
  constructor(private readonly db: Database) {}

  /** Writes down what each hour of a day was expected to bring on the evening before, unless that is written already. */
  async forecast(hours: readonly Date[], day: IsoDate, nations: readonly Nation[], now: Date): Promise<void> {
    const dayStart = startOfLondonDay(day);
    const evening = new Date(hours[0]!.getTime() - EVENING_MS);
    await this.db.query(FORECAST, [hours, day, nations, hours[0], now, dayStart, evening]);
  }

  async isForecast(hour: Date): Promise<boolean> {
    return (await this.db.one('select 1 from mail_forecast where hour_at = $1', [hour])) !== null;
  }

  /** @param dayStart the London day's start; `hour` the current hour's */
  async volume(dayStart: Date, hour: Date, day: IsoDate, nations: readonly Nation[], now: Date): Promise<HourVolume> {
    return (await this.db.one<HourVolume>(VOLUME, [now, day, nations, dayStart, hour]))!;
  }

  open(): Promise<MailStop | null> {
    return this.db.one<MailStop>(
      `select id, stopped_at as "stoppedAt", expected, allowed, volume from mail_stop where released_at is null`,
    );
  }

  /** One stop at a time: a second process that comes to the same end adds nothing. */
  async stop(limit: HourLimit, hour: Date, now: Date): Promise<void> {
    await this.db.query(
      `insert into mail_stop (stopped_at, hour_at, expected, allowed, volume) values ($1, $2, $3, $4, $5)
       on conflict ((true)) where released_at is null do nothing`,
      [now, hour, limit.expected, limit.allowed, limit.volume],
    );
  }

  /** @returns whether it was this call that let the mail go on. */
  async release(tx: Tx, stopId: number, personId: number): Promise<boolean> {
    const row = await tx.one(
      'update mail_stop set released_at = $2, released_by = $3 where id = $1 and released_at is null returning id',
      [stopId, tx.now, personId],
    );
    return row !== null;
  }
}

/**
 * What was planned by the evening before, in the hour in which it leaves: at eight what is due by then, later what comes due
 * later. It reads the same whenever it is worked out, so the day's first delivery does that.
 */
const FORECAST = `
  with expected as (
    select greatest(date_trunc('hour', m.due_at), $4::timestamptz) as hour_at, count(*) as messages
      from message m join person p on p.id = m.person_id left join message_preference pref on pref.person_id = p.id
           ${READERS_UNIT}
     where m.planned_at <= $7 and m.state <> 'suppressed' and (m.due_at >= $6 or m.state = 'planned')
       and m.due_at < (select max(hour) + interval '1 hour' from unnest($1::timestamptz[]) hour)
       and ${NATION} = any ($3) and usable_address(p.email) and pref.digest is not false
     group by 1)
  insert into mail_forecast (hour_at, messages, made_at)
  select hour, coalesce(e.messages, 0), $5 from unnest($1::timestamptz[]) hour left join expected e on e.hour_at = hour
  on conflict do nothing`;

const VOLUME = `
  select (select coalesce(sum(messages), 0) from mail_forecast where hour_at between $4 and $5) as "expectedByNow",
         (select coalesce(sum(messages), 0) from mail where handed_at >= $4 and handed_at < $5) as "leftBefore",
         (select coalesce(sum(messages), 0) from mail where handed_at between $5 and $1) as "leftInHour",
         (select max(volume) from mail_stop where released_at >= $4 and released_at <= $1) as "letGo",
         (select count(*) from message m
           cross join lateral (
             select 1 from person p ${READERS_UNIT}
              where p.id = m.person_id and ${NATION} = any ($3)
                and (m.urgent or not exists (
                  select 1 from mail d where d.person_id = p.id and d.digest_on = $2::date)) offset 0) may
           where m.state = 'planned' and m.mail_id is null and m.due_at <= $1) as waiting`;
