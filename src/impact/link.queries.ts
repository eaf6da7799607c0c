import { Injectable } from '@nestjs/common';
import type { Weeks } from '../feedback/metrics/period.js';
import { reachParams } from '../network/reach-params.js';
import type { Reach } from '../platform/actor.js';
import { Database } from '../platform/database/database.js';
import { endOfLondonDay, type IsoDate } from '../platform/dates.js';
import type { UnitFacts } from './link.js';
import type { CourseToLink, Metric } from './link-choice.js';
import type { LinkWindow } from './link-window.js';
import { METRIC_COLUMNS } from './metrics-sql.js';

export interface LinkQuestion {
  metric: Metric;
  courseIds: number[];
  window: LinkWindow;
  /** Names come only with units in it. */
  reach: Reach;
  today: IsoDate;
}

interface LinkRow {
  unitId: number;
  name: string | null;
  code: string | null;
  wanted: number;
  done: number;
  n: number;
  good: number;
  bad: number;
  wantedBefore: number;
  doneBefore: number;
  nBefore: number;
  goodBefore: number;
  badBefore: number;
}

/** Completion and answers of every unit of the network; what leaves the module is aggregated, or named only in reach. */
@Injectable()
export class LinkQueries {
  constructor(private readonly db: Database) {}

  courses(): Promise<CourseToLink[]> {
    return this.db.query<CourseToLink>(
      `select c.id, c.slug, c.kind, v.title, v.primary_driver driver
         from course c join course_version v on v.course_id = c.id and v.state = 'published'
        order by v.title`,
    );
  }

  async units({ metric, courseIds, window, reach, today }: LinkQuestion): Promise<UnitFacts[]> {
    const rows = await this.db.query<LinkRow>(unitsSql(metric), [
      courseIds,
      ...snapshot(window.now, window.completedBy),
      ...snapshot(window.before, window.completedByBefore),
      ...reachParams(reach, today),
    ]);
    return rows.map((row) => ({
      unitId: row.unitId,
      name: row.name,
      code: row.code,
      now: { answers: row, held: row },
      before: {
        answers: { n: row.nBefore, good: row.goodBefore, bad: row.badBefore },
        held: { wanted: row.wantedBefore, done: row.doneBefore },
      },
    }));
  }
}

/** First and last week, the day whose posts count, and the moment by which a course must be finished. */
function snapshot({ from, to }: Weeks, completedBy: IsoDate): unknown[] {
  return [from, to, completedBy, endOfLondonDay(completedBy)];
}

const unitsSql = (metric: Metric) => `
  with ${heldSql('held', '$4::date', '$5::timestamptz')},
  ${heldSql('held_before', '$8::date', '$9::timestamptz')},
  ${answersSql('heard', metric, '$2::date', '$3::date')},
  ${answersSql('heard_before', metric, '$6::date', '$7::date')}
  select heard.unit_id "unitId", case when r.unit_id is null then null else u.name end as name,
         case when r.unit_id is null then null else u.code end as code,
         coalesce(held.wanted, 0) wanted, coalesce(held.done, 0) done, heard.n, heard.good, heard.bad,
         coalesce(held_before.wanted, 0) "wantedBefore", coalesce(held_before.done, 0) "doneBefore",
         coalesce(heard_before.n, 0) "nBefore", coalesce(heard_before.good, 0) "goodBefore",
         coalesce(heard_before.bad, 0) "badBefore"
    from heard
    join unit u on u.id = heard.unit_id
    left join held on held.unit_id = heard.unit_id
    left join held_before on held_before.unit_id = heard.unit_id
    left join heard_before on heard_before.unit_id = heard.unit_id
    left join units_in_reach($10, $11, $12, $13, $14) r on r.unit_id = heard.unit_id
   order by u.name, u.code`;

/** People in post on a day times courses, and how many of these hold a completion that was valid at the moment. */
function heldSql(name: string, day: string, moment: string): string {
  return `
  ${name}_valid as (
    select k.person_id, count(distinct k.course_id) courses
      from completion k join course_version v on v.id = k.course_version_id
     where k.course_id = any ($1::int[]) and k.completed_at <= ${moment}
       and (v.validity_months is null or k.completed_at + make_interval(months => v.validity_months) > ${moment})
     group by k.person_id),
  ${name} as (
    select p.unit_id, (count(*) * cardinality($1::int[]))::int wanted, coalesce(sum(valid.courses), 0)::int done
      from in_post(${day}) p left join ${name}_valid valid on valid.person_id = p.person_id
     group by p.unit_id)`;
}

function answersSql(name: string, metric: Metric, from: string, to: string): string {
  const { n, good, bad } = METRIC_COLUMNS[metric];
  return `${name} as (
    select unit_id, sum(${n})::int n, sum(${good})::int good, sum(${bad})::int bad
      from unit_week where week between ${from} and ${to} group by unit_id)`;
}
