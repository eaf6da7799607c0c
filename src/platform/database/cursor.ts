import type { Pool, PoolClient } from 'pg';

const BATCH = 1000;
/** A reader who takes nothing for this long loses the connection, which others wait for. */
const PATIENCE = '60s';

/**
 * The rows of one statement, a batch at a time through a cursor on the server, all from one snapshot. The connection is
 * given back when the last row was taken or the loop is left.
 */
export async function* streamRows<T>(pool: Pool, sql: string, params: unknown[]): AsyncGenerator<T, void> {
  const client = await pool.connect();
  client.on('error', brokenOff);
  let whole = false;
  try {
    await client.query(`begin read only; set local idle_in_transaction_session_timeout = '${PATIENCE}'`);
    yield* inBatches<T>(client, sql, params);
    await client.query('commit');
    whole = true;
  } finally {
    if (!whole) await client.query('rollback').catch(() => undefined);
    if (whole) client.off('error', brokenOff);
    client.release(!whole);
  }
}

/** The statement that comes next fails; unheard, the connection's own word of it would end the process. */
const brokenOff = () => undefined;

/** The same within a transaction that is open already; one statement at a time. */
export async function* inBatches<T>(client: PoolClient, sql: string, params: unknown[] = []): AsyncGenerator<T, void> {
  await client.query(`declare streamed no scroll cursor for ${sql}`, params);
  let rows: T[];
  do {
    rows = (await client.query(`fetch ${BATCH} from streamed`)).rows as T[];
    yield* rows;
  } while (rows.length === BATCH);
  await client.query('close streamed');
}
