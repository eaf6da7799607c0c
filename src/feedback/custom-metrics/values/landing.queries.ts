/**
 * Lands values in sets: copied into a staging table, held against what is known, written, and the cells that they touch
 * moved with them, all in the caller's transaction.
 */
import { copyInto, copyLine } from '../../../platform/database/copy.js';
import { lockWithin } from '../../../platform/database/lock-within.js';
import type { Tx } from '../../../platform/database/tx.js';
import { TooBusy } from '../../../platform/errors.js';
import type { IsoDate } from '../../../platform/dates.js';
import { TimeSpent } from '../../imports/time-spent.js';
import type { Grain, Metric } from '../metric.js';
import { addToCells, bucketOf, openTouched, workOutCells } from './cells.queries.js';

/** A value on its way in. `unitId` is where it counts; `areaId` only for a metric of areas, `regionId` of regions. */
export interface StagedValue {
  /** Of the unit, area or region that was named; 0 for the network. */
  placeId: number;
  startsOn: IsoDate;
  value: number;
  weight: number | null;
  unitId: number | null;
  areaId: number | null;
  regionId: number | null;
}

export interface LandedValues {
  new: number;
  changed: number;
  unchanged: number;
}

/** Lands what came in one go, each place and period at most once. */
export function landValues(tx: Tx, metric: Metric, importId: number, values: Iterable<StagedValue>) {
  return landLines(tx, metric, importId, { lines: linesOf(values), staged: () => undefined, spent: new TimeSpent() });
}

export interface LinesToLand {
  /** Of `valueLine`. */
  lines: Iterable<string | Uint8Array>;
  /** Called once the database has all of them. */
  staged: () => void;
  spent: TimeSpent;
}

/**
 * Lands lines, each place and period at most once. Others wait meanwhile.
 * @param importId null only counts what would happen, and nobody waits
 */
export async function landLines(
  tx: Tx,
  metric: Metric,
  importId: number | null,
  { lines, staged, spent }: LinesToLand,
): Promise<LandedValues> {
  await spent.on('staging', async () => {
    await tx.query(STAGING);
    await copyInto(tx, 'staged_value', lines);
  });
  staged();
  if (importId !== null) await holdValues(tx);
  const landed = await spent.on('comparing', () => compare(tx, metric));
  if (importId !== null && landed.new + landed.changed > 0) await write(tx, metric, importId, landed, spent);
  await tx.query('drop table staged_value, landing_value');
  return landed;
}

export const valueLine = ({ placeId, startsOn, value, weight, unitId, areaId, regionId }: StagedValue): string =>
  copyLine([placeId, startsOn, value, weight, unitId, areaId, regionId]);

/** One lands, or takes back, at a time. @throws TooBusy when somebody waits for an answer and `patience` runs out */
export function holdValues(tx: Tx, patience = '0'): Promise<void> {
  return lockWithin(
    tx,
    patience,
    `select pg_advisory_xact_lock(hashtext('feedback.metricValues'))`,
    () => new TooBusy(),
  );
}

async function compare(tx: Tx, metric: Metric): Promise<LandedValues> {
  await tx.query(`set local work_mem = '128MB'`);
  await tx.query('analyze staged_value');
  await tx.query(COMPARE, [metric.id, LENGTHS[metric.grain]]);
  await tx.query('analyze landing_value');
  return (await tx.one<LandedValues>(COUNT)) ?? { new: 0, changed: 0, unchanged: 0 };
}

/** What is new is added to its cells; cells of which a value changes are worked out anew. */
async function write(tx: Tx, metric: Metric, importId: number, { changed }: LandedValues, spent: TimeSpent) {
  await spent.on('rollups', () => addToCells(tx, metric));
  await spent.on('storing', async () => {
    if (changed > 0) await tx.query(KEEP_OLD_VALUES, [metric.id, importId, tx.now]);
    if (changed > 0) await tx.query(OVERWRITE, [metric.id, importId]);
    await tx.query(ADD_NEW, [metric.id, importId]);
  });
  if (changed === 0) return;
  await spent.on('rollups', async () => {
    await openTouched(tx);
    await tx.query(touch(bucketOf(metric, 'l.starts_on')));
    await workOutCells(tx, metric);
  });
}

function* linesOf(values: Iterable<StagedValue>): Generator<string> {
  for (const value of values) yield valueLine(value);
}

const STAGING = `
  create temp table staged_value (place_id int, starts_on date, value numeric, weight numeric, unit_id int, area_id int,
    region_id int) on commit drop`;

/** How long a period is, for PostgreSQL. */
export const LENGTHS: Record<Grain, string> = {
  day: '1 day',
  week: '7 days',
  month: '1 month',
  quarter: '3 months',
  year: '1 year',
};

/** That a unit's place `p` holds for some day of a period. */
const stands = (start: string, length: string) =>
  `p.valid && daterange(${start}, (${start} + ${length}::interval)::date)`;

/** The area in which a unit stood on the first day of a period on which it stood at all. */
export const areaIn = (unit: string, start: string, length: string) => `
  (select p.area_id from unit_place p where p.unit_id = ${unit} and ${stands(start, length)} order by p.valid limit 1)`;

/** Each value beside what is stored; the area as `areaIn` has it, but for all at once: a look at each takes twenty times as long. */
const COMPARE = `
  create temp table landing_value on commit drop as
  select s.*, old.place_id is not null as known, old.area_id as old_area_id,
         old.place_id is not null and (s.value, s.weight) is distinct from (old.value, old.weight) as changed
    from (select distinct on (s.place_id, s.starts_on) s.place_id, s.starts_on, s.value, s.weight, s.unit_id, s.region_id,
                 coalesce(p.area_id, s.area_id) as area_id
            from staged_value s left join unit_place p on p.unit_id = s.unit_id and ${stands('s.starts_on', '$2')}
           order by s.place_id, s.starts_on, p.valid) s
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
   where l.changed and (area is not null or l.area_id is null)`;

const COUNT = `
  select count(*) filter (where not known) as new, count(*) filter (where changed) as changed,
         count(*) filter (where known and not changed) as unchanged from landing_value`;
