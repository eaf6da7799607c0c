/**
 * Lands a week of planned answers as the delivery of a survey's supplier would have been landed, only faster: straight into
 * the answers, in the transaction that moves the rollups by what has come.
 */
import { openPlaces } from '../../feedback/rollups/answer-places.queries.js';
import { COUNTED_COLUMNS, moveRollups } from '../../feedback/rollups/rollups.queries.js';
import { copyInto } from '../../platform/database/copy.js';
import type { Tx } from '../../platform/database/tx.js';
import { addDays, type IsoDate } from '../../platform/dates.js';
import { DRIVERS } from '../../platform/drivers.js';

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

export interface SurveySource {
  sourceId: number;
  mappingId: number;
}

/** The survey of the network; made when it is not there yet. */
export async function openSource(tx: Tx, openedOn: IsoDate): Promise<SurveySource> {
  const found = await tx.one<SurveySource>(
    `select source.id as "sourceId", mapping.id as "mappingId"
       from survey_source source join survey_mapping mapping on mapping.source_id = source.id where source.name = $1`,
    [SOURCE],
  );
  if (found !== null) return found;
  const made = await tx.one<SurveySource>(
    `with source as (insert into survey_source (name, created_at) values ($1, $3::date at time zone 'Europe/London') returning id, created_at)
     insert into survey_mapping (source_id, number, mapping, created_at) select id, 1, $2, created_at from source
     returning source_id as "sourceId", id as "mappingId"`,
    [SOURCE, MAPPING, openedOn],
  );
  return made!;
}

/** The weeks that have landed already. */
export async function landedWeeks(tx: Pick<Tx, 'query'>): Promise<Set<IsoDate>> {
  const rows = await tx.query<{ week: IsoDate }>(
    `select substring(i.file_name from '\\d{4}-\\d{2}-\\d{2}') as week
       from survey_import i join survey_source s on s.id = i.source_id where s.name = $1`,
    [SOURCE],
  );
  return new Set(rows.map(({ week }) => week));
}

/** Gives every unit its days in the area days before there are answers, instead of a few units with every week. */
export async function openEveryPlace(tx: Tx): Promise<void> {
  await openPlaces(tx, 'select id from unit');
}

/** Ids of units by their codes. */
export async function unitIdsByCode(tx: Pick<Tx, 'query'>): Promise<Map<string, number>> {
  const rows = await tx.query<{ id: number; code: string }>('select id, code from unit');
  return new Map(rows.map(({ id, code }) => [code, id]));
}

/** Columns of a planned answer, in the order of its line. */
const COLUMNS = `response_key, source_id, import_id, week, unit_id, answered_at, ease, emotion, ${DRIVERS.join(', ')}, comment`;

/**
 * Lands one week on the Monday after it. `linesOf` gives COPY's lines of COLUMNS for the import they belong to, and counts
 * them.
 */
export async function landWeek(
  tx: Tx,
  source: SurveySource,
  week: IsoDate,
  linesOf: (source: SurveySource, importId: number) => { lines: Iterable<string>; count: () => number },
): Promise<number> {
  const { id } = (await tx.one<{ id: number }>(OPEN_IMPORT, [
    source.sourceId,
    source.mappingId,
    `customer-survey-${week}.csv`,
    addDays(week, 7),
  ]))!;
  const { lines, count } = linesOf(source, id);
  const before = await tx.one<{ id: number }>('select coalesce(max(id), 0) as id from survey_response');
  await copyInto(tx, `survey_response (${COLUMNS})`, lines);
  await tx.query(MANY_ROWS);
  const landed = `select ${COUNTED_COLUMNS.join(', ')} from survey_response where id > $1`;
  await moveRollups(tx, landed, [before!.id], 'adds');
  const read = count();
  await tx.query('update survey_import set rows_read = $2, result = $3 where id = $1', [
    id,
    read,
    { read, new: read, changed: 0, unchanged: 0, rejected: 0 },
  ]);
  return read;
}

/** The planner expects few rows of an import that it has never heard of. */
const MANY_ROWS = `set local enable_nestloop = off; set local work_mem = '64MB'`;

const OPEN_IMPORT = `
  insert into survey_import (source_id, mapping_id, file_name, file_sha256, started_at, finished_at)
  values ($1, $2, $3::text, encode(sha256(convert_to($3::text, 'UTF8')), 'hex'), ($4::date + time '06:30') at time zone 'Europe/London',
          ($4::date + time '06:31') at time zone 'Europe/London')
  returning id`;
