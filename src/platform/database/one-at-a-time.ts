import pg from 'pg';

/** Numbers that nothing else locks on; the same in every version. */
export const LOCKS = { migrations: 4_720_260_210, fill: 4_720_260_211 } as const;

/** Of all processes on this database, one at a time does this work; the others wait for their turn. */
export async function oneAtATime<T>(
  url: string,
  lock: keyof typeof LOCKS,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCKS[lock]]);
    return await work(client);
  } finally {
    await client.end();
  }
}
