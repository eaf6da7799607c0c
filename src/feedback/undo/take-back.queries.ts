/** Takes values of answers back as the rule says, in sets, with the rollups, all in the caller's transaction. */
import type { Tx } from '../../platform/database/tx.js';
import { DRIVERS } from '../../platform/drivers.js';
import { COUNTED_COLUMNS, moveRollups } from '../rollups/rollups.queries.js';
import type { UndoneLine } from './undone-lines.js';
import type { TakenBack } from './without-imports.js';

export interface AnswerTakenBack extends TakenBack {
  responseId: number;
}

/**
 * Makes it so, and answers what was taken out of each answer, by answer.
 * @param answers locked by this transaction, each at most once
 */
export async function takeBack(tx: Tx, answers: readonly AnswerTakenBack[]): Promise<UndoneLine[]> {
  await note(tx, answers);
  const lines = await tx.query<UndoneLine>(LINES);
  await tx.query(MOVED);
  await moveRollups(tx, 'select * from undo_moved');
  await tx.query(putBack(await valueColumns(tx)));
  await tx.query(REARRANGE_HISTORY);
  await tx.query('drop table undo_answer, undo_history, undo_moved');
  return lines;
}

/** Whoever hangs something on answers finds in `undo_answer` which are going and which change, until the step ends. */
async function note(tx: Tx, answers: readonly AnswerTakenBack[]): Promise<void> {
  await tx.query(
    `create temp table undo_answer (response_id bigint primary key, outcome text not null, import_id int, values_from bigint, taken bigint)
       on commit drop;
     create temp table undo_history (id bigint primary key, keeps bigint not null) on commit drop`,
  );
  await tx.query(
    'insert into undo_answer select * from unnest($1::bigint[], $2::text[], $3::int[], $4::bigint[], $5::bigint[])',
    [
      answers.map(({ responseId }) => responseId),
      answers.map(({ outcome }) => outcome),
      answers.map(({ top }) => top?.importId ?? null),
      answers.map(({ outcome, top }) => (outcome === 'back' ? (top?.heldBy ?? null) : null)),
      answers.map(({ taken }) => taken),
    ],
  );
  const history = answers.flatMap((answer) => answer.history);
  await tx.query('insert into undo_history select * from unnest($1::bigint[], $2::bigint[])', [
    history.map(({ row }) => row),
    history.map(({ keeps }) => keeps),
  ]);
  await tx.query('analyze undo_answer; analyze undo_history');
}

const recordOf = (json: string) => `jsonb_populate_record(null::survey_response, ${json})`;

const list = (columns: readonly string[], alias: string) => columns.map((column) => `${alias}.${column}`).join(', ');

/** What the imports had said; without values where their time was over. */
const LINES = `
  select r.response_key as key, u.code as unit, was.answered_at as "answeredAt", a.outcome, was.ease, was.emotion,
         ${list(DRIVERS, 'was')}
    from undo_answer a join survey_response r on r.id = a.response_id
    left join survey_response_history h on h.id = a.taken
   cross join lateral ${recordOf('coalesce(h.old, to_jsonb(r))')} was
    left join unit u on u.id = was.unit_id
   order by r.id`;

/** What the rollups lose and gain: answers that go, and those whose values change back. */
const MOVED = `
  create temp table undo_moved on commit drop as
  select -1 as weight, ${list(COUNTED_COLUMNS, 'r')}
    from undo_answer a join survey_response r on r.id = a.response_id where a.outcome in ('gone', 'back')
  union all
  select 1, ${list(COUNTED_COLUMNS, 'was')}
    from undo_answer a join survey_response_history h on h.id = a.values_from cross join lateral ${recordOf('h.old')} was;
  analyze undo_moved`;

/** Every column that an import sets, whichever there are. */
async function valueColumns(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ name: string }>(
    `select attname as name from pg_attribute
      where attrelid = 'survey_response'::regclass and attnum > 0 and not attisdropped and attgenerated = ''
        and attname not in ('id', 'source_id', 'response_key') order by attnum`,
  );
  return rows.map(({ name }) => name);
}

/** Words that have been erased stay so: what was said in the history has been erased with them. */
const putBack = (columns: readonly string[]) => `
  update survey_response r set (${columns.join(', ')}) = (select ${list(columns, 'was')} from ${recordOf('h.old')} was)
    from undo_answer a join survey_response_history h on h.id = a.values_from where r.id = a.response_id;
  update survey_response r set import_id = a.import_id
    from undo_answer a where r.id = a.response_id and a.outcome = 'unknown'`;

const REARRANGE_HISTORY = `
  update survey_response_history h set old = kept.old
    from undo_history it join survey_response_history kept on kept.id = it.keeps
   where h.id = it.id and it.id <> it.keeps;
  delete from survey_response_history h using undo_answer a
   where h.response_id = a.response_id and not exists (select from undo_history it where it.id = h.id);
  delete from survey_response r using undo_answer a where r.id = a.response_id and a.outcome = 'gone'`;
