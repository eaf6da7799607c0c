import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { IsoDate } from '../../platform/dates.js';
import type { PersonCells } from '../imports/person-row.js';
import type { UnitCells } from '../imports/unit-row.js';

type Empty<Cells> = { [Column in keyof Cells]-?: string | null };

/** What is known in the rows of the two files, read as they are sent. @param day only what holds on it */
@Injectable()
export class ExportsQueries {
  constructor(private readonly db: Database) {}

  units(day: IsoDate | null): AsyncGenerator<Empty<UnitCells>, void> {
    return this.db.stream(UNITS, [day]);
  }

  people(day: IsoDate | null): AsyncGenerator<Empty<PersonCells>, void> {
    return this.db.stream(PEOPLE, [day]);
  }
}

/** The last day is included in the files, and not in a daterange. */
const DAYS = `lower(days) as "from", upper(days) - 1 as "to"`;

const UNITS = `
  select r.code as region_code, r.name as region_name, a.code as area_code, a.name as area_name, u.code as unit_code,
         u.name as unit_name, u.kind, u.nation, ${DAYS}, successor.code as merged_into
    from (select unit_id, area_id, region_id, unnest(range_agg(valid)) as days from unit_place group by 1, 2, 3) stood
    join unit u on u.id = stood.unit_id join area a on a.id = stood.area_id join region r on r.id = stood.region_id
    left join unit_merger m on m.unit_id = u.id and m.merged_on = upper(days) - 1
    left join unit successor on successor.id = m.successor_id
   where $1::date is null or days @> $1::date
   order by u.code, lower(days)`;

/**
 * Of two jobs from one day the one that is, or first becomes, the main one comes first: an import into an empty database
 * then makes the same of them, also where a third job is the main one on the day they begin.
 */
const PEOPLE = `
  select p.reference, p.name, p.email, coalesce(u.code, a.code, r.code) as unit_code, held.role, ${DAYS}
    from (select person_id, unit_id, area_id, region_id, role, unnest(range_agg(valid)) as days,
                 range_agg(valid) filter (where main) as main_days
            from posting group by 1, 2, 3, 4, 5) held
    join person p on p.id = held.person_id
    left join unit u on u.id = held.unit_id left join area a on a.id = held.area_id left join region r on r.id = held.region_id
   where $1::date is null or days @> $1::date
   order by p.reference, lower(days), lower(main_days * days::datemultirange), held.role, unit_code`;
