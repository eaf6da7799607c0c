import { Injectable } from '@nestjs/common';
import { reachParams } from '../../../network/reach-params.js';
import type { Reach } from '../../../platform/actor.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import type { IsoDate } from '../../../platform/dates.js';
import type { Metric } from '../metric.js';

/** A value as a program reads it. */
export interface ReadValue {
  place: string | null;
  day: IsoDate;
  value: number;
  weight: number | null;
}

/** The values of one place as programs read them, within an account's reach of today. */
@Injectable()
export class SentValuesQueries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Null when no place within the reach has the code. */
  async placeNamed({ level }: Metric, code: string, reach: Reach): Promise<number | null> {
    if (level === 'network') return code === '' ? 0 : null;
    const row = await this.db.one<{ id: number }>(`select id from ${level} x where x.code = $6 and ${WITHIN[level]}`, [
      ...reachParams(reach, this.clock.today()),
      code,
    ]);
    return row?.id ?? null;
  }

  /** Oldest first, to `to`, which is today at the latest. */
  values(metricId: number, placeId: number, from: IsoDate, to: IsoDate): Promise<ReadValue[]> {
    return this.db.query<ReadValue>(
      `select starts_on as day, value::float8 as value, weight::float8 as weight from metric_value
        where metric_id = $1 and place_id = $2 and starts_on between $3 and $4 order by starts_on`,
      [metricId, placeId, from, to],
    );
  }
}

const WITHIN: Record<Exclude<Metric['level'], 'network'>, string> = {
  unit: 'x.id in (select unit_id from places_in_reach($1, $2, $3, $4, $5::date))',
  area: `exists (select from area_region ar where ar.area_id = x.id and ar.valid @> $5::date and $4::int[] is not null
          and ($1 or ar.region_id = any ($2) or ar.area_id = any ($3)))`,
  region: `($1 or x.id = any ($2)) and $3::int[] is not null and $4::int[] is not null and $5::date is not null`,
};
