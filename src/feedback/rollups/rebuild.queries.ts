/** Rollups counted anew where they turned out wrong. What was wrong is kept (`rollup_repair`). */
import type { Tx } from '../../platform/database/tx.js';
import { COUNT_COLUMNS } from '../metrics/counts.js';
import { before, dayOf, standStill, startOf } from './answer-places.queries.js';
import { countingSums } from './counting-sql.js';
import { AREA_DAY, type Rollup, UNIT_WEEK } from './rollups.queries.js';

/** Counted from the answers; and added up from the weeks of units and the days of areas. */
export type CountedName = 'unit_week' | 'area_day';
export type RollupName = CountedName | 'unit_quarter' | 'area_week' | 'region_week';

/**
 * Counts all cells of these places from the answers, while no answer lands and none is moved.
 * @param placeIds units of `unit_week`, areas of `area_day`
 * @returns how many cells had been wrong
 */
export async function rebuild(tx: Tx, name: CountedName, placeIds: readonly number[]): Promise<number> {
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

/**
 * Adds up all weeks of these areas from their days, and of these regions and those of the areas from the weeks of theirs.
 * @returns how many cells had been wrong
 */
export async function rebuildWeeks(tx: Tx, areaIds: readonly number[], regionIds: readonly number[]): Promise<number> {
  await standStill(tx);
  const regions = await tx.query<{ id: number }>(
    'select region_id as id from area_region where area_id = any ($1) union select unnest($2::int[])',
    [areaIds, regionIds],
  );
  const regionsTouched = regions.map(({ id }) => id);
  const ofAreas = await tx.query(keepWrong(AREA_WEEK, addedUp(AREA_WEEK.key)), [areaIds, tx.now]);
  const ofRegions = await tx.query(keepWrong(REGION_WEEK, addedUp(REGION_WEEK.key)), [regionsTouched, tx.now]);
  await tx.query('select count_weeks_anew($1::int[], $2::int[])', [areaIds, regionsTouched]);
  return ofAreas.length + ofRegions.length;
}

/**
 * Adds up all quarters of these units from their weeks.
 * @returns how many cells had been wrong
 */
export async function rebuildQuarters(tx: Tx, unitIds: readonly number[]): Promise<number> {
  await standStill(tx);
  const wrong = await tx.query(keepWrong(UNIT_QUARTER, QUARTERS), [unitIds, tx.now]);
  await tx.query('delete from unit_quarter where unit_id = any ($1)', [unitIds]);
  await tx.query(
    `insert into unit_quarter (${columns(UNIT_QUARTER)}) select ${columns(UNIT_QUARTER)} from ${QUARTERS} q`,
    [unitIds],
  );
  return wrong.length;
}

const UNIT_QUARTER = { table: 'unit_quarter', key: ['unit_id', 'starts_on'] };
const AREA_WEEK = { table: 'area_week', key: ['area_id', 'week', 'region_id'] };
const REGION_WEEK = { table: 'region_week', key: ['region_id', 'week'] };

/** The weeks of places from the days of areas. */
const addedUp = (key: readonly string[]) => `(
  select ${key.join(', ')}, ${COUNT_COLUMNS.map((column) => `sum(d.${column})::int as ${column}`).join(', ')}
    from (select d.*, place.region_id, monday_of(d.day) as week
            from area_day d join area_region place on place.area_id = d.area_id and place.valid @> d.day) d
   where d.${key[0]} = any ($1) group by ${key.join(', ')})`;

/** The quarters of units from their weeks. */
const QUARTERS = `(
  select w.unit_id, quarter_of(w.week) as starts_on, ${COUNT_COLUMNS.map((column) => `sum(w.${column})::int as ${column}`).join(', ')}
    from unit_week w where w.unit_id = any ($1) group by 1, 2)`;

const columns = ({ key }: { key: readonly string[] }) => [...key, ...COUNT_COLUMNS].join(', ');

const ROLLUPS: Record<CountedName, { rollup: Rollup; recount: string }> = {
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

/** A cell is named by its place and time, and where it needs more by that too. */
const keepWrong = ({ table, key }: { table: string; key: readonly string[] }, recounted = 'recounted') => `
  insert into rollup_repair (rollup, place_id, cell_on, was, became, found_at)
  select '${table}', ${key[0]}, ${key[1]}, ${bare('kept', key)}, ${bare('it', key)}, $2
    from (select * from ${table} where ${key[0]} = any ($1)) kept
    full join ${recounted} it using (${key.join(', ')})
   where (${counts('kept')}) is distinct from (${counts('it')}) order by 2, 3
  returning id`;

/** Null for a cell that is not there. */
const bare = (alias: string, key: readonly string[]) =>
  `case when ${alias}.responses is not null then to_jsonb(${alias}) - '{${key.join(',')}}'::text[] end`;
