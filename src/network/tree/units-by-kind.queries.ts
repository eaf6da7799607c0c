import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { IsoDate } from '../../platform/dates.js';
import { Lasting } from '../../platform/lasting.js';
import type { UnitKind } from '../imports/codes.js';

export interface UnitsOfKind {
  kind: UnitKind;
  units: number;
}

/**
 * How many units of each kind the whole network has on a day. Pages of the network ask it each time; where units stand changes
 * by imports and their undoing alone, so that it is counted once for each of those.
 */
@Injectable()
export class UnitsByKindQueries {
  private readonly counted = new Lasting<string, UnitsOfKind[]>(100);

  constructor(private readonly db: Database) {}

  async on(day: IsoDate): Promise<UnitsOfKind[]> {
    const found = await this.db.one<{ state: string }>(STATE);
    return (await this.counted.get(`${found?.state} ${day}`, () => this.count(day))) ?? [];
  }

  private count(day: IsoDate): Promise<UnitsOfKind[]> {
    return this.db.query<UnitsOfKind>(
      `select u.kind, count(*)::int as units from unit_place p join unit u on u.id = p.unit_id
        where p.valid @> $1::date group by u.kind order by u.kind`,
      [day],
    );
  }
}

/** Another one after each import and each undo, and once the first units are there. */
const STATE = `select concat((select max(id) from network_change), '/', (select max(id) from unit)) as state`;
