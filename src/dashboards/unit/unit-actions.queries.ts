import { Injectable } from '@nestjs/common';
import { coveredFor } from '../../network/cover/cover-name.queries.js';
import { reachParams } from '../../network/reach-params.js';
import type { Actor } from '../../platform/actor.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { type IsoDate, londonDate } from '../../platform/dates.js';

/** Something other than training that was changed at a unit. */
export interface UnitAction {
  happenedOn: IsoDate;
  words: string;
  recordedBy: string;
  /** The manager for whom they covered; null in their own right. */
  recordedFor: string | null;
}

export interface ActionToRecord {
  formToken: string;
  unitId: number;
  happenedOn: IsoDate;
  words: string;
  coverId: number | null;
}

@Injectable()
export class UnitActionsQueries {
  constructor(private readonly db: Database) {}

  /** What was recorded by now at a unit in reach, newest first. */
  of(actor: Actor, unitId: number, now: Date, limit = 50): Promise<UnitAction[]> {
    return this.db.query<UnitAction>(
      `select a.happened_on as "happenedOn", a.words, p.name as "recordedBy", ${coveredFor('a')} as "recordedFor"
         from units_in_reach($1, $2, $3, $4, $5::date) reach
         join unit_action a on a.unit_id = reach.unit_id join person p on p.id = a.recorded_by
        where reach.unit_id = $6 and a.recorded_at <= $7 and a.happened_on <= $5
        order by a.happened_on desc, a.id desc limit $8`,
      [...reachParams(actor.reach, londonDate(now)), unitId, now, limit],
    );
  }

  /** Records once per form token; false when it had been recorded already. */
  async record(tx: Tx, action: ActionToRecord, personId: number): Promise<boolean> {
    const row = await tx.one<{ id: number }>(
      `insert into unit_action (form_token, unit_id, happened_on, words, recorded_by, recorded_at, cover_id)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (form_token) do nothing returning id`,
      [action.formToken, action.unitId, action.happenedOn, action.words, personId, tx.now, action.coverId],
    );
    return row !== null;
  }
}
