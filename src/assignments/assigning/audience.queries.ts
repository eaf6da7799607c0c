import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { londonDate } from '../../platform/dates.js';
import type { UnitAudience } from './audience.js';
import { hasCompletion, isOpen } from '../requirements/counting-completion.queries.js';

/** Whom an assignment would reach, before it is made. */
@Injectable()
export class AudienceQueries {
  constructor(private readonly db: Database) {}

  /** One row per unit of the list, with the rule of audience.ts applied to each person. */
  byUnit(unitIds: readonly number[], courseId: number, now: Date): Promise<UnitAudience[]> {
    return this.db.query<UnitAudience>(
      `select wanted.id as "unitId",
              count(p.id) filter (where away) as "onLeave",
              count(p.id) filter (where not away and done) as done,
              count(p.id) filter (where not away and not done and before) as "askedBefore",
              count(p.id) filter (where not away and not done and not before) as asked
         from unnest($1::int[]) wanted (id)
         left join posting p on p.unit_id = wanted.id and p.main and p.valid @> $4::date
         left join lateral (
           select exists (select from leave l where l.person_id = p.person_id and l.valid @> $4::date) as away,
                  ${hasCompletion('p.person_id', '$2', '$3')} as done,
                  exists (select from requirement r where r.person_id = p.person_id and r.course_id = $2
                           and ${isOpen('$3')}) as before) facts on true
        group by wanted.id order by wanted.id`,
      [unitIds, courseId, now, londonDate(now)],
    );
  }

  /** Names of those on long leave, for the manager who leads them. */
  async namesOnLeave(unitIds: readonly number[], now: Date): Promise<string[]> {
    const rows = await this.db.query<{ name: string }>(
      `select person.name from posting p join person on person.id = p.person_id
        where p.unit_id = any ($1) and p.main and p.valid @> $2::date
          and exists (select from leave l where l.person_id = p.person_id and l.valid @> $2::date)
        order by person.name limit 20`,
      [unitIds, londonDate(now)],
    );
    return rows.map((row) => row.name);
  }
}
