import { Injectable } from '@nestjs/common';
import type { Post } from '../../platform/actor.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import type { IsoDate } from '../../platform/dates.js';
import type { ViewLevel } from '../views/view-address.js';
import type { Alert } from './alert.js';
import type { Told } from './told.js';

export interface KeptAlert extends Alert {
  code: string | null;
  /** Null for the whole network, and for a place that has closed. */
  placeName: string | null;
  areaId: number | null;
  regionId: number | null;
  paused: boolean;
  deleted: boolean;
}

/** One that runs, with whoever asked for it as they are posted today; nobody's posts where they have left. */
export interface RunningAlert extends Alert {
  personId: number;
  code: string | null;
  placeName: string | null;
  posts: Post[] | null;
  areaId: number | null;
  regionId: number | null;
}

export interface ToldBefore extends Told {
  code: string | null;
  name: string | null;
}

export interface WatchedPlace {
  alertId: number;
  placeId: number;
  code: string | null;
  name: string | null;
}

@Injectable()
export class AlertsQueries {
  constructor(private readonly db: Database) {}

  of(personId: number, today: IsoDate): Promise<KeptAlert[]> {
    return this.db.query<KeptAlert>(`${KEPT} where a.person_id = $2 and a.deleted_at is null order by a.id desc`, [
      today,
      personId,
    ]);
  }

  /** Deleted ones, too: they can come back. */
  one(personId: number, id: number, today: IsoDate): Promise<KeptAlert | null> {
    return this.db.one<KeptAlert>(`${KEPT} where a.person_id = $2 and a.id = $3`, [today, personId, id]);
  }

  /** The latest first. */
  toldBy(alertIds: readonly number[], each: number): Promise<(ToldBefore & { alertId: number })[]> {
    return this.db.query(
      `select a.id as "alertId", told.place_id as "placeId", told.week, told.facts ->> 'code' as code, told.facts ->> 'name' as name,
              (told.facts ->> 'value')::float8 as value, (told.facts ->> 'low')::float8 as low,
              (told.facts ->> 'high')::float8 as high, (told.facts ->> 'n')::int as n,
              (told.facts ->> 'change')::float8 as change
         from unnest($1::int[]) a (id)
        cross join lateral (select * from alert_told t where t.alert_id = a.id order by t.id desc limit $2) told
        order by told.id desc`,
      [alertIds, each],
    );
  }

  /** A page of those that run, in the order of their ids. */
  running(after: number, today: IsoDate, limit: number): Promise<RunningAlert[]> {
    return this.db.query<RunningAlert>(
      `select ${ALERT}, a.person_id as "personId", who.posts, ${PLACE}
         from (select * from alert where id > $2 and paused_at is null and deleted_at is null
                order by id limit $3) a
         left join lateral actor_on(a.person_id, $1::date) who on true ${PLACES}
        order by a.id`,
      [today, after, limit],
    );
  }

  /** The places that alerts watch today: itself, or every unit of an area or a region. The network's is 0. */
  watched(alertIds: readonly number[], today: IsoDate): Promise<WatchedPlace[]> {
    return this.db.query<WatchedPlace>(
      `select a.id as "alertId", coalesce(each.id, a.place_id, 0) as "placeId", coalesce(each.code, p.code) as code,
              coalesce(each.name, p.name) as name
         from alert a
         left join lateral (
           select u.id, u.code, u.name from unit_place up join unit u on u.id = up.unit_id
            where a.each_unit and up.valid @> $2::date
              and case a.level when 'area' then up.area_id = a.place_id else up.region_id = a.place_id end) each on true
         left join lateral (
           select code, name from unit where a.level = 'unit' and id = a.place_id
           union all select code, name from area where a.level = 'area' and id = a.place_id
           union all select code, name from region where a.level = 'region' and id = a.place_id) p on true
        where a.id = any ($1) and (each.id is not null or not a.each_unit)`,
      [alertIds, today],
    );
  }

  /** The units that stand in an area or a region today. */
  unitsOf(
    level: ViewLevel,
    placeId: number | null,
    today: IsoDate,
  ): Promise<{ id: number; code: string; name: string }[]> {
    return this.db.query(
      `select u.id, u.code, u.name from unit_place up join unit u on u.id = up.unit_id
        where up.valid @> $3::date and case $1 when 'area' then up.area_id = $2 else up.region_id = $2 end
        order by u.name`,
      [level, placeId, today],
    );
  }

  async raised(alertIds: readonly number[]): Promise<Map<number, Set<number>>> {
    const rows = await this.db.query<{ alertId: number; placeId: number }>(
      'select alert_id as "alertId", place_id as "placeId" from alert_raised where alert_id = any ($1)',
      [alertIds],
    );
    const found = new Map<number, Set<number>>();
    for (const { alertId, placeId } of rows) found.set(alertId, (found.get(alertId) ?? new Set()).add(placeId));
    return found;
  }

  /**
   * What has changed since alerts were looked at: the day, and with it the week; the last import that ended, of answers and of
   * numbers; how far comments were read; when units were compared. Training moves all the time and is looked at daily.
   */
  async mark(today: IsoDate, week: IsoDate): Promise<string> {
    const row = await this.db.one<{ mark: string }>(
      `select concat_ws(' ', $1::date, (select max(id) from survey_import where finished_at is not null),
                (select max(id) from metric_import), (select max(id) from metric_import where undone_at is not null),
                (select last_id from comment_reading), (select id from theme_edition where state = 'current'),
                (select max(worked_out_at) from standing_model where week = $2)) as mark`,
      [today, week],
    );
    return row?.mark ?? '';
  }

