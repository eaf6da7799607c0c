import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** Somebody who may be asked by name. */
export interface FoundPerson {
  personId: number;
  reference: string;
  name: string;
  unitName: string;
}

/** Whom a manager may ask: people whose main posting is in a unit they lead today; null stands for the whole network. */
export type Led = readonly number[] | null;

export const MOST_FOUND = 20;

@Injectable()
export class PeopleSearchQueries {
  constructor(private readonly db: Database) {}

  /** By a part of the name, or the whole reference; one more than is shown, so that the page can say there are others. */
  search(words: string, led: Led, today: string): Promise<FoundPerson[]> {
    return this.db.query<FoundPerson>(
      `${IN_REACH} and (person.reference = $3 or person.name ilike '%' || $4 || '%')
        order by person.reference = $3 desc, person.name, person.reference limit ${MOST_FOUND + 1}`,
      [today, led, words, words.replace(/[\\%_]/g, '\\$&')],
    );
  }

  byReferences(references: readonly string[], led: Led, today: string): Promise<FoundPerson[]> {
    return this.db.query<FoundPerson>(
      `${IN_REACH} and person.reference = any ($3) order by person.name, person.reference`,
      [today, led, references],
    );
  }
}

const IN_REACH = `
  select person.id as "personId", person.reference, person.name, u.name as "unitName"
    from person
    join posting p on p.person_id = person.id and p.main and p.valid @> $1::date
    join unit u on u.id = p.unit_id
   where ($2::int[] is null or p.unit_id = any ($2))`;
