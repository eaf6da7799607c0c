import { Injectable } from '@nestjs/common';
import { hasCompletion, isLive, isOpen } from '../../assignments/requirements/counting-completion.queries.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { type IsoDate, londonDate } from '../../platform/dates.js';
import type { DrawnPlan } from './wave-plan.js';

/** A plan as it was made. */
export interface StoredPlan {
  id: number;
  title: string;
  course: { slug: string; title: string; published: boolean };
  reason: string;
  seed: number;
  waves: number;
  comparison: boolean;
  weeksBetween: number;
  daysGiven: number;
  firstMonday: IsoDate;
  lastMonday: IsoDate;
  /** Waves that have begun. */
  begun: number;
  areas: number;
  units: number;
  madeBy: string | null;
  madeAt: Date;
  stoppedAt: Date | null;
  stoppedBy: string | null;
  /** The study that came with it, if it is known yet. */
  studyId: number | null;
}

export interface WaveRow {
  /** From 0. */
  number: number;
  startsOn: IsoDate;
  begunAt: Date | null;
  /** Null before it has begun, or when nobody was left to be asked. */
  assignmentId: number | null;
  /** By when whoever was asked is due; null without an assignment. */
  dueOn: IsoDate | null;
  areas: number;
  units: number;
  /** Who was asked and, of these, has finished. */
  asked: number;
  finished: number;
}

/** An area of the lot. */
export interface DealtAreaRow {
  areaId: number;
  code: string;
  name: string;
  region: string;
  stratum: number;
  /** Null for the comparison. */
  wave: number | null;
  startsOn: IsoDate | null;
  units: number;
}

/** People of units whose wave has not begun, and of the comparison. */
export interface Untouched {
  people: number;
  /** Who holds the course already. */
  hold: number;
  /** Who was asked for it by somebody else and has not finished. */
  asked: number;
}

/** A wave whose Monday has come. */
export interface DueWave {
  planId: number;
  number: number;
}

export interface WaveToBegin {
  formToken: string;
  courseId: number;
  reason: string;
  madeBy: number;
  daysGiven: number;
  startsOn: IsoDate;
  unitIds: number[];
}

/** Plans of random waves. Those of the product's time alone: none that was made after `now`. */
@Injectable()
export class WavePlansQueries {
  constructor(private readonly db: Database) {}

  /** The new plan with all of its lot; null when this form has been sent before. */
  async insert(tx: Tx, drawn: DrawnPlan, mondays: readonly IsoDate[], by: { formToken: string; madeBy: number }) {
    const { title, courseId, reason, seed, waves, comparison, weeksBetween, daysGiven, areas } = drawn;
    const row = await tx.one<{ id: number }>(INSERT_PLAN, [
      ...[by.formToken, title, courseId, reason, seed, waves, comparison, weeksBetween, daysGiven, by.madeBy, tx.now],
    ]);
    if (row === null) return null;
    await tx.query(INSERT_WAVES, [row.id, mondays]);
    await tx.query(INSERT_AREAS, [row.id, JSON.stringify(areas)]);
    await tx.query(INSERT_UNITS, [row.id, JSON.stringify(areas)]);
    return row.id;
  }

  async madeWith(tx: Tx, formToken: string, madeBy: number): Promise<number | null> {
    const row = await tx.one<{ id: number }>('select id from wave_plan where form_token = $1 and made_by = $2', [
      formToken,
      madeBy,
    ]);
    return row?.id ?? null;
  }

  async courseTitle(tx: Tx, id: number): Promise<string> {
    const row = await tx.one<{ title: string }>(
      `select course ->> 'title' as title from (${PLANS} and p.id = $2) plan`,
      [tx.now, id],
    );
    return row!.title;
  }

  /** The newest first. */
  list(now: Date): Promise<StoredPlan[]> {
    return this.db.query<StoredPlan>(`${PLANS} order by p.made_at desc, p.id desc`, [now]);
  }

