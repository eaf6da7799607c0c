import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { IsoDate } from '../../platform/dates.js';
import type { UnitKind } from '../../network/imports/codes.js';
import type { KnownUnit } from '../imports/unit-finder.js';
import { COUNT_COLUMNS, type CountRow, type Counts, countsOf } from '../metrics/counts.js';

export interface NamedUnit {
  id: number;
  code: string;
  name: string;
  kind: UnitKind;
}

/** Units as programs name them, and what customers said of each: the whole network, by code. */
@Injectable()
export class ApiUnitsQueries {
  constructor(private readonly db: Database) {}

  /** Those of the codes that are units, with the days on which each stood in an area. */
  known(codes: readonly string[]): Promise<KnownUnit[]> {
    return this.db.query<KnownUnit>(
      `select u.id, u.code, u.name, json_agg(json_build_object('from', coalesce(lower(p.valid), '-infinity')::date,
                'to', upper(p.valid)) order by p.valid) as places
         from unit u join unit_place p on p.unit_id = u.id where u.code = any ($1) group by u.id`,
      [codes],
    );
  }

  byCode(code: string): Promise<NamedUnit | null> {
    return this.db.one<NamedUnit>('select id, code, name, kind from unit where code = $1', [code]);
  }

  /** Weeks with an answer, oldest first. */
  async weeks(unitId: number, from: IsoDate, to: IsoDate): Promise<{ week: IsoDate; counts: Counts }[]> {
    const rows = await this.db.query<CountRow & { week: IsoDate }>(
      `select week, ${COUNT_COLUMNS.join(', ')} from unit_week
        where unit_id = $1 and week between $2 and $3 and responses > 0 order by week`,
      [unitId, from, to],
    );
    return rows.map((row) => ({ week: row.week, counts: countsOf(row) }));
  }
}
