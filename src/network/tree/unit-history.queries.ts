import { Injectable } from '@nestjs/common';
import type { Actor, Role } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import type { IsoDate } from '../../platform/dates.js';
import type { Nation, UnitKind } from '../imports/codes.js';
import { reachParams } from '../reach-params.js';
import type { Standing } from './tree.queries.js';

/** Where a unit stood from a day to a day, the last one included; null while it stands there. */
export interface Stay {
  areaCode: string;
  areaName: string;
  regionCode: string;
  regionName: string;
  from: IsoDate;
  to: IsoDate | null;
}

export interface Leader {
  reference: string;
  name: string;
  role: Role;
  from: IsoDate;
  to: IsoDate | null;
}

export interface UnitHistory {
  code: string;
  name: string;
  kind: UnitKind;
  nation: Nation;
  standing: Standing;
  people: number;
  /** The latest first. */
  stays: Stay[];
  leaders: Leader[];
}

/** One unit through the years. */
@Injectable()
export class UnitHistoryQueries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Null outside reach; a closed unit is reached where it stood last. */
  of(actor: Actor, code: string): Promise<UnitHistory | null> {
    return this.db.one<UnitHistory>(
      `select u.code, u.name, u.kind, u.nation,
              case when place.valid @> $5::date then 'open' when lower(place.valid) > $5::date then 'coming' else 'closed' end as standing,
              (select count(*)::int from posting p where p.unit_id = u.id and p.main and p.valid @> $5::date) as people,
              (${STAYS}) as stays, coalesce((${LEADERS}), '[]') as leaders
         from unit u
         join places_in_reach($1, $2, $3, $4, $5::date) place on place.unit_id = u.id
        where u.code = $6`,
      [...reachParams(actor.reach, this.clock.today()), code],
    );
  }
}

const STAYS = `
  select jsonb_agg(jsonb_build_object('areaCode', a.code, 'areaName', a.name, 'regionCode', r.code, 'regionName', r.name,
           'from', lower(pl.valid), 'to', upper(pl.valid) - 1) order by pl.valid desc)
    from unit_place pl join area a on a.id = pl.area_id join region r on r.id = pl.region_id where pl.unit_id = u.id`;

const LEADERS = `
  select jsonb_agg(jsonb_build_object('reference', person.reference, 'name', person.name, 'role', p.role,
           'from', lower(p.valid), 'to', upper(p.valid) - 1) order by upper(p.valid) desc nulls first, lower(p.valid) desc)
    from posting p join person on person.id = p.person_id
   where p.unit_id = u.id and p.role in ('postmaster', 'departmentManager')`;
