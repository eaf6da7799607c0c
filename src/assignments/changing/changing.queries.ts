import { Injectable } from '@nestjs/common';
import type { PlacesNamed } from '../../network/cover/places.queries.js';
import type { Reach } from '../../platform/actor.js';
import type { Tx } from '../../platform/database/tx.js';
import { Database } from '../../platform/database/database.js';
import { type IsoDate, londonDate } from '../../platform/dates.js';
import { isAway, isFinished, isLive } from '../requirements/counting-completion.queries.js';

/** An assignment that nobody else changes until this transaction ends. */
export interface HeldAssignment {
  id: number;
  courseId: number;
  madeBy: number;
  madeAt: Date;
  /** With what everybody was given later. */
  dueOn: IsoDate;
  ended: 'undone' | 'withdrawn' | null;
}

/** Somebody who was asked, as far as a manager's act depends on it. */
export interface PersonAsked {
  requirementId: number;
  personId: number;
  reference: string;
  name: string;
  dueOn: IsoDate;
  finished: boolean;
  settled: boolean;
  onLeave: boolean;
  nudgedAt: Date | null;
}

/** What ending an assignment would do, for the page that asks whether one is sure. */
export interface EndEffect {
  /** Nobody else asks them: the course leaves their list. */
  freed: number;
  /** Somebody else asks for the same course. */
  kept: number;
  finished: number;
}

@Injectable()
export class ChangingQueries {
  constructor(private readonly db: Database) {}

  async hold(tx: Tx, id: number): Promise<HeldAssignment> {
    await tx.query('select from assignment where id = $1 for update', [id]);
    const row = await tx.one<HeldAssignment>(
      `select a.id, a.course_id as "courseId", a.made_by as "madeBy", a.made_at as "madeAt",
              greatest(a.due_on, (select max(x.due_on) from assignment_extension x
                                   where x.assignment_id = a.id and x.everybody))::text as "dueOn",
              (select e.kind from assignment_end e where e.assignment_id = a.id) as ended
         from assignment a where a.id = $1`,
      [id],
    );
    return row!;
  }

  /** Whether everything that an assignment asks lies where somebody may assign: in this reach, and in these units of it. */
  async covers(reach: Reach, led: readonly number[], id: number, now: Date): Promise<boolean> {
    if (reach.network) return true;
    const row = await this.db.one<{ outside: boolean }>(
      `select exists (select from assignment_unit au where au.assignment_id = $1 and au.unit_id <> all ($2))
           or exists (select from assignment_place ap
                       where ap.assignment_id = $1
                         and (ap.network
                           or (ap.region_id is not null and ap.region_id <> all ($3))
                           or (ap.area_id is not null and ap.area_id <> all ($4) and not exists (
                                 select from area_region ar where ar.area_id = ap.area_id and ar.valid @> $5::date
                                    and ar.region_id = any ($3)))))
           or exists (select from assignment_person ap
                        join posting p on p.person_id = ap.person_id and p.main and p.valid @> $5::date
                       where ap.assignment_id = $1 and (p.unit_id is null or p.unit_id <> all ($2))) as outside`,
      [id, led, reach.regionIds, reach.areaIds, londonDate(now)],
    );
    return row?.outside === false;
  }

  /** Those asked in the units led whom these references name, or all of them (null). */
  people(
    db: Pick<Tx, 'query'>,
    id: number,
    led: readonly number[],
    references: readonly string[] | null,
    now: Date,
  ): Promise<PersonAsked[]> {
    return db.query<PersonAsked>(
      `select r.id as "requirementId", r.person_id as "personId", person.reference, person.name, r.due_on::text as "dueOn",
              ${isFinished('$3')} as finished, (r.closed_at is not null and r.closed_at <= $3) as settled,
              ${isAway('r.person_id', '$4')} as "onLeave",
              (select max(n.made_at) from assignment_nudge n join assignment_nudge_person np on np.nudge_id = n.id
                where n.assignment_id = $1 and np.person_id = r.person_id and n.made_at <= $3) as "nudgedAt"
         from requirement_reason why
         join requirement r on r.id = why.requirement_id
         join person on person.id = r.person_id
         join posting p on p.person_id = r.person_id and p.main and p.valid @> $4::date and p.unit_id = any ($2)
        where why.assignment_id = $1 and ${isLive('$3')} and ($5::text[] is null or person.reference = any ($5))
        order by person.name, person.reference`,
      [id, led, now, londonDate(now), references],
    );
  }

  /** The places and people that an assignment names. */
  async named(tx: Tx, id: number): Promise<PlacesNamed> {
    const row = await tx.one<PlacesNamed>(
      `select array(select unit_id from assignment_unit where assignment_id = $1) as "unitIds",
              array(select area_id from assignment_place where assignment_id = $1 and area_id is not null) as "areaIds",
              array(select region_id from assignment_place where assignment_id = $1 and region_id is not null) as "regionIds",
              array(select person_id from assignment_person where assignment_id = $1) as "personIds"`,
      [id],
    );
    return row!;
  }

  /** How many people an assignment still asks, wherever they are. */
  async size(tx: Tx, id: number): Promise<number> {
    const row = await tx.one<{ n: number }>(
      'select count(*) as n from requirement_reason where assignment_id = $1 and ended_at is null',
      [id],
    );
    return row?.n ?? 0;
  }

