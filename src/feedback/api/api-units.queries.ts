import { Injectable } from '@nestjs/common';
import { reachParams } from '../../network/reach-params.js';
import type { Reach } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import type { IsoDate } from '../../platform/dates.js';
import type { UnitKind } from '../../network/imports/codes.js';
import { LIFE_OF_UNIT } from '../imports/imports.queries.js';
import type { KnownUnit } from '../imports/unit-finder.js';
import { COUNT_COLUMNS, type CountRow, type Counts, countsOf } from '../metrics/counts.js';

export interface NamedUnit {
  id: number;
  code: string;
  name: string;
  kind: UnitKind;
}

/**
 * Beyond its reach an account finds what it would find at a code that nobody has; closed units lie where they stood last.
 * Asked of the places only where the reach is not the whole network.
 */
const WITHIN = `($2::boolean or u.id in (select unit_id from places_in_reach($2, $3, $4, $5, $6::date)))`;
const REACHED = '($2::boolean or u.id in (select unit_id from reached))';

/** Units as programs name them, and what customers said of each: by code, within an account's reach of today. */
@Injectable()
export class ApiUnitsQueries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Those of the codes that are units, and what they merged into, with the days on which each stood in an area; closed ones
   * lie where they stood last.
   */
  known(codes: readonly string[], reach: Reach): Promise<KnownUnit[]> {
    return this.db.query<KnownUnit>(
      `with recursive reached as (select unit_id from places_in_reach($2, $3, $4, $5, $6::date)),
       named as (
         select u.id from unit u where u.code = any ($1) and ${REACHED}
         union
         select u.id from named join unit_merger m on m.unit_id = named.id join unit u on u.id = m.successor_id
          where ${REACHED})
       select u.id, u.code, u.name, ${LIFE_OF_UNIT}
         from named join unit u on u.id = named.id join unit_place p on p.unit_id = u.id group by u.id`,
      [codes, ...reachParams(reach, this.clock.today())],
    );
  }

  byCode(code: string, reach: Reach): Promise<NamedUnit | null> {
    return this.db.one<NamedUnit>(`select u.id, u.code, u.name, u.kind from unit u where u.code = $1 and ${WITHIN}`, [
      code,
      ...reachParams(reach, this.clock.today()),
    ]);
  }

  /** Those of the response ids that a unit beyond the reach has in this source: to correct them would take them from it. */
  async ofOthers(tx: Tx, sourceId: number, keys: readonly string[], reach: Reach): Promise<string[]> {
    if (reach.network) return [];
    const rows = await tx.query<{ key: string }>(
      `select s.response_key as key from survey_response s join unit u on u.id = s.unit_id
        where s.source_id = $7 and s.response_key = any ($1) and not ${WITHIN}`,
      [keys, ...reachParams(reach, this.clock.today()), sourceId],
    );
    return rows.map(({ key }) => key);
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
