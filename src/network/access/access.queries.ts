import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { PlaceKind } from '../roles.js';
import type { Held, Target } from './explain.js';

export interface PersonAsked {
  id: number;
  reference: string;
  name: string;
  held: Held[];
}

/** Everything that ever gave somebody a role, and where a place has ever stood. For administrators only. */
@Injectable()
export class AccessQueries {
  constructor(private readonly db: Database) {}

  person(reference: string): Promise<PersonAsked | null> {
    return this.db.one<PersonAsked>(
      `select who.id, who.reference, who.name, coalesce((
                select jsonb_agg(held order by held."from", held.role) from (
                  select 'posting' as via, p.role, ${PLACE('p')}, lower(p.valid) as "from", upper(p.valid) - 1 as "to",
                         null as "forName", null as source
                    from posting p ${NAMES('p')} where p.person_id = who.id
                  union all
                  select 'grant', g.role, 'network', null, '', '', lower(g.valid), upper(g.valid) - 1, null, g.source
                    from role_grant g where g.person_id = who.id
                  union all
                  select 'cover', c.role, ${PLACE('c')}, lower(c.valid * own.valid), upper(c.valid * own.valid) - 1,
                         giver.name, null
                    from cover c
                    join person giver on giver.id = c.for_person_id
                    join posting own on own.person_id = c.for_person_id and own.role = c.role and own.valid && c.valid
                     and (own.unit_id = c.unit_id or own.area_id = c.area_id or own.region_id = c.region_id)
                    ${NAMES('c')}
                   where c.deputy_id = who.id) held), '[]') as held
         from person who where who.reference = $1`,
      [reference],
    );
  }

  /** A place by its code; without a kind a unit before an area before a region. */
  place(code: string, kind: PlaceKind | null): Promise<Target | null> {
    return this.db.one<Target>(
      `select found.kind, found.id, found.code, found.name, coalesce(case found.kind
                when 'unit' then (
                  select jsonb_agg(jsonb_build_object('areaId', p.area_id, 'areaName', a.name, 'regionId', p.region_id,
                           'regionName', r.name, 'from', lower(p.valid), 'to', upper(p.valid) - 1) order by p.valid)
                    from unit_place p join area a on a.id = p.area_id join region r on r.id = p.region_id
                   where p.unit_id = found.id)
                when 'area' then (
                  select jsonb_agg(jsonb_build_object('areaId', null, 'areaName', null, 'regionId', ar.region_id,
                           'regionName', r.name, 'from', lower(ar.valid), 'to', upper(ar.valid) - 1) order by ar.valid)
                    from area_region ar join region r on r.id = ar.region_id where ar.area_id = found.id)
                end, '[]') as stands
         from (select 'unit' as kind, id, code, name, 1 as place from unit where code = $1
               union all select 'area', id, code, name, 2 from area where code = $1
               union all select 'region', id, code, name, 3 from region where code = $1) found
        where $2::text is null or found.kind = $2 order by found.place limit 1`,
      [code, kind],
    );
  }
}

const PLACE = (row: string) => `
  case when ${row}.unit_id is not null then 'unit' when ${row}.area_id is not null then 'area' else 'region' end as kind,
  coalesce(${row}.unit_id, ${row}.area_id, ${row}.region_id) as id, coalesce(u.code, a.code, r.code) as code,
  coalesce(u.name, a.name, r.name) as name`;

const NAMES = (row: string) => `
  left join unit u on u.id = ${row}.unit_id left join area a on a.id = ${row}.area_id
  left join region r on r.id = ${row}.region_id`;
