import type { Metric } from '../feedback/custom-metrics/metric.js';
import {
  landValues,
  openValueStaging,
  type StagedValue,
  stageValues,
} from '../feedback/custom-metrics/values/landing.queries.js';
import type { Tx } from '../platform/database/tx.js';
import type { PlannedNumber } from './other-numbers-plan.js';

/** When the demo's other numbers were set up, before the first of its moments. */
const SET_UP = '2025-08-18T08:00:00Z';

/** Defines a number and lands its values as a file's would. */
export async function loadNumber(tx: Tx, number: PlannedNumber, unitIds: ReadonlyMap<string, number>): Promise<void> {
  const { draft, key, formToken } = number;
  const made = await tx.one<{ id: number; importId: number }>(DEFINE, [
    ...[key, draft.name, draft.nameCy, draft.unit, draft.unitCy, draft.weightName, draft.weightNameCy, draft.decimals],
    ...[draft.direction, draft.kind, draft.grain, draft.level, draft.audience, draft.driver, draft.unitKinds],
    ...[formToken, SET_UP],
  ]);
  const metric: Metric = { ...draft, id: made!.id, key, retiredAt: null };
  await openValueStaging(tx);
  await stageValues(tx, staged(number, unitIds));
  const { new: added, changed, unchanged, repeated } = await landValues(tx, metric, made!.importId, false);
  const tally = { read: number.values.length, new: added, changed, unchanged, rejected: repeated };
  await tx.query('update metric_import set tally = $2 where id = $1', [made!.importId, JSON.stringify(tally)]);
}

function* staged({ values }: PlannedNumber, unitIds: ReadonlyMap<string, number>): Generator<StagedValue> {
  for (const [line, { code, startsOn, value, weight }] of values.entries()) {
    const unitId = code === null ? null : unitIds.get(code)!;
    yield {
      ...{ line, column: 0, placeId: unitId ?? 0, startsOn, value, weight, unitId },
      areaId: null,
      regionId: null,
    };
  }
}

const DEFINE = `
  with made as (
    insert into custom_metric (key, name, name_cy, unit, unit_cy, weight_name, weight_name_cy, decimals, direction, kind,
           grain, level, audience, driver, unit_kinds, form_token, created_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) returning id, created_at)
  insert into metric_import (metric_id, via, started_at) select id, 'demo', created_at from made
  returning metric_id as id, id as "importId"`;
