import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { addDays, type IsoDate } from '../../../platform/dates.js';
import type { Place } from '../../../network/reach.js';
import { UnitsByKindQueries } from '../../../network/tree/units-by-kind.queries.js';
import type { Weeks } from '../../metrics/period.js';
import type { Cell } from '../cells.js';
import type { Audience, Metric } from '../metric.js';
import { METRIC_COLUMNS } from '../metrics.queries.js';

/** A place with a page; the id is null for the network. */
export interface NumbersOf {
  level: 'network' | 'region' | 'area' | 'unit';
  id: number | null;
}

/** A metric with what it came to at one place. */
export interface MetricAt extends Metric {
  /** Oldest first. */
  cells: Cell[];
  /** Places of the page that have the number, on the last day: 46 branches. Null where the number is that of the place. */
  expected: number | null;
}

const ABOVE = {
  unit: 'select area_id as "areaId", region_id as "regionId" from unit_place where unit_id = $1 and valid @> $2::date',
  area: 'select area_id as "areaId", region_id as "regionId" from area_region where area_id = $1 and valid @> $2::date',
};

/** Days that a number which comes once a month or less often may lie back. */
const LONG_AGO = 1100;

/** The section "Other numbers" of a page: one statement, bounded by metrics and weeks however many values there are. */
@Injectable()
export class NumbersQueries {
  constructor(
    private readonly db: Database,
    private readonly units: UnitsByKindQueries,
  ) {}

  /** Above what a place stands today, for asking who belongs to which audience there. */
  async standsIn({ level, id }: NumbersOf, today: IsoDate): Promise<Place> {
    if (level === 'network' || id === null) return { regionId: null };
    if (level === 'region') return { regionId: id };
    const row = await this.db.one<{ areaId: number; regionId: number }>(ABOVE[level], [id, today]);
    if (level === 'area') return { areaId: id, regionId: row?.regionId ?? null };
    return { unitId: id, areaId: row?.areaId ?? null, regionId: row?.regionId ?? null };
  }

  /** @param audiences those to which the reader belongs at the place (audience.ts) */
  async at(place: NumbersOf, audiences: readonly Audience[], weeks: Weeks): Promise<MetricAt[]> {
    const of = STATEMENTS[place.level];
    const lastDay = addDays(weeks.to, 6);
    const counted = place.level === 'network' ? await this.countedUnits(lastDay) : [];
    return this.db.query<MetricAt>(
      `with ${of.standing ?? NOBODY}
       select ${METRIC_COLUMNS}, coalesce(found.cells, '[]') as cells, ${EXPECTED[place.level]} as expected
         from custom_metric m
         left join lateral (
           select json_agg(json_build_object('bucket', c.bucket, 'places', c.places, 'n', c.n, 'total', c.total::float8,
                    'weight', c.weight::float8, 'weighted', c.weighted::float8) order by c.bucket) as cells
             from (${of.cells}) c) found on true
        where m.retired_at is null and m.audience = any ($2) and ${of.shown}
        order by m.name, m.id`,
      [place.id ?? 0, audiences, weeks.from, lastDay, ...counted],
    );
  }

  /** The units of the network, by kind: $5 and $6 of its statement. */
  private async countedUnits(day: IsoDate): Promise<unknown[]> {
    const kinds = await this.units.on(day);
    return [kinds.map(({ kind }) => kind), kinds.map(({ units }) => units)];
  }
}

const FROM = `(case when m.grain in ('day', 'week') and m.kind <> 'level' then $3::date else $3::date - ${LONG_AGO} end)`;

const cellsOf = (level: string) => `
  select * from metric_cell c where c.metric_id = m.id and c.level = '${level}' and c.place_id = $1
     and c.bucket between ${FROM} and $4::date`;

/** Of one unit: its own values, those of its days by the week. */
const UNIT_CELLS = `
  select (case when m.grain = 'day' and m.kind <> 'level' then date_trunc('week', v.starts_on)::date else v.starts_on end)
           as bucket, count(distinct v.place_id) as places, count(*) as n, sum(v.value) as total,
         sum(coalesce(v.weight, 1)) as weight, sum(v.value * coalesce(v.weight, 1)) as weighted
    from metric_value v
   where v.unit_id = $1 and v.metric_id = m.id and v.starts_on between ${FROM} and $4::date
   group by 1`;

const NOBODY = 'standing as (select null::text as kind, 0::bigint as n where false)';

const standingIn = (which: string) => `
  standing as materialized (
    select u.kind, count(*) as n from unit_place p join unit u on u.id = p.unit_id
     where p.valid @> $4::date and ${which} group by u.kind)`;

const UNITS_EXPECTED = `(select coalesce(sum(n), 0)::int from standing
  where cardinality(m.unit_kinds) = 0 or kind = any (m.unit_kinds))`;

const AREAS_EXPECTED = (which: string) =>
  `(select count(*)::int from area_region ar where ar.valid @> $4::date and ${which})`;

const EXPECTED: Record<NumbersOf['level'], string> = {
  unit: 'null::int',
  area: `case m.level when 'unit' then ${UNITS_EXPECTED} end`,
  region: `case m.level when 'unit' then ${UNITS_EXPECTED} when 'area' then ${AREAS_EXPECTED('ar.region_id = $1')} end`,
  network: `case m.level when 'unit' then ${UNITS_EXPECTED} when 'area' then ${AREAS_EXPECTED('true')}
    when 'region' then (select count(*)::int from region) end`,
};

interface Statement {
  shown: string;
  cells: string;
  standing?: string;
}

const STATEMENTS: Record<NumbersOf['level'], Statement> = {
  unit: {
    shown: `m.level = 'unit' and (cardinality(m.unit_kinds) = 0
      or (select u.kind from unit u where u.id = $1) = any (m.unit_kinds))`,
    cells: UNIT_CELLS,
  },
  area: { shown: `m.level in ('unit', 'area')`, cells: cellsOf('area'), standing: standingIn('p.area_id = $1') },
  region: {
    shown: `m.level in ('unit', 'area', 'region')`,
    cells: cellsOf('region'),
    standing: standingIn('p.region_id = $1'),
  },
  network: {
    shown: 'true',
    cells: cellsOf('network'),
    standing: 'standing as (select * from unnest($5::text[], $6::int[]) counted (kind, n))',
  },
};
