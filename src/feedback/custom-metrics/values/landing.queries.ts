/**
 * Lands values in sets: copied into a staging table, held against what is known, written, and the cells that they touch
 * worked out anew, all in the caller's transaction.
 */
import { copyInto, copyLine } from '../../../platform/database/copy.js';
import type { Tx } from '../../../platform/database/tx.js';
import { TooBusy } from '../../../platform/errors.js';
import type { IsoDate } from '../../../platform/dates.js';
import type { Grain, Metric } from '../metric.js';
import { bucketOf, openTouched, workOutCells } from './cells.queries.js';

/** A value on its way in. `unitId` is where it counts; `areaId` only for a metric of areas, `regionId` of regions. */
export interface StagedValue {
  /** Where it stood in its file: line and column, or its place in a list. */
  line: number;
  column: number;
  /** Of the unit, area or region that was named; 0 for the network. */
  placeId: number;
  startsOn: IsoDate;
  value: number;
  weight: number | null;
  unitId: number | null;
  areaId: number | null;
  regionId: number | null;
}

/** A place and period that had come already, on the line `first`. */
export interface Repeated {
  line: number;
  column: number;
  first: number;
}

export interface LandedValues {
  new: number;
  changed: number;
  unchanged: number;
  /** All that came twice, and the first of them. */
  repeated: number;
  repeats: Repeated[];
}

const MOST_REPEATS = 10_000;
const STAGED = 'line, col, place_id, starts_on, value, weight, unit_id, area_id, region_id';

/** Opens the staging table, empty; it ends with the transaction. */
export async function openValueStaging(tx: Tx): Promise<void> {
  await tx.query(
    `create temp table staged_value (line int, col int, place_id int, starts_on date, value numeric, weight numeric,
       unit_id int, area_id int, region_id int) on commit drop`,
  );
}

export async function stageValues(tx: Tx, values: AsyncIterable<StagedValue> | Iterable<StagedValue>): Promise<void> {
  await copyInto(tx, `staged_value (${STAGED})`, linesOf(values));
}

/**
 * Lands what is staged for one import, or only counts what would happen. Of a place and period that comes twice the first
 * counts. Others wait meanwhile.
 */
export async function landValues(tx: Tx, metric: Metric, importId: number, dryRun: boolean): Promise<LandedValues> {
  await holdValues(tx);
  await tx.query(`set local work_mem = '128MB'`);
  await tx.query('analyze staged_value');
  await tx.query(COMPARE, [metric.id, LENGTHS[metric.grain]]);
  await tx.query('analyze landing_value');
  if (!dryRun) await write(tx, metric, importId);
  const counted = await tx.one<Omit<LandedValues, 'repeats'>>(COUNT);
  const repeats = (counted?.repeated ?? 0) > 0 ? await tx.query<Repeated>(REPEATS) : [];
  await tx.query('drop table staged_value, landing_value');
  return { ...(counted ?? { new: 0, changed: 0, unchanged: 0, repeated: 0 }), repeats };
}

/** One lands, or takes back, at a time. @throws TooBusy when somebody waits for an answer and `patience` runs out */
export async function holdValues(tx: Tx, patience = '0'): Promise<void> {
  await tx.query(`set local lock_timeout = '${patience}'`);
  await tx.query(`select pg_advisory_xact_lock(hashtext('feedback.metricValues'))`).catch((error: unknown) => {
    const late = typeof error === 'object' && error !== null && 'code' in error && error.code === '55P03';
    throw late ? new TooBusy() : error;
  });
  await tx.query('set local lock_timeout = 0');
}

async function write(tx: Tx, metric: Metric, importId: number): Promise<void> {
  await tx.query(KEEP_OLD_VALUES, [metric.id, importId, tx.now]);
  await tx.query(OVERWRITE, [metric.id, importId]);
  await tx.query(ADD_NEW, [metric.id, importId]);
  await openTouched(tx);
  await tx.query(touch(bucketOf(metric, 'l.starts_on')));
  await workOutCells(tx, metric);
}

async function* linesOf(values: AsyncIterable<StagedValue> | Iterable<StagedValue>): AsyncGenerator<string> {
  let lines = '';
  for await (const one of values) {
    lines += copyLine([
      ...[one.line, one.column, one.placeId, one.startsOn, one.value, one.weight],
      ...[one.unitId, one.areaId, one.regionId],
    ]);
    if (lines.length < 60_000) continue;
    yield lines;
    lines = '';
  }
  if (lines !== '') yield lines;
}

/** How long a period is, for PostgreSQL. */
export const LENGTHS: Record<Grain, string> = {
  day: '1 day',
  week: '7 days',
  month: '1 month',
  quarter: '3 months',
  year: '1 year',
};

/** The area in which a unit stood on the first day of a period on which it stood at all. */
export const areaIn = (unit: string, start: string, length: string) => `
  (select p.area_id from unit_place p
    where p.unit_id = ${unit} and p.valid && daterange(${start}, (${start} + ${length}::interval)::date)
    order by p.valid limit 1)`;

/** The first of each place and period beside what is stored. */
const COMPARE = `
  create temp table landing_value on commit drop as
  select s.line, s.col, s.place_id, s.starts_on, s.value, s.weight, s.unit_id, s.region_id,
         case when s.unit_id is null then s.area_id else ${areaIn('s.unit_id', 's.starts_on', '$2')} end as area_id,
         old.place_id is not null as known, old.area_id as old_area_id,
         old.place_id is not null and (s.value, s.weight) is distinct from (old.value, old.weight) as changed
    from (select distinct on (place_id, starts_on) * from staged_value order by place_id, starts_on, line, col) s
    left join metric_value old on old.metric_id = $1 and old.place_id = s.place_id and old.starts_on = s.starts_on`;

const KEEP_OLD_VALUES = `
  insert into metric_value_history (import_id, metric_id, place_id, starts_on, value, weight, was_of, replaced_at)
  select $2, v.metric_id, v.place_id, v.starts_on, v.value, v.weight, v.import_id, $3
    from landing_value l join metric_value v on v.metric_id = $1 and v.place_id = l.place_id and v.starts_on = l.starts_on
   where l.changed`;

const OVERWRITE = `
  update metric_value v
     set (value, weight, unit_id, area_id, region_id, import_id) = (l.value, l.weight, l.unit_id, l.area_id, l.region_id, $2)
    from landing_value l
   where l.changed and v.metric_id = $1 and v.place_id = l.place_id and v.starts_on = l.starts_on`;

const ADD_NEW = `
  insert into metric_value (metric_id, place_id, starts_on, value, weight, unit_id, area_id, region_id, import_id)
  select $1, place_id, starts_on, value, weight, unit_id, area_id, region_id, $2
    from landing_value where not known order by place_id, starts_on`;

const touch = (bucket: string) => `
  insert into touched_cell
  select distinct case when area is not null then 'area' when l.region_id is not null then 'region' else 'network' end,
         coalesce(area, l.region_id, 0), ${bucket}
    from landing_value l cross join lateral (values (l.area_id), (l.old_area_id)) areas (area)
   where (l.changed or not l.known) and (area is not null or l.area_id is null)`;

const COUNT = `
  select count(*) filter (where not known) as new, count(*) filter (where changed) as changed,
         count(*) filter (where known and not changed) as unchanged,
         (select count(*) from staged_value) - count(*) as repeated from landing_value`;

const REPEATS = `
  select s.line, s.col as "column", l.line as first
    from staged_value s join landing_value l using (place_id, starts_on)
   where (s.line, s.col) <> (l.line, l.col) order by s.line, s.col limit ${MOST_REPEATS}`;
