import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { londonDate } from '../../platform/dates.js';
import { Database } from '../../platform/database/database.js';
import { hasCompletion, isAway, isOpen, isSpent } from '../requirements/counting-completion.queries.js';

/** Somebody under an assignment. */
export interface Asked {
  assignmentId: number;
  personId: number;
}

/** How far requirements are from what they should be; all zero when they are right. */
export interface Drift {
  missing: number;
  stale: number;
  misdated: number;
}

/**
 * Requirements follow people: makes, ends and dates them for whole assignments at once. The rule in words is
 * requirements/requirements-of.ts, which a spec holds this to.
 */
@Injectable()
export class FollowQueries {
  constructor(private readonly db: Database) {}

  /** Assignments that may still change: not ended, and either running or with somebody who has not finished. */
  async unfinished(now: Date): Promise<number[]> {
    const rows = await this.db.query<{ id: number }>(
      `select a.id from assignment a
        where a.made_at <= $1 and not exists (select from assignment_end e where e.assignment_id = a.id)
          and (${RUNS('$2::date')} or exists (
            select from requirement_reason why join requirement r on r.id = why.requirement_id
             where why.assignment_id = a.id and why.ended_at is null and ${isOpen('$1')}))
        order by a.id`,
      [now, londonDate(now)],
    );
    return rows.map((row) => row.id);
  }

