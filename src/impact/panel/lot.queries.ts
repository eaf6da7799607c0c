import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { IsoDate } from '../../platform/dates.js';

/** What the lot said of one unit: it stays with the area it was dealt with, wherever it moves. */
export interface LotUnit {
  unitId: number;
  areaId: number;
  stratum: number;
  /** The Monday of its wave; null in the comparison, and in waves that never began because the plan was stopped. */
  startsOn: IsoDate | null;
}

/** Who was dealt to which wave. */
@Injectable()
export class LotQueries {
  constructor(private readonly db: Database) {}

  units(planId: number): Promise<LotUnit[]> {
    return this.db.query<LotUnit>(
      `select u.unit_id as "unitId", u.area_id as "areaId", a.stratum,
              case when w.begun_at is not null or p.stopped_at is null then w.starts_on end as "startsOn"
         from wave_unit u
         join wave_area a on a.plan_id = u.plan_id and a.area_id = u.area_id
         join wave_plan p on p.id = u.plan_id
         left join wave w on w.plan_id = a.plan_id and w.number = a.wave
        where u.plan_id = $1 order by u.unit_id`,
      [planId],
    );
  }
}
