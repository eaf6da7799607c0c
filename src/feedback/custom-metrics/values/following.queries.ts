/** Units turn out to have stood elsewhere: their values count in the areas where they stood, also after the fact. */
import type { Tx } from '../../../platform/database/tx.js';
import { METRIC_COLUMNS } from '../metrics.queries.js';
import type { Metric } from '../metric.js';
import { bucketOf, openTouched, workOutCells } from './cells.queries.js';
import { areaIn, holdValues, LENGTHS } from './landing.queries.js';

/** Metrics of units that have values of units which a change of the network moved. */
export function metricsMoved(tx: Tx, changeId: number): Promise<Metric[]> {
  return tx.query<Metric>(
    `select ${METRIC_COLUMNS} from custom_metric m
      where m.level = 'area' or (m.level = 'unit' and exists (
        select from network_change_unit c join metric_value v on v.unit_id = c.unit_id and v.metric_id = m.id
         where c.change_id = $1))`,
    [changeId],
  );
}

/** Moves the values of the units of a change, and works out every cell of a region, since areas may have moved as well. */
export async function followPlaces(tx: Tx, metric: Metric, changeId: number): Promise<void> {
  await holdValues(tx);
  await openTouched(tx);
  await tx.query(`create temp table moved_value on commit drop as ${MOVED}`, [
    metric.id,
    changeId,
    LENGTHS[metric.grain],
  ]);
  await tx.query(
    `update metric_value v set area_id = m.now from moved_value m
      where v.metric_id = $1 and v.place_id = m.place_id and v.starts_on = m.starts_on`,
    [metric.id],
  );
  await tx.query(
    `insert into touched_cell select distinct 'area', area, ${bucketOf(metric, 'm.starts_on')}
       from moved_value m cross join lateral (values (m.was), (m.now)) both_ways (area) where area is not null`,
  );
  await tx.query(
    `insert into touched_cell select 'region', r.id, b.bucket
       from region r cross join (select distinct bucket from metric_cell where metric_id = $1 and level = 'network') b`,
    [metric.id],
  );
  await tx.query('drop table moved_value');
  await workOutCells(tx, metric);
}

const MOVED = `
  select * from (
    select v.place_id, v.starts_on, v.area_id as was, ${areaIn('v.unit_id', 'v.starts_on', '$3')} as now
      from network_change_unit c join metric_value v on v.unit_id = c.unit_id and v.metric_id = $1
     where c.change_id = $2) placed
   where was is distinct from now`;
