import { landResponses, type StagedResponse } from '../feedback/imports/landing.queries.js';
import type { Tx } from '../platform/database/tx.js';
import { addDays } from '../platform/dates.js';
import { DRIVERS } from '../platform/drivers.js';
import type { Chance } from '../generate/chance.js';
import type { PlannedWeek } from './ease-plan.js';
import type { PlannedUnit } from './network-plan.js';
import { driverLeaning, type PlannedResponse, unitResponses } from './response-plan.js';

const SOURCE = 'Customer survey';

/** The mapping under which the weekly files would have been read. */
const MAPPING = {
  unit: { column: 'branch_code', match: 'code' },
  time: { column: 'answered_at', zone: 'Europe/London', format: 'ISO' },
  responseId: 'response_id',
  ease: { column: 'ease' },
  emotion: { column: 'emotion' },
  drivers: Object.fromEntries(DRIVERS.map((driver) => [driver, { column: driver }])),
  comment: 'comment',
};

/** Lands every week as an import of its own, on the Monday after, as the survey's supplier would have delivered it. */
export async function loadResponses(
  tx: Tx,
  chance: Chance,
  units: PlannedUnit[],
  weeks: PlannedWeek[],
  progress: (done: number) => void,
): Promise<void> {
  const { sourceId, mappingId } = await openSource(tx);
  const unitIds = await idsOf(tx);
  const leanings = units.map(() => driverLeaning(chance));
  for (const [index, week] of weeks.entries()) {
    const importId = await openImport(tx, sourceId, mappingId, week);
    const responses = units.flatMap((unit, at) => [
      ...unitResponses(chance, unit, leanings[at]!, week, week.responses[at]!, week.easeTop[at]!),
    ]);
    await landResponses(tx, sourceId, importId, staged(week.week, responses, unitIds));
    progress(index + 1);
  }
}

async function openSource(tx: Tx): Promise<{ sourceId: number; mappingId: number }> {
  const source = await tx.one<{ id: number }>('insert into survey_source (name) values ($1) returning id', [SOURCE]);
  const mapping = await tx.one<{ id: number }>(
    'insert into survey_mapping (source_id, number, mapping) values ($1, 1, $2) returning id',
    [source!.id, MAPPING],
  );
  return { sourceId: source!.id, mappingId: mapping!.id };
}

async function idsOf(tx: Tx): Promise<Map<string, number>> {
  const rows = await tx.query<{ id: number; code: string }>('select id, code from unit');
  return new Map(rows.map(({ id, code }) => [code, id]));
}

async function openImport(
  tx: Tx,
  sourceId: number,
  mappingId: number,
  { week, responses }: PlannedWeek,
): Promise<number> {
  const read = responses.reduce((sum, n) => sum + n, 0);
  const deliveredOn = addDays(week, 7);
  const row = await tx.one<{ id: number }>(
    `insert into survey_import (source_id, mapping_id, file_name, file_sha256, started_at, finished_at, rows_read, result)
     values ($1, $2, $3::text, encode(sha256(convert_to($3::text, 'UTF8')), 'hex'), ($4::date + time '06:30') at time zone 'Europe/London',
             ($4::date + time '06:31') at time zone 'Europe/London', $5, $6) returning id`,
    [sourceId, mappingId, `customer-survey-${week}.csv`, deliveredOn, read, resultOf(read)],
  );
  return row!.id;
}

function resultOf(read: number) {
  return { read, new: read, changed: 0, unchanged: 0, rejected: 0 };
}

function* staged(week: string, responses: PlannedResponse[], unitIds: Map<string, number>): Generator<StagedResponse> {
  for (const [index, response] of responses.entries()) {
    const answers: StagedResponse['answers'] = { ease: response.ease };
    if (response.emotion !== null) answers.emotion = response.emotion;
    for (const [at, driver] of DRIVERS.entries()) {
      const answer = response.drivers[at];
      if (answer != null) answers[driver] = answer;
    }
    yield {
      key: `${week}-${String(index + 1).padStart(4, '0')}`,
      unitId: unitIds.get(response.unitCode)!,
      answeredAt: response.answeredAt,
      answers,
      comment: response.comment,
    };
  }
}
