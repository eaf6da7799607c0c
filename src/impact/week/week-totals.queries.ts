import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { type IsoDate, lastClosedWeek, mondayOf } from '../../platform/dates.js';
import {
  type AreaAnswers,
  comparableWeeks,
  type ComparedWeeks,
  type UnitEase,
  type WeekFacts,
  type WeekTotals,
} from './themed-week.js';

/**
 * The network's answers week by week: a published aggregate, so it takes no actor (see the permissions of the result
 * page). Only closed weeks are read, from the area days, so that the weeks are those of the network's own page.
 */
@Injectable()
export class WeekTotalsQueries {
  constructor(private readonly db: Database) {}

  /** The weeks that a themed week is set against, and itself. */
  async comparable(event: IsoDate, today: IsoDate): Promise<WeekTotals[]> {
    const { from, to } = comparableWeeks(event);
    const rows = await this.db.query<{ week: IsoDate; responses: number; hits: number; n: number }>(
      `select day - (extract(isodow from day)::int - 1) as week, sum(responses)::int responses, sum(ease_top)::int hits,
              sum(ease_n)::int n
         from area_day where day between $1 and least($2::date, $3::date) + 6 group by 1 order by 1`,
      [from, to, lastClosedWeek(today)],
    );
    return rows.map(({ week, responses, hits, n }) => ({ week, responses, ease: { hits, n } }));
  }

  /** Answers by area, and ease by unit, in the week and in those it is set against; areas are numbered alike in both. */
  async places(event: IsoDate, { others, neighbours }: ComparedWeeks): Promise<Pick<WeekFacts, 'areas' | 'units'>> {
    const mondays = [event, others, neighbours];
    const [areas, units] = await Promise.all([
      this.db.query<AreaAnswers & { id: number }>(ANSWERS_BY_AREA, mondays),
      this.db.query<EaseRow>(EASE_BY_UNIT, mondays),
    ]);
    const numbers = new Map(areas.map(({ id }, at) => [id, at]));
    return { areas, units: units.flatMap((row) => easeOf(row, numbers.get(row.areaId))) };
  }

  /** The Mondays of the weeks that any campaign touches. */
  async campaignWeeks(): Promise<IsoDate[]> {
    const rows = await this.db.query<{ day: IsoDate }>(
      `select distinct d::date as day from campaign c, generate_series(c.starts_on, c.ends_on, '1 day') d`,
    );
    return [...new Set(rows.map((row) => mondayOf(row.day)))];
  }

  /** What else there is to know of a week: whether it is for some places only, other campaigns in it, its lessons in order. */
  async around(campaignId: number): Promise<WeekAround> {
    const row = await this.db.one<WeekAround>(
      `select c.audience is not null as "chosenPlaces",
              array(select o.title from campaign o
                     where o.id <> c.id and o.starts_on <= c.ends_on and o.ends_on >= c.starts_on order by o.title) "alongside",
              array(select k.slug from theme_day d join course k on k.id = d.course_id
                     where d.campaign_id = c.id order by d.held_on) "courses"
         from campaign c where c.id = $1`,
      [campaignId],
    );
    return row!;
  }
}

export interface WeekAround {
  chosenPlaces: boolean;
  /** Titles of other campaigns on days of the week. */
  alongside: string[];
  /** Slugs of its lessons, in the order of its days. */
  courses: string[];
}

const ANSWERS_BY_AREA = `
  with counted as (
    select area_id, day - (extract(isodow from day)::int - 1) as week, responses from area_day
     where day between least($1::date, (select min(m) from unnest($2::date[]) m))
                   and greatest($1::date, (select max(m) from unnest($2::date[]) m)) + 6)
  select area_id id, coalesce(sum(responses) filter (where week = $1), 0)::int week,
         coalesce(sum(responses) filter (where week = any ($2::date[])), 0)::int others,
         coalesce(sum(responses) filter (where week = any ($3::date[])), 0)::int neighbours
    from counted group by 1 order by 1`;

interface EaseRow {
  areaId: number;
  hits: number;
  n: number;
  otherHits: number;
  otherN: number;
  besideHits: number;
  besideN: number;
}

/** A unit counts where it was in the week; one that was nowhere then, where it was last. */
const EASE_BY_UNIT = `
  select (select p.area_id from unit_place p where p.unit_id = w.unit_id
           order by p.valid @> $1::date desc, upper(p.valid) desc nulls first limit 1) "areaId",
         coalesce(sum(ease_top) filter (where week = $1), 0)::int hits,
         coalesce(sum(ease_n) filter (where week = $1), 0)::int n,
         coalesce(sum(ease_top) filter (where week = any ($2::date[])), 0)::int "otherHits",
         coalesce(sum(ease_n) filter (where week = any ($2::date[])), 0)::int "otherN",
         coalesce(sum(ease_top) filter (where week = any ($3::date[])), 0)::int "besideHits",
         coalesce(sum(ease_n) filter (where week = any ($3::date[])), 0)::int "besideN"
    from unit_week w where week = $1 or week = any ($2::date[]) group by w.unit_id`;

function easeOf(row: EaseRow, area: number | undefined): UnitEase[] {
  if (area === undefined) return [];
  return [
    {
      area,
      week: { hits: row.hits, n: row.n },
      others: { hits: row.otherHits, n: row.otherN },
      neighbours: { hits: row.besideHits, n: row.besideN },
    },
  ];
}
