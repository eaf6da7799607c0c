import { Injectable } from '@nestjs/common';
import type { AreaScope } from '../../feedback/rollups/place-weeks.queries.js';
import type { Actor } from '../../platform/actor.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import type { IsoDate } from '../../platform/dates.js';
import type { Assigned } from '../assigned-completion.js';

/** Both completion rates of an area or region, as they were counted. */
export interface CompletionCount extends Required<Omit<Assigned, 'people'>> {
  id: number;
  inPost: number;
  done: number;
}

/** What is kept for a day. */
export interface KeptCounts {
  countedAt: Date;
  courses: number;
  counts: CompletionCount[];
}

type Row = Omit<KeptCounts, 'counts'> & { [Key in keyof CompletionCount]: CompletionCount[Key] | null };

/** From so many postings on, people are counted beforehand; the planner's estimate will do. */
const LARGE = 20_000;

/** Completion by area as it was counted for a day: what pages of regions and of the network read in a large network. */
@Injectable()
export class CompletionCountsQueries {
  constructor(private readonly db: Database) {}

  /** Of the regions or areas in scope and reach, when the day was counted between two moments; else null. */
  async kept(
    level: 'area' | 'region',
    actor: Pick<Actor, 'reach'>,
    { regionId }: AreaScope,
    { day, from, to }: { day: IsoDate; from: Date; to: Date },
  ): Promise<KeptCounts | null> {
    const { network, regionIds, areaIds } = actor.reach;
    const rows = await this.db.query<Row>(
      `select kept.counted_at as "countedAt", kept.courses, place.*
         from completion_day kept
         left join lateral (
           select c.${level}_id as id, sum(c.due)::int as due, sum(c.finished)::int as finished,
                  sum(c.overdue)::int as overdue, sum(c.in_post)::int as "inPost", sum(c.done)::int as done
             from completion_count c
            where c.day = kept.day and ($4::int is null or c.region_id = $4)
              and ($5 or c.region_id = any ($6) or c.area_id = any ($7))
            group by c.${level}_id) place on true
        where kept.day = $1 and kept.counted_at > $2 and kept.counted_at <= $3`,
      [day, from, to, regionId ?? null, network, regionIds, areaIds],
    );
    const [first] = rows;
    if (!first) return null;
    const counts = rows.filter((row): row is Row & CompletionCount => row.id !== null);
    return { countedAt: first.countedAt, courses: first.courses, counts };
  }

  /** Whether there are so many people that their completion is counted beforehand. */
  async isLarge(): Promise<boolean> {
    const row = await this.db.one<{ large: boolean }>(
      `select reltuples >= $1 as large from pg_class where oid = 'posting'::regclass`,
      [LARGE],
    );
    return row?.large ?? false;
  }

  /** Keeps what was counted for a day, instead of what was kept before. Areas that stood nowhere on the day are left out. */
  async keep(tx: Tx, day: IsoDate, { countedAt, courses, counts }: KeptCounts): Promise<void> {
    await tx.query('delete from completion_day where day = $1', [day]);
    await tx.query('insert into completion_day (day, counted_at, courses) values ($1, $2, $3)', [
      day,
      countedAt,
      courses,
    ]);
    await tx.query(
      `insert into completion_count (day, area_id, region_id, due, finished, overdue, in_post, done)
       select $1, c.id, place.region_id, c.due, c.finished, c.overdue, c."inPost", c.done
         from jsonb_to_recordset($2) c (id int, due int, finished int, overdue int, "inPost" int, done int)
         join area_region place on place.area_id = c.id and place.valid @> $1::date
        order by c.id`,
      [day, JSON.stringify(counts)],
    );
  }

  /** Days of the past that nobody needs to be right any more. */
  async forget(tx: Tx, before: Date): Promise<void> {
    await tx.query('delete from completion_day where counted_at < $1', [before]);
  }
}
