import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Database } from '../../platform/database/database.js';
import { beginning, holding } from '../../platform/database/like.js';
import type { IsoDate } from '../../platform/dates.js';
import type { Nation, UnitKind } from '../imports/codes.js';
import { MERGED_AT_END } from '../mergers/mergers.queries.js';
import { reachParams } from '../reach-params.js';

/** Open on the day, closed before it, or still to open. */
export type Standing = 'open' | 'closed' | 'coming';

export interface AreaNamed {
  code: string;
  name: string;
}

export interface AreaNode extends AreaNamed {
  regionCode: string;
  regionName: string;
  standing: Standing;
  /** First day with the region, and the last; null while it is open. */
  from: IsoDate;
  to: IsoDate | null;
  /** Open units, and people whose main posting is in them. */
  units: number;
  people: number;
  managers: string[];
}

export interface UnitNode {
  code: string;
  name: string;
  kind: UnitKind;
  nation: Nation;
  areaCode: string;
  areaName: string;
  standing: Standing;
  /** First day in the area, and the last; null while it is open. */
  from: IsoDate;
  to: IsoDate | null;
  people: number;
  leaders: string[];
  /** What it merges into at the end of `to`. */
  mergedInto: { code: string; name: string } | null;
}

/** Regions, areas and units within reach as a day has them, with how many people work there. */
@Injectable()
export class TreeQueries {
  constructor(private readonly db: Database) {}

  /**
   * By region and area, those that are open first. People are counted by unit before their units are looked for: over a whole
   * network that is half the work.
   */
  areas(actor: Actor, day: IsoDate): Promise<AreaNode[]> {
    const inReach = actor.reach.network ? '' : 'and unit_id in (select unit_id from here)';
    return this.db.query<AreaNode>(
      `with here as (select unit_id, area_id from units_in_reach($1, $2, $3, $4, $5::date)),
       staff as (
         select unit_id, count(*) as people from posting
          where main and unit_id is not null and valid @> $5::date ${inReach} group by unit_id),
       size as (
         select area_id, count(*)::int as units, sum(people)::int as people
           from here left join staff using (unit_id) group by area_id)
       ${AREAS('left join size sizes on sizes.area_id = a.id')}
        order by r.name, r.code, placed.valid @> $5::date desc, a.name, a.code`,
      reachParams(actor.reach, day),
    );
  }

  /** What the areas in reach are called, which is little to ask beside how large they are. */
  areaNames(actor: Actor, day: IsoDate): Promise<AreaNamed[]> {
    const areas = AREAS('cross join (select 0 as units, 0 as people) sizes');
    return this.db.query<AreaNamed>(`select code, name from (${areas}) area`, reachParams(actor.reach, day));
  }

  /** Those of the areas that are in reach, open ones first. */
  areasOf(actor: Actor, codes: readonly string[], day: IsoDate): Promise<AreaNode[]> {
    const sizes = `cross join lateral (
      select count(distinct place.unit_id)::int as units, count(p.id)::int as people
        from unit_place place
        left join posting p on p.unit_id = place.unit_id and p.main and p.valid @> $5::date
       where place.area_id = a.id and place.valid @> $5::date) sizes`;
    return this.db.query<AreaNode>(
      `${AREAS(sizes)} and a.code = any ($6) order by placed.valid @> $5::date desc, a.name, a.code`,
      [...reachParams(actor.reach, day), codes],
    );
  }

  /** Null outside reach. */
  async area(actor: Actor, code: string, day: IsoDate): Promise<AreaNode | null> {
    return (await this.areasOf(actor, [code], day))[0] ?? null;
  }

  /** Those of the areas that the actor reaches on a day, by their codes. */
  async areasNamed(actor: Actor, codes: readonly string[], day: IsoDate): Promise<Set<string>> {
    const rows = await this.db.query<{ code: string }>(
      `select a.code from area a join area_region ar on ar.area_id = a.id and ar.valid @> $4::date
        where a.code = any ($5) and ($1 or ar.region_id = any ($2) or a.id = any ($3))`,
      [actor.reach.network, actor.reach.regionIds, actor.reach.areaIds, day, codes],
    );
    return new Set(rows.map((row) => row.code));
  }

