import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { IsoDate } from '../../platform/dates.js';

/** Somebody whose name stands on a shared device. */
export interface CounterPerson {
  personId: number;
  reference: string;
  name: string;
}

@Injectable()
export class CounterQueries {
  constructor(private readonly db: Database) {}

  /** Who works in the unit on a day, by name. */
  people(unitId: number, today: IsoDate): Promise<CounterPerson[]> {
    return this.db.query<CounterPerson>(
      `select p.id as "personId", p.reference, p.name from at_counter($1, $2::date) c join person p on p.id = c.person_id
        order by p.name, p.id`,
      [unitId, today],
    );
  }
}