  /** Holds the assignments still, in one order; ended ones are left out. One follower at a time. */
  async hold(tx: Tx, assignmentIds: readonly number[]): Promise<number[]> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('assignments.follow'))`);
    await tx.query('select from assignment where id = any ($1) order by id for share', [assignmentIds]);
    const rows = await tx.query<{ id: number }>(
      `select a.id from assignment a where a.id = any ($1)
          and not exists (select from assignment_end e where e.assignment_id = a.id) order by a.id`,
      [assignmentIds],
    );
    return rows.map((row) => row.id);
  }

  /** Ends the reasons of those whom an assignment does not reach any more. What is finished stays. */
  endThoseWhoLeft(tx: Tx, assignmentIds: readonly number[]): Promise<Asked[]> {
    return tx.query<Asked>(
      `with ${PEOPLE}, gone as (${STALE})
       update requirement_reason why set ended_at = $2, ended_how = 'left'
         from gone where why.requirement_id = gone.requirement_id and why.assignment_id = gone.assignment_id
       returning why.assignment_id as "assignmentId", gone.person_id as "personId"`,
      [assignmentIds, tx.now, londonDate(tx.now)],
    );
  }

  /**
   * Makes what is missing: one requirement for everybody reached who is in post and has not finished the course. Who has
   * an unfinished one keeps it and gets one more reason; who finished one that no longer counts begins a new period.
   * @returns how many people are newly asked
   */
  async ask(tx: Tx, assignmentIds: readonly number[]): Promise<number> {
    const params = [assignmentIds, tx.now, londonDate(tx.now)];
    const row = await tx.one<{ asked: number }>(REQUIRE, params);
    await tx.query(GIVE_REASONS, params);
    return row?.asked ?? 0;
  }

  /** Gives everybody the date that extensions, leave and the day they came make of it. */
  async date(tx: Tx, assignmentIds: readonly number[]): Promise<void> {
    await tx.query(
      `with misdated as (${MISDATED})
       update requirement_reason why set due_on = nullif(misdated.due_on, misdated.own)
         from misdated
        where why.requirement_id = misdated.requirement_id and why.assignment_id = misdated.assignment_id`,
      [assignmentIds, tx.now],
    );
  }

  /**
   * Says again of every requirement that these assignments are a reason for: due on the earliest date that somebody
   * still wants, closed when nobody does. What a manager decided stays.
   * @returns those whose date moved or who closed or opened
   */
  async restate(tx: Tx, assignmentIds: readonly number[]): Promise<Asked[]> {
    return tx.query<Asked>(RESTATE, [assignmentIds, tx.now]);
  }

  async drift(assignmentIds: readonly number[], now: Date): Promise<Drift> {
    const row = await this.db.one<Drift>(
      `with ${PEOPLE}, missing as (${MISSING}), stale as (${STALE}), misdated as (${MISDATED})
       select (select count(*) from missing) as missing, (select count(*) from stale) as stale,
              (select count(*) from misdated) as misdated`,
      [assignmentIds, now, londonDate(now)],
    );
    return row!;
  }
}

/** SQL that is true for an assignment `a` whose date, with the extensions for everybody, has not passed. */
const RUNS = (today: string) => `greatest(a.due_on, (
  select max(x.due_on) from assignment_extension x where x.assignment_id = a.id and x.everybody)) >= ${today}`;

const MADE_ON = `(a.made_at at time zone 'Europe/London')::date`;

/** The date for a person; the function is slow for sixty thousand, and hardly anybody needs it. */
const DUE = (personId: string, since: string) => `
  case when ${since} is null
        and not exists (select from assignment_extension x where x.assignment_id = a.id)
        and not exists (select from leave l where l.person_id = ${personId})
       then a.due_on else reason_due(a.id, ${personId}, ${since}) end`;

const PEOPLE = 'people as materialized (select * from assignment_people($1::int[], $3::date))';

/** Reached, in post, not finished, and not under it yet nor through with it. */
const MISSING = `
  select p.assignment_id, p.person_id, a.course_id, case when ${MADE_ON} < $3::date then $3::date end as since
    from people p
    join assignment a on a.id = p.assignment_id and a.made_at <= $2 and ${RUNS('$3::date')}
   where not ${isAway('p.person_id', '$3')}
     and not exists (
       select from requirement r join requirement_reason why on why.requirement_id = r.id
        where why.assignment_id = a.id and r.person_id = p.person_id and r.course_id = a.course_id
          and (why.ended_at is null or ${isSpent('$2')}))
     and not ${hasCompletion('p.person_id', 'a.course_id', '$2')}`;

const STALE = `
  select why.requirement_id, why.assignment_id, r.person_id
    from requirement_reason why
    join requirement r on r.id = why.requirement_id
   where why.assignment_id = any ($1) and why.ended_at is null and ${isOpen('$2')}
     and not exists (select from people p where p.assignment_id = why.assignment_id and p.person_id = r.person_id)`;

const MISDATED = `
  select * from (
    select why.requirement_id, why.assignment_id, a.due_on as own, coalesce(why.due_on, a.due_on) as was,
           ${DUE('r.person_id', 'why.since')} as due_on
      from requirement_reason why
      join requirement r on r.id = why.requirement_id
      join assignment a on a.id = why.assignment_id
     where why.assignment_id = any ($1) and why.ended_at is null and ${isOpen('$2')}) dated
   where was <> due_on`;

/**
 * Requirements first, and their reasons from the same rows again: joined inside one statement, neither side has an index
 * nor an honest estimate, and sixty thousand people take an hour instead of a second. The order by looks every period up
 * before the first row is written, so that no look-up wades through what is being written.
 */
const REQUIRE = `
  with ${PEOPLE},
  dated as materialized (
    select missing.person_id, missing.course_id, min(${DUE('missing.person_id', 'missing.since')}) as due_on
      from (${MISSING}) missing join assignment a on a.id = missing.assignment_id
     group by missing.person_id, missing.course_id),
  placed as materialized (
    select dated.*, coalesce((
        select r.period + case when ${isSpent('$2')} then 1 else 0 end
          from requirement r where r.person_id = dated.person_id and r.course_id = dated.course_id
         order by r.period desc limit 1), 0) as period
      from dated),
  required as (
    insert into requirement (person_id, course_id, period, due_on)
    select person_id, course_id, period, due_on from placed order by period, person_id, course_id
    on conflict (person_id, course_id, period) do update
       set due_on = case when requirement.closed_at is null then requirement.due_on else excluded.due_on end,
           closed_at = null, closed_how = null
    returning 1)
  select count(*) as asked from required`;

const GIVE_REASONS = `
  with ${PEOPLE},
  missing as materialized (${MISSING})
  insert into requirement_reason (requirement_id, assignment_id, since, due_on)
  select r.id, a.id, missing.since, nullif(${DUE('missing.person_id', 'missing.since')}, a.due_on)
    from missing
    join assignment a on a.id = missing.assignment_id
    join lateral (select id from requirement r where r.person_id = missing.person_id and r.course_id = missing.course_id
                   order by r.period desc limit 1) r on true
  on conflict (requirement_id, assignment_id) do update
     set since = excluded.since, due_on = excluded.due_on, ended_at = null, ended_how = null`;

const RESTATE = `
  with live as (
    select touched.requirement_id as id, min(coalesce(why.due_on, a.due_on)) filter (where why.ended_at is null) as due_on
      from (select distinct requirement_id from requirement_reason where assignment_id = any ($1)) touched
      join requirement_reason why on why.requirement_id = touched.requirement_id
      join assignment a on a.id = why.assignment_id
     group by touched.requirement_id),
  changed as (
    update requirement r
       set due_on = coalesce(live.due_on, r.due_on),
           closed_at = case when live.due_on is null then $2::timestamptz end,
           closed_how = case when live.due_on is null then 'ended' end
      from live
     where live.id = r.id and coalesce(r.closed_how, 'ended') = 'ended'
       and ((live.due_on is null) <> (r.closed_at is not null) or live.due_on <> r.due_on)
    returning r.id, r.person_id)
  select why.assignment_id as "assignmentId", changed.person_id as "personId"
    from changed join requirement_reason why on why.requirement_id = changed.id`;
