/**
 * The cells that pages read. Values that are new are added to theirs, since the sums are exact; cells in which a value
 * changes, goes or moves are worked out anew from the values.
 */
import type { Tx } from '../../../platform/database/tx.js';
import { isByWeek, type Metric } from '../metric.js';

type Of = Pick<Metric, 'id' | 'kind' | 'grain' | 'level'>;

/** The period of a cell, from the first day of a value. */
export function bucketOf(metric: Pick<Metric, 'kind' | 'grain'>, day: string): string {
  return isByWeek(metric) ? `date_trunc('week', ${day})::date` : day;
}

/** Adds the new values of `landing_value` to their cells and to those above. To be called before they are stored. */
export async function addToCells(tx: Tx, metric: Of): Promise<void> {
  const sql = ADD[metric.level === 'unit' ? 'area' : metric.level];
  await tx.query(sql(bucketOf(metric, 'l.starts_on'), daysOf(metric)), [metric.id]);
}

/** Opens the table `touched_cell` in which the caller notes what has to be worked out; it ends with the transaction. */
export async function openTouched(tx: Tx): Promise<void> {
  await tx.query(
    'create temp table touched_cell (level text, place_id int, bucket date, primary key (level, place_id, bucket)) on commit drop',
  );
}

/** Works out what `touched_cell` names and all that stands above it, and drops the table. */
export async function workOutCells(tx: Tx, metric: Of): Promise<void> {
  await tx.query(ABOVE_AREAS);
  await tx.query(ABOVE_REGIONS);
  await tx.query('analyze touched_cell');
  await tx.query(
    `delete from metric_cell c using touched_cell t
      where c.metric_id = $1 and c.level = t.level and c.place_id = t.place_id and c.bucket = t.bucket`,
    [metric.id],
  );
  const days = daysOf(metric);
  if (metric.level === 'unit' || metric.level === 'area') {
    await tx.query(leaves('area', 'v.area_id = t.place_id', days), [metric.id]);
    await tx.query(REGIONS_FROM_AREAS, [metric.id]);
  }
  if (metric.level === 'region') await tx.query(leaves('region', 'v.region_id = t.place_id', days), [metric.id]);
  await tx.query(metric.level === 'network' ? leaves('network', 'v.place_id = 0', days) : NETWORK_FROM_REGIONS, [
    metric.id,
  ]);
  await tx.query('drop table touched_cell');
}

const daysOf = (metric: Of) => (isByWeek(metric) ? 7 : 1);

/** The region in which an area stood at the beginning of a cell, or the first that it ever stood in. */
export const regionOf = (area: string, day: string) => `
  (select ar.region_id from area_region ar where ar.area_id = ${area}
    order by ar.valid @> ${day} desc, ar.valid limit 1)`;

const ABOVE_AREAS = `
  insert into touched_cell
  select distinct 'region', ${regionOf('t.place_id', 't.bucket')}, t.bucket from touched_cell t where t.level = 'area'
  on conflict do nothing`;

const ABOVE_REGIONS = `
  insert into touched_cell select distinct 'network', 0, bucket from touched_cell on conflict do nothing`;

const COLUMNS = '(metric_id, level, place_id, bucket, places, n, total, weight, weighted)';

const leaves = (level: string, whose: string, days: number) => `
  insert into metric_cell ${COLUMNS}
  select $1, '${level}', t.place_id, t.bucket, count(distinct v.place_id), count(*), sum(v.value),
         sum(coalesce(v.weight, 1)), sum(v.value * coalesce(v.weight, 1))
    from touched_cell t
    join metric_value v on v.metric_id = $1 and ${whose} and v.starts_on >= t.bucket and v.starts_on < t.bucket + ${days}
   where t.level = '${level}' group by t.place_id, t.bucket`;

const SUMS = 'sum(c.places), sum(c.n), sum(c.total), sum(c.weight), sum(c.weighted)';

const REGIONS_FROM_AREAS = `
  insert into metric_cell ${COLUMNS}
  select $1, 'region', c.region_id, c.bucket, ${SUMS}
    from (select c.*, ${regionOf('c.place_id', 'c.bucket')} as region_id from metric_cell c
           where c.metric_id = $1 and c.level = 'area' and c.bucket in (select bucket from touched_cell)) c
    join touched_cell t on t.level = 'region' and t.place_id = c.region_id and t.bucket = c.bucket
   group by c.region_id, c.bucket`;

const NETWORK_FROM_REGIONS = `
  insert into metric_cell ${COLUMNS}
  select $1, 'network', 0, c.bucket, ${SUMS}
    from touched_cell t join metric_cell c on c.metric_id = $1 and c.level = 'region' and c.bucket = t.bucket
   where t.level = 'network' group by c.bucket`;

/** A place counts among those of a cell with the first of its values there. @param whose the column that says where it counts */
const add = (whose: string, above: string) => (bucket: string, days: number) => `
  with came as (
         select l.place_id, l.${whose} as whose, ${bucket} as bucket, count(*) as n, sum(l.value) as total,
                sum(coalesce(l.weight, 1)) as weight, sum(l.value * coalesce(l.weight, 1)) as weighted
           from landing_value l where not l.known and l.${whose} is not null group by 1, 2, 3),
       counted as (
         select came.*, (not exists (select from metric_value v where v.metric_id = $1 and v.place_id = came.place_id
                           and v.starts_on >= came.bucket and v.starts_on < came.bucket + ${days}
                           and v.${whose} = came.whose))::int as places from came),
       leaf as (
         select c.whose, c.bucket, sum(c.places) as places, sum(c.n) as n, sum(c.total) as total, sum(c.weight) as weight,
                sum(c.weighted) as weighted from counted c group by 1, 2)
  insert into metric_cell as old ${COLUMNS}
  select $1, up.level, up.place_id, c.bucket, ${SUMS}
    from leaf c cross join lateral (values ${above}) up (level, place_id) group by 2, 3, 4
  on conflict (metric_id, level, place_id, bucket) do update
     set (places, n, total, weight, weighted) = (old.places + excluded.places, old.n + excluded.n,
           old.total + excluded.total, old.weight + excluded.weight, old.weighted + excluded.weighted)`;

const ADD = {
  area: add('area_id', `('area', c.whose), ('region', ${regionOf('c.whose', 'c.bucket')}), ('network', 0)`),
  region: add('region_id', `('region', c.whose), ('network', 0)`),
  network: add('place_id', `('network', 0)`),
};
