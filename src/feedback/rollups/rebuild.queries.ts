/** Rollups counted anew where they turned out wrong. What was wrong is kept (`rollup_repair`). */
import type { Tx } from '../../platform/database/tx.js';
import { COUNT_COLUMNS } from '../metrics/counts.js';
import { before, dayOf, standStill, startOf } from './answer-places.queries.js';
import { countingSums } from './counting-sql.js';
import { AREA_DAY, type Rollup, UNIT_WEEK } from './rollups.queries.js';

export type RollupName = 'unit_week' | 'area_day';

/**
 * Counts all cells of these places from the answers, while no answer lands and none is moved.
 * @param placeIds units of `unit_week`, areas of `area_day`
 * @returns how many cells had been wrong
 */
export async function rebuild(tx: Tx, name: RollupName, placeIds: readonly number[]): Promise<number> {
  const { rollup, recount } = ROLLUPS[name];
  await standStill(tx);
  await tx.query(`create temp table recounted on commit drop as ${recount}`, [placeIds]);
  const wrong = await tx.query<{ id: number }>(keepWrong(rollup), [placeIds, tx.now]);
  if (wrong.length > 0) {
    await tx.query(`delete from ${rollup.table} where ${rollup.key[0]} = any ($1)`, [placeIds]);
    await tx.query(`insert into ${rollup.table} (${columns(rollup)}) select ${columns(rollup)} from recounted`);
    if (name === 'unit_week') await tx.query('delete from unit_standing where unit_id = any ($1)', [placeIds]);
  }
  await tx.query('drop table recounted');
  return wrong.length;
}

/** Adds up all weeks of these areas from their days, and of these regions and those of the areas from the weeks of theirs. */
export async function rebuildWeeks(tx: Tx, areaIds: readonly number[], regionIds: readonly number[]): Promise<void> {
  await standStill(tx);
  await tx.query(
    `select count_weeks_anew($1::int[], array(select region_id from area_region where area_id = any ($1)
                                              union select unnest($2::int[])))`,
    [areaIds, regionIds],
  );
}

const columns = ({ key }: Rollup) => [...key, ...COUNT_COLUMNS].join(', ');

const ROLLUPS: Record<RollupName, { rollup: Rollup; recount: string }> = {
  unit_week: {
    rollup: UNIT_WEEK,
    recount: `select r.unit_id, r.week, ${countingSums('r', '1')} from survey_response r
               where r.unit_id = any ($1) group by 1, 2`,
  },
  area_day: {
    rollup: AREA_DAY,
    recount: `select place.area_id, ${dayOf('r')} as day, ${countingSums('r', '1')}
                from answer_place place
                join survey_response r on r.unit_id = place.unit_id
                 and r.answered_at >= ${startOf('lower(place.valid)')} and r.answered_at < ${before('upper(place.valid)')}
               where place.area_id = any ($1) group by 1, 2`,
  },
};

const counts = (alias: string) => COUNT_COLUMNS.map((column) => `${alias}.${column}`).join(', ');

const keepWrong = ({ table, key: [place, time] }: Rollup) => `
  insert into rollup_repair (rollup, place_id, cell_on, was, became, found_at)
  select '${table}', coalesce(kept.${place}, it.${place}), coalesce(kept.${time}, it.${time}),
         to_jsonb(kept) - '${place}' - '${time}', to_jsonb(it) - '${place}' - '${time}', $2
    from (select * from ${table} where ${place} = any ($1)) kept
    full join recounted it on it.${place} = kept.${place} and it.${time} = kept.${time}
   where (${counts('kept')}) is distinct from (${counts('it')}) order by 2, 3
  returning id`;
