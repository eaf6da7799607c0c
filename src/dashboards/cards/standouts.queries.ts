import { Injectable } from '@nestjs/common';
import { reachParams } from '../../network/reach-params.js';
import type { Actor } from '../../platform/actor.js';
import { Database } from '../../platform/database/database.js';
import { type IsoDate, lastClosedWeek } from '../../platform/dates.js';
import type { Driver } from '../../platform/drivers.js';
import type { Standout } from './voices.js';

export interface StandoutsAsked {
  placeId: number;
  mood: Standout['mood'];
  /** Units where this driver is the weak one stand first. */
  driver: Driver | null;
}

/** Which units of an area or a region its card can name: read from kept standings, so that it costs the same however many answered. */
@Injectable()
export class StandoutsQueries {
  constructor(private readonly db: Database) {}

  /**
   * At most three units each, by how many customers of the last four weeks found it hard (or easy): counts, not scores, so
   * that nothing is ranked on few answers. The units are an array, so that the standings of a region are found in one walk
   * along their key: neither one by one nor among all of the network.
   */
  of(actor: Actor, level: 'area' | 'region', asked: readonly StandoutsAsked[], today: IsoDate): Promise<Standout[]> {
    if (asked.length === 0) return Promise.resolve([]);
    return this.db.query<Standout>(
      `select wanted.place_id as "placeId", wanted.mood, u.id as "unitId", u.code, u.name, found.customers
         from unnest($7::int[], $8::text[], $9::text[]) wanted (place_id, mood, driver)
        cross join lateral (
          select s.unit_id, case wanted.mood when 'happy' then s.recent_top else s.recent_n - s.recent_top end as customers,
                 wanted.mood = 'unhappy' and wanted.driver in (s.weakest, s.fell) as weak
            from unit_standing s
           where s.week = $6 and s.unit_id = any (array(
             select place.unit_id from units_in_reach($1, $2, $3, $4, $5::date) place where place.${level}_id = wanted.place_id))
           order by weak desc nulls last, customers desc, s.unit_id limit 3) found
         join unit u on u.id = found.unit_id
        where found.customers > 0
        order by found.weak desc nulls last, found.customers desc`,
      [
        ...reachParams(actor.reach, today),
        lastClosedWeek(today),
        asked.map(({ placeId }) => placeId),
        asked.map(({ mood }) => mood),
        asked.map(({ driver }) => driver),
      ],
    );
  }
}
