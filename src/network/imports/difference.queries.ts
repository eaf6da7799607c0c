import type { Tx } from '../../platform/database/tx.js';
import type { Difference, ImportResult } from './import-result.js';

/** Both imports leave their comparison in the temporary table `difference (line, code, name, since, was, now, change)`. */

export async function countChanges(tx: Tx): Promise<Pick<ImportResult, 'new' | 'moved' | 'changed' | 'unchanged'>> {
  const [counts] = await tx.query<Pick<ImportResult, 'new' | 'moved' | 'changed' | 'unchanged'>>(`
    select count(*) filter (where change = 'new') as new, count(*) filter (where change = 'moved') as moved,
           count(*) filter (where change = 'changed') as changed, count(*) filter (where change = 'unchanged') as unchanged
      from difference`);
  return counts ?? { new: 0, moved: 0, changed: 0, unchanged: 0 };
}

export async function firstDifferences(tx: Tx, limit: number): Promise<Difference[]> {
  return tx.query<Difference>(
    `select line, code, name, change, was, now, since as "from" from difference
      where change in ('moved', 'changed') order by line limit $1`,
    [limit],
  );
}
