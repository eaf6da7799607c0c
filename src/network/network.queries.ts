import { Injectable } from '@nestjs/common';
import type { Actor, Role } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { IsoDate } from '../platform/dates.js';
import type { Nation, UnitKind } from './imports/codes.js';
import { FOLLOWS_UP, reachAs } from './reach.js';
import { reachParams } from './reach-params.js';

/** A unit with the place where it stands on the day asked about. */
export interface UnitPlace {
  id: number;
  code: string;
  name: string;
  kind: UnitKind;
  nation: Nation;
  areaId: number;
  areaCode: string;
  areaName: string;
  regionId: number;
  regionCode: string;
  regionName: string;
}

export interface ClosedUnit extends UnitPlace {
  /** Its last day. */
  closedOn: IsoDate;
}

export interface AreaPlace {
  id: number;
  code: string;
  name: string;
  regionId: number;
  regionCode: string;
  regionName: string;
}

export interface RegionPlace {
  id: number;
  code: string;
  name: string;
}

export interface PersonInPost {
  personId: number;
  reference: string;
  name: string;
  unitId: number;
}

/**
 * Places and people, always within the actor's reach. A code outside it answers null, just as one that nobody has.
 * The day is today unless given.
 */
@Injectable()
export class NetworkQueries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  unitByCode(actor: Actor, code: string, day = this.clock.today()): Promise<UnitPlace | null> {
    return this.db.one<UnitPlace>(`${UNITS} where u.code = $6`, [...reachParams(actor.reach, day), code]);
  }

  /** One that has closed, as it stood on its last day and for whoever reaches where it stood; null while it is open. */
  async closedUnitByCode(actor: Actor, code: string): Promise<ClosedUnit | null> {
    const last = await this.db.one<{ day: IsoDate }>(
      `select max(upper(p.valid)) - 1 as day from unit u join unit_place p on p.unit_id = u.id
        where u.code = $1 having bool_and(upper(p.valid) <= $2::date) and bool_and(not upper_inf(p.valid))`,
      [code, this.clock.today()],
    );
    const unit = last && (await this.unitByCode(actor, code, last.day));
    return unit && { ...unit, closedOn: last.day };
  }

  /** Those of the codes that the actor reaches; the others are missing, known or not. */
  unitsByCodes(actor: Actor, codes: readonly string[], day = this.clock.today()): Promise<UnitPlace[]> {
    return this.db.query<UnitPlace>(`${UNITS} where u.code = any ($6) order by u.name, u.code`, [
      ...reachParams(actor.reach, day),
      codes,
    ]);
  }

  unitsOfArea(actor: Actor, areaId: number, day = this.clock.today()): Promise<UnitPlace[]> {
    return this.db.query<UnitPlace>(`${UNITS} where a.id = $6 order by u.name, u.code`, [
      ...reachParams(actor.reach, day),
      areaId,
    ]);
  }

  unitsInReach(actor: Actor, day = this.clock.today()): Promise<UnitPlace[]> {
    return this.db.query<UnitPlace>(`${UNITS} order by u.name, u.code`, reachParams(actor.reach, day));
  }

  areaByCode(actor: Actor, code: string, day = this.clock.today()): Promise<AreaPlace | null> {
    return this.db.one<AreaPlace>(`${AREAS} and a.code = $5`, [...areaReach(actor, day), code]);
  }

  areasInReach(actor: Actor, day = this.clock.today()): Promise<AreaPlace[]> {
    return this.db.query<AreaPlace>(`${AREAS} order by a.name, a.code`, areaReach(actor, day));
  }

  areasOfRegion(actor: Actor, regionId: number, day = this.clock.today()): Promise<AreaPlace[]> {
    return this.db.query<AreaPlace>(`${AREAS} and r.id = $5 order by a.name, a.code`, [
      ...areaReach(actor, day),
      regionId,
    ]);
  }

  regionByCode(actor: Actor, code: string): Promise<RegionPlace | null> {
    return this.db.one<RegionPlace>('select id, code, name from region where code = $1 and ($2 or id = any ($3))', [
      code,
      actor.reach.network,
      actor.reach.regionIds,
    ]);
  }

  regionsInReach(actor: Actor): Promise<RegionPlace[]> {
    return this.db.query<RegionPlace>(
      'select id, code, name from region where $1 or id = any ($2) order by name, code',
      [actor.reach.network, actor.reach.regionIds],
    );
  }

  /** Who counts in these units on a day: main postings, without people on long leave. */
  peopleInPost(unitIds: readonly number[], day = this.clock.today()): Promise<PersonInPost[]> {
    return this.db.query<PersonInPost>(
      `select i.person_id as "personId", p.reference, p.name, i.unit_id as "unitId"
         from in_post($1::date) i join person p on p.id = i.person_id
        where i.unit_id = any ($2) order by p.name, p.reference`,
      [day, unitIds],
    );
  }

  /**
   * The units in which the actor may see who finished what, or for another list of roles, those over which one of them is
   * held: a colleague opens the page of the own unit but leads nobody there, and a right over one unit is none over another.
   */
  async unitIdsLed(
    actor: Actor,
    roles: readonly Role[] = FOLLOWS_UP,
    day: IsoDate = this.clock.today(),
  ): Promise<number[]> {
    const rows = await this.db.query<{ id: number }>(
      'select unit_id as id from units_in_reach($1, $2, $3, $4, $5::date)',
      reachParams(reachAs(actor, roles), day),
    );
    return rows.map((row) => row.id);
  }
}

const UNITS = `
  select u.id, u.code, u.name, u.kind, u.nation, a.id as "areaId", a.code as "areaCode", a.name as "areaName",
         r.id as "regionId", r.code as "regionCode", r.name as "regionName"
    from units_in_reach($1, $2, $3, $4, $5::date) reach
    join unit u on u.id = reach.unit_id join area a on a.id = reach.area_id join region r on r.id = reach.region_id`;

const AREAS = `
  select a.id, a.code, a.name, r.id as "regionId", r.code as "regionCode", r.name as "regionName"
    from area a join area_region ar on ar.area_id = a.id and ar.valid @> $4::date join region r on r.id = ar.region_id
   where ($1 or r.id = any ($2) or a.id = any ($3))`;

function areaReach(actor: Actor, day: IsoDate): [boolean, number[], number[], IsoDate] {
  return [actor.reach.network, actor.reach.regionIds, actor.reach.areaIds, day];
}
