import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { type IsoDate, londonDate } from '../../platform/dates.js';
import { hasCompletion, isAway, isLive, isOpen } from '../requirements/counting-completion.queries.js';
import type { UnitAudience } from './audience.js';
import type { ChosenAudience } from './chosen-audience.js';
import { WEEKLY_BUDGET } from './weekly-budget.js';

/** How much learning this adds to the weeks of those who are asked. */
export interface Load {
  /** Above the weekly budget because of this: how many, and the first few names. */
  above: number;
  names: string[];
}

/** Whom an assignment would reach, before it is made: the same people as the SQL function assignment_people. */
@Injectable()
export class AudienceQueries {
  constructor(private readonly db: Database) {}

  /** One row per unit in which somebody is reached, with the rule of audience.ts applied to each person. */
  byUnit(audience: ChosenAudience, courseId: number, now: Date): Promise<UnitAudience[]> {
    return this.db.query<UnitAudience>(
      `with ${PEOPLE}
       select people.unit_id as "unitId", u.kind,
              count(*) filter (where away) as "onLeave",
              count(*) filter (where not away and done) as done,
              count(*) filter (where not away and not done and before) as "askedBefore",
              count(*) filter (where not away and not done and not before) as asked
         from people
         join unit u on u.id = people.unit_id
         cross join lateral (
           select ${isAway('people.person_id', '$7')} as away, ${hasCompletion('people.person_id', '$8', '$9')} as done,
                  ${ASKED_BEFORE} as before) facts
        group by people.unit_id, u.kind order by people.unit_id`,
      [...params(audience, now), courseId, now],
    );
  }

  /** Names of those on long leave, for the manager who leads them. */
  async namesOnLeave(audience: ChosenAudience, now: Date): Promise<string[]> {
    const rows = await this.db.query<{ name: string }>(
      `with ${PEOPLE}
       select person.name from people join person on person.id = people.person_id
        where ${isAway('people.person_id', '$7')} order by person.name limit 20`,
      params(audience, now),
    );
    return rows.map((row) => row.name);
  }

  /** The rule of weekly-budget.ts, applied to everybody who would be asked. */
  async load(
    audience: ChosenAudience,
    course: { courseId: number; minutes: number },
    dueOn: IsoDate,
    now: Date,
  ): Promise<Load> {
    const row = await this.db.one<Load>(
      `with ${PEOPLE},
       asked as (
         select people.person_id from people
          where not ${isAway('people.person_id', '$7')} and not ${hasCompletion('people.person_id', '$8', '$9')}),
       open as (
         select r.person_id, case when r.course_id = $8 then least(r.due_on, $11::date) else r.due_on end as due_on,
                v.minutes
           from requirement r join asked using (person_id)
           join course_version v on v.course_id = r.course_id and v.state = 'published'
          where ${isOpen('$9')} and ${HAS_REASON}),
       items as (
         select * from open
         union all
         select person_id, $11::date, $10::int from asked
          where not exists (select from requirement r where r.person_id = asked.person_id and r.course_id = $8
                               and ${isOpen('$9')} and ${HAS_REASON})),
       loads as (
         select person_id, sum(minutes / greatest(1, ceil((due_on - $7::date) / 7.0))) as minutes from items group by 1),
       above as (
         select person.name from loads join person on person.id = loads.person_id
          where loads.minutes > ${WEEKLY_BUDGET})
       select (select count(*) from above) as above,
              coalesce((select array_agg(name order by name) from (select name from above order by name limit 8) few), '{}') as names`,
      [...params(audience, now), course.courseId, now, course.minutes, dueOn],
    );
    return row!;
  }
}

function params({ unitIds, areaIds, regionIds, network, roles, personIds }: ChosenAudience, now: Date): unknown[] {
  return [unitIds, areaIds, regionIds, network, roles, personIds, londonDate(now)];
}

const HAS_REASON = `exists (
  select from requirement_reason why join assignment a on a.id = why.assignment_id
   where why.requirement_id = r.id and a.made_at <= $9 and ${isLive('$9')})`;

const ASKED_BEFORE = `exists (
  select from requirement r where r.person_id = people.person_id and r.course_id = $8 and ${isOpen('$9')} and ${HAS_REASON})`;

const PEOPLE = `
  reached as materialized (
    select place.unit_id from unit_place place
     where place.valid @> $7::date
       and ($4::bool or place.unit_id = any ($1::int[]) or place.area_id = any ($2::int[]) or place.region_id = any ($3::int[]))),
  people as materialized (
    select main.person_id, main.unit_id from reached
      join posting main on main.unit_id = reached.unit_id and main.main and main.valid @> $7::date
     where $5::text[] is null
    union
    select main.person_id, main.unit_id from reached
      join posting role on role.unit_id = reached.unit_id and role.role = any ($5::text[]) and role.valid @> $7::date
      join posting main on main.person_id = role.person_id and main.main and main.unit_id is not null and main.valid @> $7::date
    union
    select main.person_id, main.unit_id from posting main
     where main.person_id = any ($6::int[]) and main.main and main.unit_id is not null and main.valid @> $7::date)`;
