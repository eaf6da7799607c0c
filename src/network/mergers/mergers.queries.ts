import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Database } from '../../platform/database/database.js';
import type { IsoDate } from '../../platform/dates.js';
import { reachParams } from '../reach-params.js';

/** One end of a merger; `on` is the last day of the unit that merged. */
export interface MergedWith {
  code: string;
  name: string;
  on: IsoDate;
  /** Whether the actor may open its history: closed units lie where they stood last. */
  reached: boolean;
}

/** What a unit merged into, and what merged into it. */
export interface MergersOfUnit {
  into: MergedWith[];
  from: MergedWith[];
}

/** Mergers of one unit, for pages that have looked whether it is in reach. */
@Injectable()
export class MergersQueries {
  constructor(private readonly db: Database) {}

  /** The latest first; those to come too. */
  async of(actor: Actor, code: string, today: IsoDate): Promise<MergersOfUnit> {
    const rows = await this.db.query<MergedWith & { end: 'into' | 'from' }>(
      `with ends as (
         select 'into' as "end", v.id, v.code, v.name, m.merged_on
           from unit u join unit_merger m on m.unit_id = u.id join unit v on v.id = m.successor_id where u.code = $6
         union all
         select 'from', v.id, v.code, v.name, m.merged_on
           from unit u join unit_merger m on m.successor_id = u.id join unit v on v.id = m.unit_id where u.code = $6)
       select e."end", e.code, e.name, e.merged_on as "on",
              exists (select from places_in_reach($1, $2, $3, $4, $5::date) r where r.unit_id = e.id) as reached
         from ends e order by e.merged_on desc, e.name, e.code`,
      [...reachParams(actor.reach, today), code],
    );
    const at = (end: 'into' | 'from') =>
      rows.filter((row) => row.end === end).map(({ end: _, ...merger }): MergedWith => merger);
    return { into: at('into'), from: at('from') };
  }
}

/** SQL for the one into which `unit` merged when a stretch of days ended, as `{code, name}`; null when it did not. */
export const MERGED_AT_END = (unit: string, valid: string): string => `
  (select jsonb_build_object('code', v.code, 'name', v.name) from unit_merger m join unit v on v.id = m.successor_id
    where m.unit_id = ${unit} and m.merged_on = upper(${valid}) - 1)`;
