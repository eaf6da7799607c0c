/**
 * Lands a batch of responses in sets: new ones are added, corrected ones overwritten with their old values kept, and the
 * rollups moved by the differences, all in the caller's transaction. The importer and the API use it; the caller sees to it
 * that only one of them lands at a time (`import-lock.queries.ts`).
 */
import type { Tx } from '../../platform/database/tx.js';
import { holdPlaces } from '../rollups/answer-places.queries.js';
import { COUNTED_COLUMNS, moveRollups } from '../rollups/rollups.queries.js';
import { type FileImport, numberEqualLines, type Repeated, takeRepeated } from './repeats.queries.js';
import { openStaging, SAID, stage, type StagedResponse, stagedLine } from './staging.queries.js';
import { TimeSpent } from './time-spent.js';

export type { StagedResponse } from './staging.queries.js';

export interface Landed {
  new: number;
  changed: number;
  unchanged: number;
}

/** Lands what came in one go, each key at most once, for one source and import, and says what became of it. */
export async function landResponses(tx: Tx, sourceId: number, importId: number, responses: Iterable<StagedResponse>) {
  await openStaging(tx);
  await stage(tx, linesOf(responses));
  await compare(tx, sourceId);
  return settle(tx, sourceId, importId, new TimeSpent());
}

/** Lands a chunk of a file from its staged lines, and says which of them came earlier in the file and were left out. */
export async function landLines(
  tx: Tx,
  sourceId: number,
  file: FileImport,
  { lines, staged, spent }: { lines: Iterable<Uint8Array>; staged: () => void; spent: TimeSpent },
): Promise<Landed & { repeated: Repeated[] }> {
  await spent.on('staging', async () => {
    await openStaging(tx);
    await stage(tx, lines);
  });
  staged();
  const repeated = await spent.on('comparing', async () => {
    if (!file.hasIds) await numberEqualLines(tx, file.importId);
    await compare(tx, sourceId);
    return file.hasIds ? takeRepeated(tx, file) : [];
  });
  return { ...(await settle(tx, sourceId, file.importId, spent)), repeated };
}

/** From here on nobody erases words or moves units until the transaction ends: what is compared is what is overwritten. */
async function compare(tx: Tx, sourceId: number): Promise<void> {
  await holdPlaces(tx);
  await tx.query(ROOM_TO_WORK);
  await tx.query('analyze staged_response (unit_id)');
  await tx.query(COMPARE, [sourceId]);
  await tx.query('analyze landing (unit_id, old_id, changed)');
}

/** What changes nothing costs nothing: most files only add, and a file that comes again only compares. */
async function settle(tx: Tx, sourceId: number, importId: number, spent: TimeSpent): Promise<Landed> {
  const landed = (await tx.one<Landed>(COUNT_LANDED)) ?? { new: 0, changed: 0, unchanged: 0 };
  if (landed.changed > 0) await spent.on('storing', () => tx.query(KEEP_OLD_VALUES, [importId, tx.now]));
  if (landed.new + landed.changed > 0)
    spent.cells += await spent.on('rollups', () =>
      landed.changed > 0 ? moveRollups(tx, MOVED) : moveRollups(tx, ADDED, [], 'adds'),
    );
  await spent.on('storing', async () => {
    if (landed.changed > 0) await tx.query(OVERWRITE, [importId]);
    if (landed.new > 0) await tx.query(ADD_NEW, [sourceId, importId]);
    await tx.query('drop table landing, staged_response');
  });
  return landed;
}

function* linesOf(responses: Iterable<StagedResponse>): Generator<string> {
  let n = 0;
  for (const response of responses) yield stagedLine(n++, response);
}

/** The sums of a chunk stay in memory, whatever the server gives everybody. */
const ROOM_TO_WORK = `set local work_mem = '64MB'`;

const rowOf = (alias: string) => `(${SAID.map((column) => `${alias}.${column}`).join(', ')})`;
const list = (columns: readonly string[], alias: string) => columns.map((column) => `${alias}.${column}`).join(', ');

/** Words whose time was over were erased for good (feedback-privacy.queries.ts): no file brings them back. */
const COMMENT = `case when old.comment = '' then '' else s.comment end`;
const STAGED_ROW = `(${SAID.map((column) => (column === 'comment' ? COMMENT : `s.${column}`)).join(', ')})`;

/** Each staged row beside what is stored under its key, with its London week. A unit that stood nowhere on the day has no answers. */
const COMPARE = `
  create temp table landing on commit drop as
  select s.n, s.response_key, ${list(SAID.slice(0, -1), 's')}, ${COMMENT} as comment,
         date_trunc('week', s.answered_at at time zone 'Europe/London')::date as week, old.id as old_id,
         old.import_id as old_import_id,
         old.id is not null and ${STAGED_ROW} is distinct from ${rowOf('old')} as changed
    from staged_response s
    join unit_place place on place.unit_id = s.unit_id
     and place.valid @> (s.answered_at at time zone 'Europe/London')::date
    left join survey_response old on old.source_id = $1 and old.response_key = s.response_key`;

const KEEP_OLD_VALUES = `
  insert into survey_response_history (response_id, import_id, replaced_at, old)
  select old.id, $1, $2, to_jsonb(old) - 'id' - 'source_id' - 'response_key'
    from landing l join survey_response old on old.id = l.old_id where l.changed order by old.id`;

const ADDED = `select ${list(COUNTED_COLUMNS, 'l')} from landing l where l.old_id is null`;

/** What the rollups gain and lose: the new and the corrected, and what the corrected ones replace. */
const MOVED = `
  select 1 as weight, ${list(COUNTED_COLUMNS, 'l')} from landing l where l.old_id is null or l.changed
  union all
  select -1, ${list(COUNTED_COLUMNS, 'old')}
    from landing l join survey_response old on old.id = l.old_id where l.changed`;

const OVERWRITE = `
  update survey_response r
     set (week, import_id, ${SAID.join(', ')}) = (l.week, $1, ${list(SAID, 'l')})
    from landing l where l.old_id = r.id and l.changed`;

/** A unit's answers come one after the other, so that its part of the index is at hand: a fifth less time. */
const ADD_NEW = `
  insert into survey_response (source_id, import_id, response_key, week, ${SAID.join(', ')})
  select $1, $2, l.response_key, l.week, ${list(SAID, 'l')} from landing l where l.old_id is null
   order by l.unit_id, l.answered_at, l.n`;

const COUNT_LANDED = `
  select count(*) filter (where old_id is null)::int as new, count(*) filter (where changed)::int as changed,
         count(*) filter (where old_id is not null and not changed)::int as unchanged from landing`;
