import { inBatches } from '../../platform/database/cursor.js';
import type { Tx } from '../../platform/database/tx.js';
import { type Contradiction, rejectionOf } from './contradiction.js';
import type { Difference, ImportResult, Rejection } from './import-result.js';
import type { ReportRow } from './report-row.js';

/**
 * What both imports leave behind in temporary tables, as long as the transaction: `rejected`, one row for each row of the
 * file that cannot be taken, and `difference (line, code, name, since, was, now, change, merger)`, one for each of the others.
 * Lines below zero are no rows of the file: they are what a full snapshot ends.
 */
const CHANGE = `case when line < 0 then 'ended' else change end`;

/** A rejected row: `reason` when reading it said so, `said` when the whole file or the database does. */
const REJECTED = `create temp table rejected (line int, "column" text, reason text, said text[]) on commit drop`;

/** SQL that takes rows out of a staging table and keeps why. `deletion` ends in what it returns: line, column, said. */
export const rejecting = (deletion: string): string =>
  `with refused (line, "column", said) as (${deletion})
   insert into rejected (line, "column", said) select line, "column", said from refused`;

/** Rows that could not be read came along with the others: one COPY, and no list of them in memory. */
export async function setRejectedAside(tx: Tx, staging: string): Promise<void> {
  await tx.query(REJECTED);
  await tx.query(
    `with bad as (delete from ${staging} where bad_reason is not null returning line, bad_column, bad_reason)
     insert into rejected (line, "column", reason) select line, bad_column, bad_reason from bad`,
  );
}

export async function countRejected(tx: Tx): Promise<number> {
  return (await tx.one<{ n: number }>('select count(*) as n from rejected'))?.n ?? 0;
}

export async function firstRejected(tx: Tx, limit: number): Promise<Rejection[]> {
  return (await tx.query<RejectedRow>(`${REJECTED_ROWS} limit $1`, [limit])).map(sayRejected);
}

/** All of them, in the order of the file. */
export async function* allRejected(tx: Tx): AsyncGenerator<Rejection, void> {
  for await (const row of inBatches<RejectedRow>(tx.client, REJECTED_ROWS)) yield sayRejected(row);
}

type Counts = Pick<ImportResult, 'new' | 'moved' | 'changed' | 'unchanged'> & { ended: number };

export async function countChanges(tx: Tx): Promise<Counts> {
  const [counts] = await tx.query<Counts>(`
    select count(*) filter (where change = 'new') as new, count(*) filter (where change = 'moved') as moved,
           count(*) filter (where change = 'changed') as changed, count(*) filter (where change = 'unchanged') as unchanged,
           count(*) filter (where change = 'ended') as ended
      from (select ${CHANGE} as change from difference) told`);
  return counts ?? { new: 0, moved: 0, changed: 0, unchanged: 0, ended: 0 };
}

export async function firstDifferences(
  tx: Tx,
  changes: readonly Difference['change'][],
  limit: number,
): Promise<Difference[]> {
  return tx.query<Difference>(
    `select * from (${DIFFERENCES}) told where change = any ($1) order by line, code limit $2`,
    [changes, limit],
  );
}

/** Everything that is not unchanged, and everything rejected, in the order of the file. */
export async function* wholeReport(tx: Tx): AsyncGenerator<ReportRow, void> {
  for await (const row of inBatches<Reported>(tx.client, REPORT)) {
    const { refused, column, reason, said, ...difference } = row;
    yield refused ? sayRejected({ line: row.line, column, reason, said }) : difference;
  }
}

type Reported = Difference & RejectedRow & { refused: boolean };

interface RejectedRow {
  line: number;
  column: string;
  reason: string | null;
  said: Contradiction['said'] | null;
}

function sayRejected({ line, column, reason, said }: RejectedRow): Rejection {
  return said === null ? { line, column, reason: reason ?? '' } : rejectionOf({ line, column, said });
}

const REJECTED_ROWS = 'select line, "column", reason, said from rejected order by line';

const DIFFERENCES = `
  select greatest(line, 0) as line, code, name, ${CHANGE} as change, was, now, since as "from", merger
    from difference`;

const REPORT = `
  select line, code, name, change, was, now, "from", merger, '' as "column", null as reason, null::text[] as said, false as refused
    from (${DIFFERENCES}) told where change <> 'unchanged'
  union all
  select line, '', '', 'rejected', null, '', null, null, "column", reason, said, true from rejected
   order by line, code`;
