import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { COUNT_COLUMNS } from '../metrics/counts.js';
import { before, dayOf, MISPLACED, startOf } from '../rollups/answer-places.queries.js';
import { countingSums } from '../rollups/counting-sql.js';
import { AREA_DAY, type Rollup, UNIT_WEEK } from '../rollups/rollups.queries.js';

/** What a check of the rollups found. */
export interface Checked {
  cells: number;
  differences: number;
}

/** With the places of the cells that differ: units of unit weeks, areas of area days. */
export interface Compared extends Checked {
  places: number[];
}

/** With the units whose quarters differ, and the areas and regions whose weeks do. */
export interface WeeksCompared extends Checked {
  units: number[];
  areas: number[];
  regions: number[];
}

/** Recomputes rollups from raw answers. */
@Injectable()
export class SelfCheckQueries {
  constructor(private readonly db: Database) {}

  /**
   * Compares a random sample of unit weeks with the raw answers behind them, in one snapshot. Half are drawn from the
   * rollups (a cell that should not be there is found), half from the raw answers (a cell that is missing is found).
   */
  async compareUnitWeeks(size: number): Promise<Compared> {
    const row = await this.db.one<Compared>(
      `with ${BOUNDS}, sample as (
              (${drawn(UNIT_WEEK)})
              union
              select r.unit_id, r.week
                from ${DRAWN_ANSWERS} r),
            recomputed as (
              select s.unit_id, s.week, raw.* from sample s cross join lateral (
                select ${countingSums('r', '1')} from survey_response r
                 where r.unit_id = s.unit_id and r.week = s.week
                   and r.answered_at >= s.week::timestamp at time zone 'Europe/London'
                   and r.answered_at < (s.week + 7)::timestamp at time zone 'Europe/London') raw)
       select count(*)::int as cells,
              ${differing('w', 'c.unit_id')}
         from recomputed c left join unit_week w on w.unit_id = c.unit_id and w.week = c.week`,
      [size],
    );
    return row ?? { ...NOTHING_CHECKED, places: [] };
  }

  /** The same for area days: the answers of all units that count in the area on the day. */
  async compareAreaDays(size: number): Promise<Compared> {
    const row = await this.db.one<Compared>(
      `with ${BOUNDS}, sample as (
              (${drawn(AREA_DAY)})
              union
              select place.area_id, ${dayOf('r')}
                from ${DRAWN_ANSWERS} r
                join answer_place place on place.unit_id = r.unit_id and place.valid @> ${dayOf('r')}
                 and place.area_id is not null),
            recomputed as (
              select s.area_id, s.day, raw.* from sample s cross join lateral (
                select ${countingSums('r', '1')}
                  from answer_place place
                  join survey_response r on r.unit_id = place.unit_id
                   and r.answered_at >= ${startOf('s.day')} and r.answered_at < ${before('s.day + 1')}
                 where place.area_id = s.area_id and place.valid @> s.day) raw)
       select count(*)::int as cells,
              ${differing('d', 'c.area_id')}
         from recomputed c left join area_day d on d.area_id = c.area_id and d.day = c.day`,
      [size],
    );
    return row ?? { ...NOTHING_CHECKED, places: [] };
  }

