/**
 * Lands a batch of responses in sets: new ones are added, corrected ones overwritten with their old values kept, and the
 * rollups moved by the differences, all in the caller's transaction. The importer and the demo's generator use it; the
 * caller sees to it that only one of them lands at a time (`import-lock.queries.ts`).
 */
import { copyInto, copyLine } from '../../platform/database/copy.js';
import type { Tx } from '../../platform/database/tx.js';
import { ANSWER_COLUMNS } from '../rollups/counting-sql.js';
import { COUNTED_COLUMNS, moveRollups } from '../rollups/rollups.queries.js';
import type { Question } from './mapping.js';

/** A response to land. `key` is unique within its source. The unit must stand in an area on the London day of `answeredAt`. */
export interface StagedResponse {
  key: string;
  unitId: number;
  answeredAt: Date;
  answers: Partial<Record<Question, number>>;
  comment: string | null;
  /** Whether the customer may be asked further; absent or null when nobody said. */
  mayContact?: boolean | null;
}

export interface Landed {
  new: number;
  changed: number;
  unchanged: number;
}

const STAGED = ['response_key', 'unit_id', 'answered_at', ...ANSWER_COLUMNS, 'may_contact', 'comment'];

/** Opens the staging table `staged_response`, empty; it ends with the transaction. */
export async function openStaging(tx: Tx): Promise<void> {
  await tx.query(
    `create temp table if not exists staged_response (response_key text not null, unit_id int not null, answered_at timestamptz not null,
       ${ANSWER_COLUMNS.map((column) => `${column} smallint`).join(', ')}, may_contact boolean, comment text) on commit drop`,
  );
}

/** Copies responses into the staging table; takes any iterable, so that a generator's rows are never all in memory. */
export async function stage(tx: Tx, responses: Iterable<StagedResponse>): Promise<void> {
  await copyInto(tx, `staged_response (${STAGED.join(', ')})`, linesOf(responses));
}

/** Lands what is staged, each key at most once, for one source and import, and says what became of it. */
export async function landStaged(tx: Tx, sourceId: number, importId: number): Promise<Landed> {
  await tx.query(COMPARE, [sourceId]);
  await tx.query('analyze landing');
  await tx.query(KEEP_OLD_VALUES, [importId, tx.now]);
  await moveRollups(tx, MOVED);
  await tx.query(OVERWRITE, [importId]);
  await tx.query(ADD_NEW, [sourceId, importId]);
  const landed = await tx.one<Landed>(COUNT_LANDED);
  await tx.query('drop table landing; truncate staged_response');
  return landed ?? { new: 0, changed: 0, unchanged: 0 };
}

/** Everything in one go, for loads that fit a transaction. */
export async function landResponses(tx: Tx, sourceId: number, importId: number, responses: Iterable<StagedResponse>) {
  await openStaging(tx);
  await stage(tx, responses);
  return landStaged(tx, sourceId, importId);
}

function* linesOf(responses: Iterable<StagedResponse>): Generator<string> {
  let lines = '';
  for (const { key, unitId, answeredAt, answers, comment, mayContact = null } of responses) {
    const marks = ANSWER_COLUMNS.map((column) => answers[column as Question] ?? null);
    lines += copyLine([
      key,
      unitId,
      answeredAt.toISOString(),
      ...marks,
      mayContact === null ? null : String(mayContact),
      comment,
    ]);
    if (lines.length < 60_000) continue;
    yield lines;
    lines = '';
  }
  if (lines !== '') yield lines;
}

const VALUES = ['unit_id', 'answered_at', ...ANSWER_COLUMNS, 'may_contact', 'comment'];
const rowOf = (alias: string) => `(${VALUES.map((column) => `${alias}.${column}`).join(', ')})`;
const list = (columns: readonly string[], alias: string) => columns.map((column) => `${alias}.${column}`).join(', ');

/** Words whose time was over were erased for good (feedback-privacy.queries.ts): no file brings them back. */
const COMMENT = `case when old.comment = '' then '' else s.comment end`;
const STAGED_ROW = `(${VALUES.map((column) => (column === 'comment' ? COMMENT : `s.${column}`)).join(', ')})`;

/** Each staged row beside what is stored under its key, with its London week. A unit that stood nowhere on the day has no answers. */
const COMPARE = `
  create temp table landing on commit drop as
  select ${list(STAGED.slice(0, -1), 's')}, ${COMMENT} as comment, date_trunc('week', s.answered_at at time zone 'Europe/London')::date as week, old.id as old_id,
         old.id is not null and ${STAGED_ROW} is distinct from ${rowOf('old')} as changed
    from staged_response s
    join unit_place place on place.unit_id = s.unit_id
     and place.valid @> (s.answered_at at time zone 'Europe/London')::date
    left join survey_response old on old.source_id = $1 and old.response_key = s.response_key`;

const KEEP_OLD_VALUES = `
  insert into survey_response_history (response_id, import_id, replaced_at, old)
  select old.id, $1, $2, to_jsonb(old) - 'id' - 'source_id' - 'response_key'
    from landing l join survey_response old on old.id = l.old_id where l.changed order by old.id`;

/** What the rollups gain and lose: the new and the corrected, and what the corrected ones replace. */
const MOVED = `
  select 1 as weight, ${list(COUNTED_COLUMNS, 'l')} from landing l where l.old_id is null or l.changed
  union all
  select -1, ${list(COUNTED_COLUMNS, 'old')}
    from landing l join survey_response old on old.id = l.old_id where l.changed`;

const OVERWRITE = `
  update survey_response r
     set (week, import_id, ${VALUES.join(', ')}) = (l.week, $1, ${list(VALUES, 'l')})
    from landing l where l.old_id = r.id and l.changed`;

const ADD_NEW = `
  insert into survey_response (source_id, import_id, response_key, week, ${VALUES.join(', ')})
  select $1, $2, l.response_key, l.week, ${list(VALUES, 'l')} from landing l where l.old_id is null`;

const COUNT_LANDED = `
  select count(*) filter (where old_id is null)::int as new, count(*) filter (where changed)::int as changed,
         count(*) filter (where old_id is not null and not changed)::int as unchanged from landing`;
