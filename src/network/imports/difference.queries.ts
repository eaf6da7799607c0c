import type { Tx } from '../../platform/database/tx.js';
import type { Difference, ImportResult } from './import-result.js';

/**
 * Both imports leave their comparison in the temporary table `difference (line, code, name, since, was, now, change)`.
 * Lines below zero are no rows of the file: they are what a full snapshot ends.
 */
const CHANGE = `case when line < 0 then 'ended' else change end`;

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
    `select * from (
       select greatest(line, 0) as line, code, name, ${CHANGE} as change, was, now, since as "from" from difference) told
      where change = any ($1) order by line, code limit $2`,
    [changes, limit],
  );
}
