import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { ChangesQueries } from './changes.queries.js';
import { AREA_REGION, POSTING, type SpanTable, UNIT_AREA } from './kept-rows.queries.js';

/** Makes rows again what they were before an import, in sets; what came with it and is pointed at is left to others. */
@Injectable()
export class PutBackQueries {
  constructor(private readonly changes: ChangesQueries) {}

  async people(tx: Tx, changeId: number): Promise<void> {
    await putSpansBack(tx, POSTING, changeId);
    // Addresses that changed hands go back over nobody.
    await tx.query(`update person set email = null from (${kept('person')}) k where k.row_id = person.id`, [changeId]);
    await putWordsBack(tx, 'person', ['name', 'email'], changeId);
  }

  /** @param undoId under which the days are kept on which units stand where they stood before */
  async network(tx: Tx, changeId: number, undoId: number): Promise<void> {
    await tx.query(TOUCHED, [changeId]);
    await tx.query('analyze touched_unit');
    await this.changes.rememberPlaces(tx, TOUCHED_UNITS);
    await putSpansBack(tx, AREA_REGION, changeId);
    await putSpansBack(tx, UNIT_AREA, changeId);
    await putSpansBack(tx, UNIT_MERGER, changeId);
    await tx.query('select refresh_unit_place(array(select unit_id from touched_unit))');
    await putWordsBack(tx, 'unit', ['name', 'kind', 'nation'], changeId);
    await putWordsBack(tx, 'area', ['name'], changeId);
    await putWordsBack(tx, 'region', ['name'], changeId);
    await this.changes.keepUnitDays(tx, undoId, TOUCHED_UNITS);
  }
}

const UNIT_MERGER = { table: 'unit_merger' } as const;

const TOUCHED_UNITS = 'select unit_id from touched_unit';

/** Every unit whose own link, or whose area's, is another since the import: as it is now, and as it was. */
const TOUCHED = `
  create temp table touched_unit on commit drop as
  with link as (
    select target, coalesce(was, became) as row from network_change_row
     where change_id = $1 and target in ('unit_area', 'area_region')),
  area as (select (row ->> 'area_id')::int as id from link where target = 'area_region')
  select (row ->> 'unit_id')::int as unit_id from link where target = 'unit_area'
  union
  select unit_id from unit_area where area_id in (select id from area)`;

/** What is gone comes back with its own number, and what came goes. */
async function putSpansBack(
  tx: Tx,
  { table }: Pick<SpanTable, 'table'> | typeof UNIT_MERGER,
  changeId: number,
): Promise<void> {
  await tx.query(
    `delete from ${table} it using network_change_row k
      where k.change_id = $1 and k.target = '${table}' and k.became is not null and k.row_id = it.id`,
    [changeId],
  );
  await tx.query(
    `insert into ${table} overriding system value
     select row.* from network_change_row k cross join lateral jsonb_populate_record(null::${table}, k.was) row
      where k.change_id = $1 and k.target = '${table}' and k.was is not null`,
    [changeId],
  );
}

async function putWordsBack(tx: Tx, table: string, keys: readonly string[], changeId: number): Promise<void> {
  const set = keys.map((key) => `${key} = k.was ->> '${key}'`).join(', ');
  await tx.query(`update ${table} set ${set} from (${kept(table)}) k where k.row_id = ${table}.id`, [changeId]);
}

/** Rows that were there before. */
const kept = (table: string) =>
  `select row_id, was from network_change_row where change_id = $1 and target = '${table}' and was is not null`;