  /** Each crossing once: those that had been told before are left out of what comes back. */
  async tell(
    tx: Tx,
    told: readonly (Told & { alertId: number; code: string | null; name: string | null })[],
  ): Promise<{ id: number; alertId: number; placeId: number }[]> {
    if (told.length === 0) return [];
    return tx.query(
      `insert into alert_told (alert_id, place_id, week, facts, told_at)
       select t.alert_id, t.place_id, t.week, t.facts, $5
         from unnest($1::int[], $2::int[], $3::date[], $4::jsonb[]) t (alert_id, place_id, week, facts)
       on conflict do nothing returning id, alert_id as "alertId", place_id as "placeId"`,
      [
        told.map(({ alertId }) => alertId),
        told.map(({ placeId }) => placeId),
        told.map(({ week }) => week),
        told.map(({ value, low, high, n, change, code, name }) =>
          JSON.stringify({ value, low, high, n, change, code, name }),
        ),
        tx.now,
      ],
    );
  }

  /** What has not recovered, in the place of what had not. */
  async keepRaised(
    tx: Tx,
    alertIds: readonly number[],
    raised: readonly [alertId: number, placeId: number][],
    week: IsoDate,
  ) {
    await tx.query(
      `delete from alert_raised r where r.alert_id = any ($1)
          and not exists (select from unnest($2::int[], $3::int[]) k (alert_id, place_id)
                           where k.alert_id = r.alert_id and k.place_id = r.place_id)`,
      [alertIds, raised.map(([alertId]) => alertId), raised.map(([, placeId]) => placeId)],
    );
    await tx.query(
      `insert into alert_raised (alert_id, place_id, week)
       select k.alert_id, k.place_id, $3 from unnest($1::int[], $2::int[]) k (alert_id, place_id) on conflict do nothing`,
      [raised.map(([alertId]) => alertId), raised.map(([, placeId]) => placeId), week],
    );
  }

  async count(tx: Tx, personId: number): Promise<number> {
    const row = await tx.one<{ count: number }>(
      'select count(*) from alert where person_id = $1 and deleted_at is null',
      [personId],
    );
    return row?.count ?? 0;
  }

  /** Once per token. */
  async make(tx: Tx, personId: number, token: string, alert: Omit<Alert, 'id'>): Promise<number> {
    const { level, placeId, eachUnit, measure, rule, threshold, delivery } = alert;
    const row = await tx.one<{ id: number }>(
      `with made as (
         insert into alert (form_token, person_id, level, place_id, each_unit, measure, rule, threshold, delivery, made_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (form_token) do nothing returning id)
       select id from made union all select id from alert where form_token = $1 and person_id = $2 limit 1`,
      [token, personId, level, placeId, eachUnit, measure, rule, threshold, delivery, tx.now],
    );
    return row?.id ?? 0;
  }

  /** Another condition begins afresh: what was raised under the old one says nothing about it. */
  async change(tx: Tx, id: number, alert: Omit<Alert, 'id' | 'level' | 'placeId'>): Promise<void> {
    const { eachUnit, measure, rule, threshold, delivery } = alert;
    await tx.query(
      `with changed as (
         update alert set each_unit = $2, measure = $3, rule = $4, threshold = $5, delivery = $6 where id = $1
          returning (select row(o.each_unit, o.measure, o.rule, o.threshold) from alert o where o.id = $1)
                    is distinct from row($2::bool, $3::text, $4::text, $5::numeric) as other)
       delete from alert_raised where alert_id = $1 and (select other from changed)`,
      [id, eachUnit, measure, rule, threshold, delivery],
    );
  }

  async pause(tx: Tx, id: number, paused: boolean): Promise<void> {
    await tx.query('update alert set paused_at = $2 where id = $1', [id, paused ? tx.now : null]);
  }

  async delete(tx: Tx, id: number, deleted: boolean): Promise<void> {
    await tx.query('update alert set deleted_at = $2 where id = $1', [id, deleted ? tx.now : null]);
  }
}

const ALERT = `a.id, a.level, a.place_id as "placeId", a.each_unit as "eachUnit", a.measure, a.rule,
              a.threshold::float8 as threshold, a.delivery`;

/** Where the place of an alert stands today; nothing where it has closed. */
const PLACE = `coalesce(u.code, ar.code, r.code) as code, coalesce(u.name, ar.name, r.name) as "placeName",
              coalesce(up.area_id, ag.area_id) as "areaId", coalesce(up.region_id, ag.region_id, r.id) as "regionId"`;

const PLACES = `
         left join unit_place up on a.level = 'unit' and up.unit_id = a.place_id and up.valid @> $1::date
         left join unit u on u.id = up.unit_id
         left join area_region ag on a.level = 'area' and ag.area_id = a.place_id and ag.valid @> $1::date
         left join area ar on ar.id = ag.area_id
         left join region r on a.level = 'region' and r.id = a.place_id`;

const KEPT = `select ${ALERT}, ${PLACE}, a.paused_at is not null as paused, a.deleted_at is not null as deleted
                from alert a ${PLACES}`;
