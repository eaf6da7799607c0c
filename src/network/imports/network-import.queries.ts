import { Injectable } from '@nestjs/common';
import { copyInto } from '../../platform/database/copy.js';
import type { Tx } from '../../platform/database/tx.js';
import type { IsoDate } from '../../platform/dates.js';
import { ChangesQueries } from '../changes/changes.queries.js';
import { add, AREA_REGION, rename, takeAway, UNIT_AREA } from '../changes/kept-rows.queries.js';
import type { StagingQueries } from './import-plan.js';
import { MergerImportQueries, MERGERS_THAT_CHANGE } from '../mergers/merger-import.queries.js';
import { rejecting, setRejectedAside } from './staging.queries.js';

/** The units file against regions, areas and units, a whole file at a time. `timeline.ts` says the rule in words. */
@Injectable()
export class NetworkImportQueries implements StagingQueries {
  constructor(
    private readonly changes: ChangesQueries,
    private readonly mergers: MergerImportQueries,
  ) {}

  async stage(tx: Tx, lines: AsyncIterable<string>): Promise<void> {
    await tx.query(`
      create temp table staged_unit (line int primary key, region_code text, region_name text, area_code text,
        area_name text, unit_code text, unit_name text, kind text, nation text, valid daterange, merged_into text,
        bad_column text, bad_reason text) on commit drop`);
    await copyInto(tx, 'staged_unit', lines);
    await setRejectedAside(tx, 'staged_unit');
    await tx.query('analyze staged_unit');
  }

  async reject(tx: Tx): Promise<void> {
    await tx.query(rejecting(CONTRADICTIONS));
    await tx.query(rejecting(AREA_IN_TWO_REGIONS));
    await this.mergers.reject(tx);
  }

  async compare(tx: Tx): Promise<void> {
    await tx.query(COMPARE);
    await tx.query('analyze difference');
  }

  async endAbsent(tx: Tx, day: IsoDate): Promise<number> {
    await tx.query(END_ABSENT, [day]);
    return (await tx.one<{ n: number }>(HOLDING, [day]))?.n ?? 0;
  }

  async apply(tx: Tx, changeId: number): Promise<void> {
    await tx.query(rename('region', ['name'], REGIONS), [changeId]);
    await tx.query(rename('area', ['name'], AREAS), [changeId]);
    await tx.query(rename('unit', ['name', 'kind', 'nation'], UNITS), [changeId]);
    await tx.query(NEXT_AREA_REGION);
    await tx.query(NEXT_UNIT_AREA);
    await tx.query(TOUCHED);
    await tx.query('analyze next_area_region; analyze next_unit_area; analyze touched_unit');
    await this.changes.rememberPlaces(tx, TOUCHED_UNITS);
    await tx.query(takeAway(AREA_REGION, 'next_area_region'), [changeId]);
    await tx.query(add(AREA_REGION, 'next_area_region'), [changeId]);
    await tx.query(takeAway(UNIT_AREA, 'next_unit_area'), [changeId]);
    await tx.query(add(UNIT_AREA, 'next_unit_area'), [changeId]);
    await this.mergers.apply(tx, changeId);
    await tx.query('select refresh_unit_place(array(select unit_id from touched_unit))');
    await this.changes.keepUnitDays(tx, changeId, TOUCHED_UNITS);
  }
}

