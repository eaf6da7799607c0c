import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';

/** An import that changes something, or an undo of one. */
export interface NewChange {
  kind: 'network' | 'people';
  sha256: string;
  madeBy: number | null;
  undoes?: number;
}

/** One import at a time, so that one never compares with what another is about to change. */
const LOCK = `hashtext('network.import')`;

@Injectable()
export class ChangesQueries {
  /** Holds all other imports and undos off until the transaction ends. `wait` is called first when there is one. */
  async hold(tx: Tx, wait: () => void | Promise<void>): Promise<void> {
    const free = await tx.one<{ held: boolean }>(`select pg_try_advisory_xact_lock(${LOCK}) as held`);
    if (free?.held) return;
    await wait();
    await tx.query(`select pg_advisory_xact_lock(${LOCK})`);
  }

  /** Its id. */
  async begin(tx: Tx, { kind, sha256, madeBy, undoes }: NewChange): Promise<number> {
    const row = await tx.one<{ id: number }>(
      `insert into network_change (kind, undoes, sha256, made_by, made_at) values ($1, $2, $3, $4, $5) returning id`,
      [kind, undoes ?? null, sha256, madeBy, tx.now],
    );
    return row!.id;
  }

  /** What was kept of imports of this kind goes: only the last one can be undone, and only once. */
  async forgetRows(tx: Tx, kind: 'network' | 'people'): Promise<void> {
    await tx.query(
      'delete from network_change_row where change_id in (select id from network_change where kind = $1)',
      [kind],
    );
  }

  /** Under which number its file stands in the history of imports. */
  async nameFile(tx: Tx, id: number, fileImportId: number): Promise<void> {
    await tx.query('update network_change set file_import_id = $2 where id = $1', [id, fileImportId]);
  }

  /** Where these units stand, to be told afterwards where that is not so any more. `units` selects their ids. */
  async rememberPlaces(tx: Tx, units: string): Promise<void> {
    await tx.query(
      `create temp table place_before on commit drop as
       select unit_id, area_id, region_id, valid from unit_place where unit_id in (${units})`,
    );
  }

  /** Keeps the days on which units that were there before stand elsewhere. `units` as before. */
  async keepUnitDays(tx: Tx, id: number, units: string): Promise<void> {
    await tx.query(
      `with places as (
         select unit_id, area_id, region_id, coalesce(range_agg(valid) filter (where before), '{}') as was,
                coalesce(range_agg(valid) filter (where not before), '{}') as stands
           from (select *, true as before from place_before
                 union all select unit_id, area_id, region_id, valid, false from unit_place where unit_id in (${units})) told
          group by 1, 2, 3),
       moved as (
         select unit_id, range_agg(days) as days from places cross join lateral unnest((was - stands) + (stands - was)) days group by 1)
       insert into network_change_unit (change_id, unit_id, days)
       select $1::int, unit_id, days from moved
        where not exists (select from network_change_row r where r.change_id = $1 and r.target = 'unit'
                             and r.row_id = moved.unit_id and r.was is null)`,
      [id],
    );
  }

  async movedUnits(tx: Tx, id: number): Promise<boolean> {
    return (await tx.one('select from network_change_unit where change_id = $1 limit 1', [id])) !== null;
  }
}