  /** Of one area, those that are open first; closed ones stood there last, those that come will stand there first. */
  unitsOfArea(actor: Actor, areaCode: string, day: IsoDate): Promise<UnitNode[]> {
    return this.db.query<UnitNode>(`${UNITS(IN_REACH)} where a.code = $6 order by ${ORDER}`, [
      ...reachParams(actor.reach, day),
      areaCode,
    ]);
  }

  /** Those units whose codes somebody leads without an area: a postmaster's own. */
  units(actor: Actor, day: IsoDate): Promise<UnitNode[]> {
    return this.db.query<UnitNode>(`${UNITS(IN_REACH)} order by ${ORDER}`, reachParams(actor.reach, day));
  }

  /**
   * By words of the name, or by how the code begins. What is called so is found first, and only its place is asked for: a
   * part of a name is a question to an index, while the places of a whole network are many.
   */
  search(
    actor: Actor,
    { words, prefix }: { words: readonly string[]; prefix: string },
    day: IsoDate,
    most: number,
  ): Promise<UnitNode[]> {
    const named = words.map((_, at) => `search_name like $${at + 8}`).join(' and ');
    return this.db.query<UnitNode>(
      `with found as materialized (select id from unit where (${named}) or lower(code) like $6),
       placed as (
         select distinct on (p.unit_id) p.* from unit_place p where p.unit_id in (select id from found)
          order by p.unit_id, lower(p.valid) > $5::date, abs(lower(p.valid) - $5::date))
       ${UNITS('placed')}
        where $1 or place.region_id = any ($2) or place.area_id = any ($3) or place.unit_id = any ($4)
        order by lower(u.code) like $6 desc, ${ORDER} limit $7`,
      [...reachParams(actor.reach, day), beginning(prefix.toLowerCase()), most, ...words.map(holding)],
    );
  }

  /** Words of the names of units in reach, to hold a misspelt one against. */
  async wordsInReach(actor: Actor, day: IsoDate): Promise<string[]> {
    const rows = await this.db.query<{ word: string }>(
      `select distinct word
         from (select string_agg(unit.search_name, ' ') as names from units_in_reach($1, $2, $3, $4, $5::date) place
                 join unit on unit.id = place.unit_id) all_of_them
        cross join string_to_table(names, ' ') word`,
      reachParams(actor.reach, day),
    );
    return rows.map(({ word }) => word);
  }
}

const STANDING = (valid: string) => `
  case when ${valid} @> $5::date then 'open' when lower(${valid}) > $5::date then 'coming' else 'closed' end as standing,
  lower(${valid})::text as "from", (upper(${valid}) - 1)::text as "to"`;

/** Areas where the day has them; a closed one where it stood last, one that comes where it will stand first. */
const AREAS = (sizes: string) => `
  select a.code, a.name, r.code as "regionCode", r.name as "regionName", ${STANDING('placed.valid')},
         coalesce(sizes.units, 0) as units, coalesce(sizes.people, 0) as people,
         array(select person.name from posting p join person on person.id = p.person_id
                where p.area_id = a.id and p.valid @> $5::date order by p.main desc, person.name) as managers
    from (select distinct on (ar.area_id) ar.area_id, ar.region_id, ar.valid from area_region ar
           order by ar.area_id, lower(ar.valid) > $5::date, abs(lower(ar.valid) - $5::date)) placed
    join area a on a.id = placed.area_id join region r on r.id = placed.region_id ${sizes}
   where ($1 or r.id = any ($2) or a.id = any ($3)) and $4::int[] is not null`;

const ORDER = `place.valid @> $5::date desc, lower(place.valid) > $5::date desc, u.name, u.code`;

const IN_REACH = 'places_in_reach($1, $2, $3, $4, $5::date)';

/** @param places units with the place that the day gives them */
const UNITS = (places: string) => `
  select u.code, u.name, u.kind, u.nation, a.code as "areaCode", a.name as "areaName", ${STANDING('place.valid')},
         ${MERGED_AT_END('u.id', 'place.valid')} as "mergedInto",
         (select count(*)::int from posting p where p.unit_id = u.id and p.main and p.valid @> $5::date) as people,
         array(select person.name from posting p join person on person.id = p.person_id
                where p.unit_id = u.id and p.role in ('postmaster', 'departmentManager') and p.valid @> $5::date
                order by p.main desc, person.name) as leaders
    from ${places} place
    join unit u on u.id = place.unit_id join area a on a.id = place.area_id`;