  async endEffect(id: number, now: Date): Promise<EndEffect> {
    const row = await this.db.one<EndEffect>(
      `select count(*) filter (where finished) as finished, count(*) filter (where not finished and others) as kept,
              count(*) filter (where not finished and not others) as freed
         from requirement_reason why join requirement r on r.id = why.requirement_id
         cross join lateral (
           select ${isFinished('$2')} as finished,
                  exists (select from requirement_reason other
                           where other.requirement_id = r.id and other.assignment_id <> $1 and other.ended_at is null) as others) facts
        where why.assignment_id = $1 and ${isLive('$2')}`,
      [id, now],
    );
    return row!;
  }

  /** False when it had ended already. */
  async end(
    tx: Tx,
    id: number,
    end: { kind: 'undone' | 'withdrawn'; reason: string | null; by: number; coverId: number | null },
  ) {
    const row = await tx.one(
      `insert into assignment_end (assignment_id, kind, reason, ended_by, ended_at, cover_id)
       values ($1, $2, $3, $4, $5, $6)
       on conflict do nothing returning assignment_id`,
      [id, end.kind, end.reason, end.by, tx.now, end.coverId],
    );
    return row !== null;
  }

  /** Undoing takes every reason back, withdrawing those that are not finished. */
  async endReasons(tx: Tx, id: number): Promise<void> {
    await tx.query(
      `update requirement_reason why set ended_at = e.ended_at, ended_how = e.kind
         from assignment_end e, requirement r
        where why.assignment_id = $1 and e.assignment_id = $1 and r.id = why.requirement_id and why.ended_at is null
          and (e.kind = 'undone' or not ${isFinished('$2')})`,
      [id, tx.now],
    );
  }

  /** @param made with the people it is for, null for everybody. @returns its id */
  async extend(
    tx: Tx,
    made: {
      token: string;
      id: number;
      dueOn: IsoDate;
      by: number;
      coverId: number | null;
      personIds: readonly number[] | null;
    },
  ): Promise<number> {
    const row = await tx.one<{ id: number }>(
      `with extension as (
         insert into assignment_extension (form_token, assignment_id, due_on, everybody, made_by, made_at, cover_id)
         values ($1, $2, $3, $4, $5, $6, $8) returning id),
       people as (
         insert into assignment_extension_person (extension_id, person_id)
         select extension.id, unnest($7::int[]) from extension)
       select id from extension`,
      [made.token, made.id, made.dueOn, made.personIds === null, made.by, tx.now, made.personIds ?? [], made.coverId],
    );
    return row!.id;
  }

  /** How many people an extension form gave more time to before; null when it is new. */
  async extendedWith(tx: Tx, token: string): Promise<number | null> {
    const row = await tx.one<{ people: number }>(
      `select case when x.everybody then (select count(*) from requirement_reason why
                                           where why.assignment_id = x.assignment_id and why.ended_at is null)
                   else (select count(*) from assignment_extension_person xp where xp.extension_id = x.id) end as people
         from assignment_extension x where x.form_token = $1`,
      [token],
    );
    return row?.people ?? null;
  }

  /** Whom a nudge form nudged before; null when it is new. */
  async nudgedWith(tx: Tx, token: string): Promise<number[] | null> {
    const row = await tx.one<{ ids: number[] }>(
      `select coalesce(array_agg(np.person_id) filter (where np.person_id is not null), '{}') as ids
         from assignment_nudge n left join assignment_nudge_person np on np.nudge_id = n.id
        where n.form_token = $1 group by n.id`,
      [token],
    );
    return row?.ids ?? null;
  }

  /** @returns its id */
  async nudge(
    tx: Tx,
    made: { token: string; id: number; by: number; coverId: number | null; personIds: readonly number[] },
  ): Promise<number> {
    const row = await tx.one<{ id: number }>(
      `with nudge as (
         insert into assignment_nudge (form_token, assignment_id, made_by, made_at, cover_id)
         values ($1, $2, $3, $4, $6) returning id),
       people as (
         insert into assignment_nudge_person (nudge_id, person_id) select nudge.id, unnest($5::int[]) from nudge)
       select id from nudge`,
      [made.token, made.id, made.by, tx.now, made.personIds, made.coverId],
    );
    return row!.id;
  }

  /** Whether this form has decided before. */
  async decidedWith(tx: Tx, token: string): Promise<boolean> {
    return (await tx.one('select from requirement_decision where form_token = $1', [token])) !== null;
  }

  async decide(
    tx: Tx,
    made: {
      token: string;
      requirementId: number;
      kind: 'waived' | 'markedComplete';
      reason: string;
      by: number;
      coverId: number | null;
    },
  ): Promise<void> {
    await tx.query(
      `with decision as (
         insert into requirement_decision (requirement_id, form_token, kind, reason, made_by, made_at, cover_id)
         values ($1, $2, $3, $4, $5, $6, $7) returning requirement_id, kind, made_at)
       update requirement r set closed_at = decision.made_at, closed_how = decision.kind
         from decision where r.id = decision.requirement_id`,
      [made.requirementId, made.token, made.kind, made.reason, made.by, tx.now, made.coverId],
    );
  }

  /** The assignments that ask for a requirement. */
  async askedBy(tx: Tx, requirementId: number): Promise<number[]> {
    const rows = await tx.query<{ id: number }>(
      'select assignment_id as id from requirement_reason where requirement_id = $1 order by 1',
      [requirementId],
    );
    return rows.map((row) => row.id);
  }
}
