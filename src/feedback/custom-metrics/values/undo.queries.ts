/** Takes back what an import brought. What a later one has corrected since stays as that made it. */
import type { Tx } from '../../../platform/database/tx.js';
import type { Metric } from '../metric.js';
import { bucketOf, openTouched, workOutCells } from './cells.queries.js';
import { holdValues } from './landing.queries.js';

/** How many values went, and how many are again what they were before. */
export interface Undone {
  removed: number;
  restored: number;
}

/** To be called after `noteUndone`. */
export async function undoValues(tx: Tx, metric: Metric, importId: number): Promise<Undone> {
  await openTouched(tx);
  await tx.query(touch(bucketOf(metric, 'v.starts_on')), [metric.id, importId]);
  await tx.query(FORGET_IN_LATER, [importId]);
  await tx.query(HAND_ON_IN_LATER, [importId]);
  const [restored] = await tx.query<{ n: number }>(RESTORE, [metric.id, importId]);
  const [removed] = await tx.query<{ n: number }>(REMOVE, [metric.id, importId]);
  await tx.query('delete from metric_value_history where import_id = $1', [importId]);
  await workOutCells(tx, metric);
  return { removed: removed?.n ?? 0, restored: restored?.n ?? 0 };
}

/** From here on nothing lands until the transaction ends. @returns false when somebody has taken it back */
export async function noteUndone(tx: Tx, importId: number, personId: number | null): Promise<boolean> {
  await holdValues(tx);
  const rows = await tx.query(
    'update metric_import set undone_at = $2, undone_by = $3 where id = $1 and undone_at is null returning id',
    [importId, tx.now, personId],
  );
  return rows.length > 0;
}

const touch = (bucket: string) => `
  insert into touched_cell
  select distinct case when v.area_id is not null then 'area' when v.region_id is not null then 'region' else 'network' end,
         coalesce(v.area_id, v.region_id, 0), ${bucket}
    from metric_value v where v.metric_id = $1 and v.import_id = $2`;

/** What a later import corrected, and this one had brought as new, is new with the later one. */
const FORGET_IN_LATER = `
  delete from metric_value_history later
   where later.was_of = $1
     and not exists (select from metric_value_history mine
                      where mine.import_id = $1 and mine.metric_id = later.metric_id and mine.place_id = later.place_id
                        and mine.starts_on = later.starts_on)`;

/** What a later import corrected, and this one had corrected before, it corrected from what stood before both. */
const HAND_ON_IN_LATER = `
  update metric_value_history later set (value, weight, was_of) = (mine.value, mine.weight, mine.was_of)
    from metric_value_history mine
   where later.was_of = $1 and mine.import_id = $1 and mine.metric_id = later.metric_id
     and mine.place_id = later.place_id and mine.starts_on = later.starts_on`;

const RESTORE = `
  with back as (
    update metric_value v set (value, weight, import_id) = (mine.value, mine.weight, mine.was_of)
      from metric_value_history mine
     where mine.import_id = $2 and mine.metric_id = $1 and v.metric_id = $1 and v.import_id = $2
       and v.place_id = mine.place_id and v.starts_on = mine.starts_on returning 1)
  select count(*) as n from back`;

const REMOVE = `
  with gone as (delete from metric_value where metric_id = $1 and import_id = $2 returning 1)
  select count(*) as n from gone`;
