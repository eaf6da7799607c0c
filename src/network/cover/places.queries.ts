import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { IsoDate } from '../../platform/dates.js';
import type { Place } from '../reach.js';

/** Places by their ids, and people in whose units something is done. */
export interface PlacesNamed {
  unitIds?: readonly number[];
  areaIds?: readonly number[];
  regionIds?: readonly number[];
  personIds?: readonly number[];
}

@Injectable()
export class PlacesQueries {
  constructor(private readonly db: Database) {}

  /** Where these stand on a day, each with what stands above it. */
  of({ unitIds = [], areaIds = [], regionIds = [], personIds = [] }: PlacesNamed, day: IsoDate): Promise<Place[]> {
    return this.db.query<Place>(
      `select p.unit_id as "unitId", p.area_id as "areaId", p.region_id as "regionId" from unit_place p
        where p.valid @> $1::date
          and p.unit_id in (select unnest($2::int[]) union
                            select o.unit_id from posting o where o.main and o.valid @> $1::date and o.person_id = any ($5))
       union all
       select null, ar.area_id, ar.region_id from area_region ar where ar.valid @> $1::date and ar.area_id = any ($3)
       union all
       select null, null, region_id from unnest($4::int[]) region_id`,
      [day, unitIds, areaIds, regionIds, personIds],
    );
  }
}