/** Two rows that call one thing by two names, or place one unit twice on a day: the later one is refused. */
const CONTRADICTIONS = `
  with told as (
    select line, region_code, region_name, area_code, area_name, unit_code, unit_name, kind, nation, valid,
           first_value(line) over region region_line, first_value(region_name) over region region_said,
           first_value(line) over area area_line, first_value(area_name) over area area_said,
           first_value(line) over unit unit_line, first_value(unit_name) over unit unit_said,
           first_value(kind) over unit kind_said, first_value(nation) over unit nation_said,
           max(coalesce(upper(valid), 'infinity')) over (partition by unit_code order by lower(valid), line
             rows between unbounded preceding and 1 preceding) as placed_until
      from staged_unit
    window region as (partition by region_code order by line), area as (partition by area_code order by line),
           unit as (partition by unit_code order by line)
  ), refused as (
    select line, case
        when region_name <> region_said
          then array['regionNames', region_code, region_name, region_said, region_line::text]
        when area_name <> area_said
          then array['areaNames', area_code, area_name, area_said, area_line::text]
        when unit_name <> unit_said
          then array['unitNames', unit_code, unit_name, unit_said, unit_line::text]
        when (kind, nation) <> (kind_said, nation_said)
          then array['unitKinds', unit_code, unit_line::text]
        when lower(valid) < placed_until
          then array['unitTwice', unit_code]
      end as said,
      case
        when region_name <> region_said then 'region_name'
        when area_name <> area_said then 'area_name'
        when unit_name <> unit_said then 'unit_name'
        when (kind, nation) <> (kind_said, nation_said) then 'kind'
        else 'from'
      end as "column"
      from told
  )
  delete from staged_unit s using refused r where r.line = s.line and r.said is not null returning s.line, r."column", r.said`;

const AREA_IN_TWO_REGIONS = `
  with stood as (
    select area_code, region_code, min(line) as line, range_agg(valid) as days from staged_unit group by 1, 2
  )
  delete from staged_unit s using stood here, stood other
   where here.area_code = s.area_code and here.region_code = s.region_code
     and other.area_code = s.area_code and other.line < here.line and other.days && s.valid
  returning s.line, 'region_code' as "column", 
    array['areaTwice', s.area_code, s.region_code, other.region_code, other.line::text] as said`;

/** A row is moved when the unit stood in another area, or its area in another region, on a day that the row speaks of. */
const COMPARE = `
  create temp table difference on commit drop as
  with said as (select unit_code, area_code, range_agg(valid) as days from staged_unit group by 1, 2),
  since as (select unit_code, daterange(min(lower(valid)), null) as days from staged_unit group by 1),
  known as (
    select s.unit_code, a.code as area_code, range_agg(ua.valid * s.days) as days
      from since s join unit u on u.code = s.unit_code join unit_area ua on ua.unit_id = u.id and ua.valid && s.days
      join area a on a.id = ua.area_id group by 1, 2),
  dropped as (
    select distinct k.unit_code from known k
     where not exists (select 1 from said s where s.unit_code = k.unit_code and s.area_code = k.area_code)),
  elsewhere as (
    select s.line, min(k.area_code) as area_code from staged_unit s
      join known k on k.unit_code = s.unit_code and k.area_code <> s.area_code and k.days && s.valid group by 1),
  known_region as (select area_id, region_id, range_agg(valid) as days from area_region group by 1, 2),
  other_region as (
    select s.line, min(r.code) as region_code from staged_unit s join area a on a.code = s.area_code
      join area_region ar on ar.area_id = a.id and ar.valid && s.valid
      join region r on r.id = ar.region_id and r.code <> s.region_code group by 1),
  merger as (${MERGERS_THAT_CHANGE})
  select s.line, s.unit_code as code, s.unit_name as name, lower(s.valid) as since, u.id as unit_id,
         coalesce(e.area_code, o.region_code) as was,
         case when e.line is null and o.line is not null then s.region_code else s.area_code end as now,
         case
           when u.id is null then 'new'
           when e.line is not null or o.line is not null then 'moved'
           when said.days is distinct from known.days or d.unit_code is not null
             or kr.days is null or not kr.days @> s.valid or m.merger is not null
             or (u.name, u.kind, u.nation, a.name, r.name)
                is distinct from (s.unit_name, s.kind, s.nation, s.area_name, s.region_name) then 'changed'
           else 'unchanged'
         end as change,
         m.merger
    from staged_unit s
    left join merger m on m.line = s.line
    join said on said.unit_code = s.unit_code and said.area_code = s.area_code
    left join known on known.unit_code = s.unit_code and known.area_code = s.area_code
    left join dropped d on d.unit_code = s.unit_code
    left join elsewhere e on e.line = s.line
    left join other_region o on o.line = s.line
    left join unit u on u.code = s.unit_code
    left join area a on a.code = s.area_code
    left join region r on r.code = s.region_code
    left join known_region kr on kr.area_id = a.id and kr.region_id = r.id`;

