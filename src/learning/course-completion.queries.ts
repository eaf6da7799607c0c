import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { endOfLondonDay, type IsoDate } from '../platform/dates.js';

/** Course completion of one unit: people in post with a valid completion, out of people in post. */
export interface UnitCompletion {
  unitId: number;
  courseId: number;
  /** People whose main posting was here on that day; long leave left out. */
  inPost: number;
  /** Those of them who had finished any version by then, where the completion still counted. */
  done: number;
}

export interface CompletionAsOf {
  unitIds: readonly number[];
  /** Null for every published course. */
  courseIds: readonly number[] | null;
  day: IsoDate;
  now: Date;
}

const AS_OF = `
  with posted as (select person_id, unit_id from in_post($1::date) where unit_id = any ($2)),
  place as (select unit_id, count(*)::int in_post from posted group by unit_id),
  wanted as (select distinct course_id from course_version
              where case when $3::int[] is null then state = 'published' else course_id = any ($3) end),
  done as (
    select p.unit_id, c.course_id, count(distinct c.person_id)::int done
      from posted p
      join completion c on c.person_id = p.person_id and c.completed_at <= $4
       and ($3::int[] is null or c.course_id = any ($3))
      join course_version v on v.id = c.course_version_id
     where v.validity_months is null or c.completed_at + make_interval(months => v.validity_months) > $4
     group by p.unit_id, c.course_id)`;

/**
 * Course completion for pages, maps and studies, in one statement each. A person counts where their main posting stood on the day,
 * wherever they finished; so totals equal the sum of the units. Callers narrow `unitIds` by reach.
 */
@Injectable()
export class CourseCompletionQueries {
  constructor(private readonly db: Database) {}

  /** One row per unit and course; units without people in post are left out. */
  byUnit(wanted: CompletionAsOf): Promise<UnitCompletion[]> {
    return this.db.query<UnitCompletion>(
      `${AS_OF}
       select place.unit_id "unitId", wanted.course_id "courseId", place.in_post "inPost",
              coalesce(done.done, 0) "done"
         from place cross join wanted
         left join done on done.unit_id = place.unit_id and done.course_id = wanted.course_id
        order by 1, 2`,
      parametersOf(wanted),
    );
  }

  /** The same for all the units together, one row per course. */
  total(wanted: CompletionAsOf): Promise<Omit<UnitCompletion, 'unitId'>[]> {
    return this.db.query(
      `${AS_OF}
       select wanted.course_id "courseId", sum(place.in_post)::int "inPost", coalesce(sum(done.done), 0)::int "done"
         from place cross join wanted
         left join done on done.unit_id = place.unit_id and done.course_id = wanted.course_id
        group by 1 order by 1`,
      parametersOf(wanted),
    );
  }
}

/** Completions up to the end of the day count, but none that lies ahead. */
function parametersOf({ unitIds, courseIds, day, now }: CompletionAsOf): unknown[] {
  const end = endOfLondonDay(day);
  return [day, unitIds, courseIds, end < now ? end : now];
}