  /**
   * All quarters of some units against their weeks, all weeks of some areas against their days, and of some regions against the
   * weeks of their areas: what pages of an area's year, of regions and of the network read.
   */
  async compareWeeks(size: number): Promise<WeeksCompared> {
    const row = await this.db.one<WeeksCompared>(
      `with drawn_unit as (select id from unit order by random() limit $1),
            drawn_area as (select id from area order by random() limit $1),
            drawn_region as (select id from region order by random() limit $1),
            of_unit as (
              select coalesce(w.unit_id, c.unit_id) as id, ${DIFFERS} as wrong
                from (select * from unit_quarter where unit_id in (select id from drawn_unit)) w
                full join (select d.unit_id, quarter_of(d.week) as starts_on, ${SUMS}
                             from drawn_unit join unit_week d on d.unit_id = drawn_unit.id
                            group by 1, 2) c using (unit_id, starts_on)),
            of_area as (
              select coalesce(w.area_id, c.area_id) as id, ${DIFFERS} as wrong
                from (select * from area_week where area_id in (select id from drawn_area)) w
                full join (select d.area_id, place.region_id, monday_of(d.day) as week, ${SUMS}
                             from drawn_area join area_day d on d.area_id = drawn_area.id
                             join area_region place on place.area_id = d.area_id and place.valid @> d.day
                            group by 1, 2, 3) c using (area_id, region_id, week)),
            of_region as (
              select coalesce(w.region_id, c.region_id) as id, ${DIFFERS} as wrong
                from (select * from region_week where region_id in (select id from drawn_region)) w
                full join (select d.region_id, d.week, ${SUMS} from drawn_region join area_week d on d.region_id = drawn_region.id
                            group by 1, 2) c using (region_id, week))
       select count(*)::int as cells, count(*) filter (where wrong)::int as differences,
              array(select distinct id from of_unit where wrong) as units,
              array(select distinct id from of_area where wrong) as areas,
              array(select distinct id from of_region where wrong) as regions
         from (select wrong from of_unit union all select wrong from of_area union all select wrong from of_region) cell`,
      [size],
    );
    return row ?? { ...NOTHING_CHECKED, units: [], areas: [], regions: [] };
  }

  /** Every unit: whether its answers count where it stood, unless they are known to be on their way. */
  async comparePlaces(): Promise<Checked> {
    const row = await this.db.one<Checked>(
      `with misplaced as (${MISPLACED})
       select (select count(distinct unit_id)::int from answer_place) as cells,
              (select count(*)::int from misplaced
                where unit_id not in (select unit_id from answer_move)) as differences`,
    );
    return row ?? NOTHING_CHECKED;
  }
}

const NOTHING_CHECKED: Checked = { cells: 0, differences: 0 };

const BOUNDS = 'bounds as (select min(id) as low, max(id) as high from survey_response)';

/** $1 answers by lot, as `r`: each the first on or after a number between `BOUNDS`. */
const DRAWN_ANSWERS = `(select low + floor(random() * (high - low + 1))::bigint as from_id
                         from bounds, generate_series(1, $1)) pick
               cross join lateral (select unit_id, week, answered_at from survey_response
                                    where id >= pick.from_id order by id limit 1)`;

/**
 * $1 cells by lot: each the first on or after a place and a day that were drawn, so that some keys are read and never the whole
 * rollup, which a program that sends its answers one by one has checked all day long.
 */
const drawn = ({ table, key: [place, time] }: Rollup) => `
  select cell.*
    from (select low + floor(random() * (high - low + 1))::int as place,
                 first + floor(random() * (last - first + 1))::int as time
            from (select min(${place}) as low, max(${place}) as high from ${table}) places,
                 (select min(week) as first, max(week) + 6 as last from unit_week) weeks, generate_series(1, $1) offset 0) pick
   cross join lateral (select ${place}, ${time} from ${table} where (${place}, ${time}) >= (pick.place, pick.time)
                        order by ${place}, ${time} limit 1) cell`;

const differing = (alias: string, place: string) => {
  const differs = `(${columns(alias)}) is distinct from (${columns('c')})`;
  return `count(*) filter (where ${differs})::int as differences,
              coalesce(array_agg(distinct ${place}) filter (where ${differs}), '{}') as places`;
};

const SUMS = COUNT_COLUMNS.map((column) => `sum(d.${column})::int as ${column}`).join(', ');

const columns = (alias: string) => COUNT_COLUMNS.map((column) => `${alias}.${column}`).join(', ');

const DIFFERS = `(${columns('w')}) is distinct from (${columns('c')})`;
