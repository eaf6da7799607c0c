import type { Tx } from '../database/tx.js';

/**
 * Says, for the rest of this transaction or until another table is named, from which append-only table rows may go. The
 * triggers of migration 0025 ask for it, and refuse all others as before.
 */
export async function letGoFrom(tx: Pick<Tx, 'query'>, table: string): Promise<void> {
  await tx.query(`select set_config('cxu.erasing', $1, true)`, [table]);
}
