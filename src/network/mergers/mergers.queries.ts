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
    const row = await this.db.one<MergersOfUnit>(
      `with ends as (
         select 'into' as "end", v.id, v.code, v.name, m.merged_on
           from unit u join unit_merger m on m.unit_id = u.id join unit v on v.id = m.successor_id where u.code = $6
         union all
         select 'from', v.id, v.code, v.name, m.merged_on
           from unit u join unit_merger m on m.successor_id = u.id join unit v on v.id = m.unit_id where u.code = $6)
       select ${AT_END('into')} as "into", ${AT_END('from')} as "from" from ends e`,
      [...reachParams(actor.reach, today), code],
    );
    return row ?? { into: [], from: [] };
  }
}

const AT_END = (end: keyof MergersOfUnit): string => `coalesce(jsonb_agg(
  jsonb_build_object('code', e.code, 'name', e.name, 'on', e.merged_on, 'reached',
    exists (select from places_in_reach($1, $2, $3, $4, $5::date) r where r.unit_id = e.id))
  order by e.merged_on desc, e.name, e.code) filter (where e."end" = '${end}'), '[]')`;

/** SQL for the one into which `unit` merged when a stretch of days ended, as `{code, name}`; null when it did not. */
export const MERGED_AT_END = (unit: string, valid: string): string => `
  (select jsonb_build_object('code', v.code, 'name', v.name) from unit_merger m join unit v on v.id = m.successor_id
    where m.unit_id = ${unit} and m.merged_on = upper(${valid}) - 1)`;
