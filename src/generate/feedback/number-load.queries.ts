import type { Metric, MetricDraft } from '../../feedback/custom-metrics/metric.js';
import { landValues, type StagedValue } from '../../feedback/custom-metrics/values/landing.queries.js';
import type { Tx } from '../../platform/database/tx.js';
import type { IsoDate } from '../../platform/dates.js';

export interface PlannedNumber {
  key: string;
  formToken: string;
  draft: MetricDraft;
  /** The code is null for the whole network; each with each day at most once. */
  values: Iterable<{ code: string | null; startsOn: IsoDate; value: number; weight: number | null }>;
}

/** Defines a number as of a moment and lands its values as a file's would. @returns how many; none where there is such a number */
export async function loadNumber(
  tx: Tx,
  { draft, key, formToken, values }: PlannedNumber,
  setUp: string,
  unitIds: ReadonlyMap<string, number>,
): Promise<number> {
  const made = await tx.one<{ id: number; importId: number }>(DEFINE, [
    ...[key, draft.name, draft.nameCy, draft.unit, draft.unitCy, draft.weightName, draft.weightNameCy, draft.decimals],
    ...[draft.direction, draft.kind, draft.grain, draft.level, draft.audience, draft.driver, draft.unitKinds],
    ...[formToken, setUp],
  ]);
  if (made === null) return 0;
  const metric: Metric = { ...draft, id: made.id, key, retiredAt: null };
  const landed = await landValues(tx, metric, made.importId, staged(values, unitIds));
  const tally = { read: landed.new, ...landed, rejected: 0 };
  await tx.query('update metric_import set tally = $2 where id = $1', [made.importId, JSON.stringify(tally)]);
  return landed.new;
}

function* staged(values: PlannedNumber['values'], unitIds: ReadonlyMap<string, number>): Generator<StagedValue> {
  for (const { code, startsOn, value, weight } of values) {
    const unitId = code === null ? null : unitIds.get(code)!;
    yield { placeId: unitId ?? 0, startsOn, value, weight, unitId, areaId: null, regionId: null };
  }
}

const DEFINE = `
  with made as (
    insert into custom_metric (key, name, name_cy, unit, unit_cy, weight_name, weight_name_cy, decimals, direction, kind,
           grain, level, audience, driver, unit_kinds, form_token, created_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
    on conflict (key) do nothing returning id, created_at)
  insert into metric_import (metric_id, via, started_at) select id, 'demo', created_at from made
  returning metric_id as id, id as "importId"`;
