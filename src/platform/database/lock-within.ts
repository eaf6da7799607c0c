import type { Tx } from './tx.js';

/**
 * Runs a statement that takes a lock, and waits for it no longer than `patience`, such as '10s'; '0' is as long as it takes.
 * What follows in the transaction waits as usual.
 * @throws what `tooLate` makes of it when patience runs out
 */
export async function lockWithin(
  tx: Tx,
  patience: string,
  statement: string,
  tooLate: () => Error | Promise<Error>,
): Promise<void> {
  await tx.query(`set local lock_timeout = '${patience}'`);
  await tx.query(statement).catch(async (error: unknown) => {
    throw isLate(error) ? await tooLate() : error;
  });
  await tx.query('set local lock_timeout = 0');
}

/** PostgreSQL: lock_not_available. */
function isLate(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === '55P03';
}