  one(id: number, now: Date): Promise<StoredPlan | null> {
    return this.db.one<StoredPlan>(`${PLANS} and p.id = $2`, [now, id]);
  }

  /** The first wave first. */
  waves(id: number, now: Date): Promise<WaveRow[]> {
    return this.db.query<WaveRow>(WAVES, [id, now]);
  }

  /** By wave, the comparison last, then by region and name. */
  areas(id: number): Promise<DealtAreaRow[]> {
    return this.db.query<DealtAreaRow>(AREAS, [id]);
  }

  async untouched(id: number, now: Date): Promise<Untouched> {
    return (await this.db.one<Untouched>(UNTOUCHED, [id, now, londonDate(now)]))!;
  }

  /** Waves that should have begun by a day; those of a course that nobody can take wait. */
  due(today: IsoDate): Promise<DueWave[]> {
    return this.db.query<DueWave>(
      `select w.plan_id as "planId", w.number from wave w join wave_plan p on p.id = w.plan_id
        where w.begun_at is null and w.starts_on <= $1::date and p.stopped_at is null and p.made_by is not null
          and exists (select from course_version v where v.course_id = p.course_id and v.state = 'published')
        order by w.starts_on, w.plan_id, w.number`,
      [today],
    );
  }

  /** What it takes to begin a wave, which nobody else begins or stops before the transaction ends; null when it is too late. */
  claim(tx: Tx, { planId, number }: DueWave): Promise<WaveToBegin | null> {
    return tx.one<WaveToBegin>(
      `with plan as (select * from wave_plan where id = $1 and stopped_at is null for update)
       select plan.form_token as "formToken", plan.course_id as "courseId", plan.reason, plan.made_by as "madeBy",
              plan.days_given as "daysGiven", w.starts_on as "startsOn",
              array(select u.unit_id from wave_unit u
                      join wave_area a on a.plan_id = u.plan_id and a.area_id = u.area_id
                     where u.plan_id = w.plan_id and a.wave = w.number order by u.unit_id) as "unitIds"
         from plan join wave w on w.plan_id = plan.id
        where w.number = $2 and w.begun_at is null`,
      [planId, number],
    );
  }

  async begin(tx: Tx, { planId, number }: DueWave, assignmentId: number | null): Promise<void> {
    await tx.query('update wave set begun_at = $3, assignment_id = $4 where plan_id = $1 and number = $2', [
      ...[planId, number, tx.now, assignmentId],
    ]);
  }

  /** False when it was stopped before, or no wave is left to stop. */
  async stop(tx: Tx, id: number, by: number): Promise<boolean> {
    const row = await tx.one(
      `update wave_plan p set stopped_at = $2, stopped_by = $3
        where id = $1 and stopped_at is null
          and exists (select from wave w where w.plan_id = p.id and w.begun_at is null)
        returning id`,
      [id, tx.now, by],
    );
    return row !== null;
  }
}

const INSERT_PLAN = `
  insert into wave_plan (form_token, title, course_id, reason, seed, waves, comparison, weeks_between, days_given, made_by, made_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (form_token) do nothing returning id`;

const INSERT_WAVES = `
  insert into wave (plan_id, number, starts_on)
  select $1, at - 1, monday from unnest($2::date[]) with ordinality as waves (monday, at)`;

const INSERT_AREAS = `
  insert into wave_area (plan_id, area_id, stratum, wave)
  select $1, "areaId", stratum, wave from jsonb_to_recordset($2::jsonb) as a ("areaId" int, stratum int, wave int)`;

const INSERT_UNITS = `
  insert into wave_unit (plan_id, unit_id, area_id)
  select $1, jsonb_array_elements_text("unitIds")::int, "areaId"
    from jsonb_to_recordset($2::jsonb) as a ("areaId" int, "unitIds" jsonb)`;

