import type { Tx } from '../platform/database/tx.js';

/**
 * Until this transaction ends, references are taken at their word: what is written names only rows that the same plan has
 * written, a spec looks every one of them up, and asking the database four times about each answer takes three times as
 * long as writing it. Where the user of the database may not (a superuser may, and whoever was granted it), nothing is
 * skipped and it only takes longer.
 */
export async function trustReferences(tx: Tx): Promise<void> {
  await tx.query(
    `select set_config('session_replication_role', 'replica', true)
      where has_parameter_privilege('session_replication_role', 'set')`,
  );
}
