import { Injectable } from '@nestjs/common';
import { reachParams } from '../../../network/reach-params.js';
import type { Reach } from '../../../platform/actor.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import { LIFE_OF_UNIT } from '../../imports/imports.queries.js';
import type { MetricLevel } from '../metric.js';
import type { KnownPlace } from './find-place.js';

/** The places that a file or a program may name. */
@Injectable()
export class KnownPlacesQueries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** All of a level; of the network none is needed. */
  async all(level: MetricLevel): Promise<KnownPlace[]> {
    if (level === 'network') return [];
    return this.db.query<KnownPlace>(level === 'unit' ? UNITS : others(level));
  }

  /** Those within a reach of today; units that have closed lie where they stood last. */
  async within(level: MetricLevel, reach: Reach): Promise<KnownPlace[]> {
    if (reach.network) return this.all(level);
    if (level === 'network') return [];
    const ids = await this.db.query<{ id: number }>(REACHED[level], reachParams(reach, this.clock.today()));
    const reached = new Set(ids.map(({ id }) => id));
    return (await this.all(level)).filter(({ id }) => reached.has(id));
  }
}

const UNITS = `
  select u.id, u.code, u.name, json_build_object('kind', u.kind, 'places', life.places, 'mergers', life.mergers) as unit
    from unit u join (select u.id, ${LIFE_OF_UNIT} from unit u join unit_place p on p.unit_id = u.id group by u.id) life
      on life.id = u.id`;

const others = (level: 'area' | 'region') => `select id, code, name, null as unit from ${level}`;

const REACHED: Record<Exclude<MetricLevel, 'network'>, string> = {
  unit: 'select unit_id as id from places_in_reach($1, $2, $3, $4, $5::date)',
  area: `select distinct area_id as id from area_region
          where ($1 or region_id = any ($2) or area_id = any ($3)) and valid @> $5::date and $4::int[] is not null`,
  region: `select id from region where ($1 or id = any ($2)) and $3::int[] is not null and $4::int[] is not null
            and $5::date is not null`,
};