const PLANS = `
  select p.id, p.title, p.reason, p.seed::float8 as seed, p.waves, p.comparison, p.weeks_between as "weeksBetween",
         p.days_given as "daysGiven", w.first as "firstMonday", w.last as "lastMonday", w.begun, lot.areas, lot.units,
         maker.name as "madeBy", p.made_at as "madeAt", stopper.name as "stoppedBy",
         case when p.stopped_at <= $1 then p.stopped_at end as "stoppedAt", study.id as "studyId",
         jsonb_build_object('slug', c.slug, 'title', v.title, 'published', v.state = 'published') as course
    from wave_plan p
    join course c on c.id = p.course_id
    cross join lateral (select title, state from course_version v where v.course_id = c.id
                         order by (state = 'published') desc, id desc limit 1) v
    cross join lateral (select min(starts_on) as first, max(starts_on) as last,
                               count(*) filter (where begun_at <= $1)::int as begun from wave w where w.plan_id = p.id) w
    cross join lateral (select count(distinct area_id)::int as areas, count(*)::int as units
                          from wave_unit u where u.plan_id = p.id) lot
    left join study on study.wave_plan_id = p.id and study.registered_at <= $1
    left join person maker on maker.id = p.made_by
    left join person stopper on stopper.id = p.stopped_by
   where p.made_at <= $1`;

const WAVES = `
  select w.number, w.starts_on as "startsOn", case when w.begun_at <= $2 then w.begun_at end as "begunAt",
         case when w.begun_at <= $2 then w.assignment_id end as "assignmentId",
         case when w.begun_at <= $2 then made.due_on end as "dueOn",
         lot.areas, lot.units, coalesce(asked.people, 0)::int as asked, coalesce(asked.finished, 0)::int as finished
    from wave w
    left join assignment made on made.id = w.assignment_id
    cross join lateral (
      select count(distinct a.area_id)::int as areas, count(u.unit_id)::int as units
        from wave_area a left join wave_unit u on u.plan_id = a.plan_id and u.area_id = a.area_id
       where a.plan_id = w.plan_id and a.wave = w.number) lot
    left join lateral (
      select count(*) as people, count(*) filter (where done.completed_at <= $2) as finished
        from requirement_reason why join requirement r on r.id = why.requirement_id
        left join completion done on done.id = r.completion_id
       where why.assignment_id = w.assignment_id and w.begun_at <= $2 and ${isLive('$2')}) asked on true
   where w.plan_id = $1 order by w.number`;

const AREAS = `
  select a.area_id as "areaId", area.code, area.name, a.stratum, a.wave, w.starts_on as "startsOn",
         count(u.unit_id)::int as units,
         coalesce((select r.name from unit_place place join region r on r.id = place.region_id
                    where place.unit_id = min(u.unit_id) order by upper(place.valid) desc nulls first limit 1), '') as region
    from wave_area a
    join area on area.id = a.area_id
    left join wave w on w.plan_id = a.plan_id and w.number = a.wave
    left join wave_unit u on u.plan_id = a.plan_id and u.area_id = a.area_id
   where a.plan_id = $1
   group by a.area_id, area.code, area.name, a.stratum, a.wave, w.starts_on
   order by a.wave nulls last, region, area.name, area.code`;

const UNTOUCHED = `
  select count(*)::int as people, count(*) filter (where hold)::int as hold,
         count(*) filter (where not hold and asked)::int as asked
    from wave_unit u
    join wave_area a on a.plan_id = u.plan_id and a.area_id = u.area_id
    join wave_plan p on p.id = u.plan_id
    left join wave w on w.plan_id = a.plan_id and w.number = a.wave
    join in_post($3::date) post on post.unit_id = u.unit_id
    cross join lateral (
      select ${hasCompletion('post.person_id', 'p.course_id', '$2')} as hold,
             exists (select from requirement r join requirement_reason why on why.requirement_id = r.id
                       join assignment asking on asking.id = why.assignment_id
                      where r.person_id = post.person_id and r.course_id = p.course_id and ${isOpen('$2')}
                        and ${isLive('$2')} and asking.made_at <= $2) as asked) holds
   where u.plan_id = $1 and (w.begun_at is null or w.begun_at > $2)`;