const REGIONS = 'select distinct region_code as code, region_name as name from staged_unit where line > 0';
const AREAS = 'select distinct area_code as code, area_name as name from staged_unit where line > 0';
const UNITS = 'select distinct unit_code as code, unit_name as name, kind, nation from staged_unit where line > 0';

/** An area stands in the region that its rows name, on the days they speak of; on other days nothing was said. */
const NEXT_AREA_REGION = `
  create temp table next_area_region on commit drop as
  with painted as (
    select a.id as area_id, r.id as region_id, range_agg(s.valid) as days
      from staged_unit s join area a on a.code = s.area_code join region r on r.code = s.region_code
     where s.line > 0 group by 1, 2),
  said as (select area_id, range_agg(days) as days from painted group by 1),
  known as (select area_id, region_id, range_agg(valid) as days from area_region group by 1, 2),
  touched as (
    select distinct p.area_id from painted p left join known k on k.area_id = p.area_id and k.region_id = p.region_id
     where k.days is null or not k.days @> p.days),
  pieces as (
    select k.area_id, k.region_id, k.days - s.days as days from known k join said s on s.area_id = k.area_id
    union all select area_id, region_id, days from painted)
  select area_id, region_id, unnest(range_agg(days)) as valid from pieces
   where area_id in (select area_id from touched) group by 1, 2`;

const NEXT_UNIT_AREA = `
  create temp table next_unit_area on commit drop as
  with touched as (select distinct code from difference where change <> 'unchanged'),
  said as (
    select u.id as unit_id, a.id as area_id, s.valid
      from staged_unit s join unit u on u.code = s.unit_code join area a on a.code = s.area_code
     where s.unit_code in (select code from touched)),
  before as (select unit_id, daterange(null, min(lower(valid))) as days from said group by 1),
  pieces as (
    select ua.unit_id, ua.area_id, ua.valid * b.days as valid
      from unit_area ua join before b on b.unit_id = ua.unit_id and b.days && ua.valid
    union all select unit_id, area_id, valid from said)
  select unit_id, area_id, unnest(range_agg(valid)) as valid from pieces group by 1, 2`;

/** A unit stands elsewhere with its own link, or with that of an area in which it ever stood. */
const TOUCHED = `
  create temp table touched_unit on commit drop as
  select unit_id from next_unit_area
  union select unit_id from unit_area where area_id in (select area_id from next_area_region)`;

const TOUCHED_UNITS = 'select unit_id from touched_unit';

const HOLDING = 'select count(*) as n from unit_area where valid @> $1::date';

/**
 * A unit that stands today and that no row names, not as one that takes over another either: all it did since its open place
 * began, up to the day before.
 */
const END_ABSENT = `
  with absent as (
    select ua.unit_id, min(lower(ua.valid)) as since from unit_area ua join unit u on u.id = ua.unit_id
     where ua.valid @> $1::date and not exists (select from staged_unit s where s.unit_code = u.code) group by 1)
  insert into staged_unit (line, region_code, region_name, area_code, area_name, unit_code, unit_name, kind, nation, valid)
  select -row_number() over (order by u.code, ua.valid), coalesce(r.code, ''), coalesce(r.name, ''), a.code, a.name,
         u.code, u.name, u.kind, u.nation, ua.valid * daterange(null, $1::date)
    from absent join unit u on u.id = absent.unit_id
    join unit_area ua on ua.unit_id = absent.unit_id and ua.valid && daterange(absent.since, $1::date)
    join area a on a.id = ua.area_id
    left join area_region ar on ar.area_id = a.id and ar.valid @> ($1::date - 1)
    left join region r on r.id = ar.region_id
   where absent.since < $1::date
     and not exists (select from staged_unit s where s.merged_into = u.code and upper(s.valid) > $1::date)`;
