/**
 * The rollups: exact sums of the answers by unit and ISO week, and by area and day, both of London. Whoever adds, changes or
 * takes away responses moves both in the same transaction, so that a page may read them instead of the answers.
 */
import type { Tx } from '../../platform/database/tx.js';
import { COUNT_COLUMNS } from '../metrics/counts.js';
import { dayOf, openPlaces } from './answer-places.queries.js';
import { ANSWER_COLUMNS, countingSums } from './counting-sql.js';

export interface Rollup {
  table: string;
  /** The columns that name a cell. */
  key: readonly [place: string, time: string];
  /** The same two of a response, as SQL over its columns and those that `placed` adds. */
  keyOf(alias: string): readonly [place: string, time: string];
  /** What has to be joined to a response for that. */
  placed(alias: string): string;
}

export const UNIT_WEEK: Rollup = {
  table: 'unit_week',
  key: ['unit_id', 'week'],
  keyOf: (alias) => [`${alias}.unit_id`, `${alias}.week`],
  placed: () => '',
};

/** A response counts in the area where its unit stood on the day, as `answer_place` has it. */
export const AREA_DAY: Rollup = {
  table: 'area_day',
  key: ['area_id', 'day'],
  keyOf: (alias) => ['place.area_id', dayOf(alias)],
  placed: (alias) =>
    `join answer_place place on place.unit_id = ${alias}.unit_id and place.valid @> ${dayOf(alias)} and place.area_id is not null`,
};

export const ROLLUPS: readonly Rollup[] = [UNIT_WEEK, AREA_DAY];

/** The columns of `survey_response` that decide where and how a response counts. */
export const COUNTED_COLUMNS: readonly string[] = ['unit_id', 'week', 'answered_at', ...ANSWER_COLUMNS, 'comment'];

/**
 * Adds and takes away what `moved` says: the SQL of rows with `COUNTED_COLUMNS` and a `weight` of +1 or -1, or without a
 * weight where everything only adds, which is faster. An emptied cell is removed: empty and absent must not be two states.
 * @returns how many cells were written
 */
export async function moveRollups(
  tx: Tx,
  moved: string,
  params: unknown[] = [],
  how: 'adds' | 'weighs' = 'weighs',
): Promise<number> {
  let cells = 0;
  await openPlaces(tx, `select unit_id from (${moved}) moved`, params);
  for (const rollup of ROLLUPS) {
    const weight = how === 'adds' ? '1' : 'moved.weight';
    cells += (await tx.one<{ n: number }>(moveSql(rollup, moved, weight), params))?.n ?? 0;
    if (how === 'weighs') await tx.query(dropEmptySql(rollup, moved), params);
  }
  await tx.query(forgetStandingsSql(moved), params);
  return cells;
}

/** Cells are taken in key order, so that two writers can never wait for each other. */
function moveSql({ table, key, keyOf, placed }: Rollup, moved: string, weight: string): string {
  const keys = keyOf('moved').join(', ');
  const add = COUNT_COLUMNS.map((column) => `${column} = ${table}.${column} + excluded.${column}`).join(', ');
  return `with written as (
            insert into ${table} (${key.join(', ')}, ${COUNT_COLUMNS.join(', ')})
            select ${keys}, ${countingSums('moved', weight)} from (${moved}) moved ${placed('moved')}
             group by ${keys} order by ${keys}
            on conflict (${key.join(', ')}) do update set ${add} returning 1)
          select count(*)::int as n from written`;
}

/** A standing looks back over 52 weeks: those that hold a week which moved are worked out anew. */
function forgetStandingsSql(moved: string): string {
  return `delete from unit_standing s using (select distinct unit_id, week from (${moved}) moved) touched
           where s.unit_id = touched.unit_id and s.week >= touched.week and s.week < touched.week + 364`;
}

function dropEmptySql({ table, key, keyOf, placed }: Rollup, moved: string): string {
  const [place, time] = keyOf('moved');
  return `delete from ${table} cell
           using (select distinct ${place} as place, ${time} as time
                    from (${moved}) moved ${placed('moved')} where moved.weight < 0) touched
           where cell.${key[0]} = touched.place and cell.${key[1]} = touched.time and cell.responses = 0`;
}
