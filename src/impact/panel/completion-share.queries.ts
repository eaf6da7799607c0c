import { Injectable } from '@nestjs/common';
import type { Weeks } from '../../feedback/metrics/period.js';
import { Database } from '../../platform/database/database.js';

/** How completion of some courses went at one unit: a step for each week that changed it, and so it stays until the next. */
export interface CompletionSteps {
  unitId: number;
  /** Weeks since the first one asked for, ascending; the first is 0 where somebody was in post then. */
  weeks: number[];
  /** From that week on: people in post and not on long leave, times the courses. */
  wanted: number[];
  /** Of these, how many are held: completed in time, wherever that was, and still valid. */
  done: number[];
}

/**
 * Completion by unit and week as it stood on the Sunday of each week: who was in post there then, by their dates and not by
 * today's, and not on long leave; and which of the courses they held (shared with the link, product/impact.md, "Panel").
 *
 * Everybody's days are stretches, and a stretch counts from the week of its first day up to, not including, the week of the day
 * after its last: the weeks whose Sunday lies in it. So each stretch is two steps, whatever the number of weeks, and the
 * running sum of the steps of a unit is its completion.
 */
@Injectable()
export class CompletionShareQueries {
  constructor(private readonly db: Database) {}

  steps(courseIds: readonly number[], { from, to }: Weeks): AsyncGenerator<CompletionSteps, void> {
    return this.db.stream<CompletionSteps>(STEPS, [courseIds, from, to]);
  }
}

const STEPS = `
  with away as (select person_id, range_agg(valid) as days from leave group by person_id),
  present as materialized (
    select p.person_id, p.unit_id, unnest(datemultirange(p.valid) - coalesce(away.days, '{}')) as days
      from posting p left join away on away.person_id = p.person_id
     where p.main and p.unit_id is not null and p.valid && daterange($2::date, $3::date + 7)),
  held as (
    select k.person_id, k.course_id,
           unnest(range_agg(daterange((k.completed_at at time zone 'Europe/London')::date,
             ((k.completed_at + make_interval(months => v.validity_months)) at time zone 'Europe/London')::date))) as days
      from completion k join course_version v on v.id = k.course_version_id
     where k.course_id = any ($1::int[])
     group by k.person_id, k.course_id),
  stretch as (
    select unit_id, days, cardinality($1::int[]) as wanted, 0 as done from present
     union all
    select present.unit_id, present.days * held.days, 0, 1
      from present join held on held.person_id = present.person_id and held.days && present.days),
  step as (
    select unit_id, greatest(monday_of(lower(days)), $2::date) as week, wanted, done from stretch
     union all
    select unit_id, greatest(monday_of(upper(days)), $2::date), -wanted, -done from stretch where not upper_inf(days)),
  week as (
    select unit_id, (week - $2::date) / 7 as week, sum(wanted) as wanted, sum(done) as done
      from step where week <= $3::date group by unit_id, step.week),
  run as (
    select unit_id, week, sum(wanted) over weeks as wanted, sum(done) over weeks as done
      from week window weeks as (partition by unit_id order by week))
  select unit_id as "unitId", array_agg(week order by week) as weeks, array_agg(wanted::int order by week) as wanted,
         array_agg(done::int order by week) as done
    from run group by unit_id order by unit_id`;
