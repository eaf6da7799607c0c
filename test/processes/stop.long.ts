import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { Running } from '../start/process.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

describe('a worker that is told to stop in the middle of a job that takes longer than anybody waits', () => {
  let database: TestDatabase;
  let client: pg.Client;
  beforeAll(async () => {
    database = await createTestDatabase();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query('create table counted (n int, pid int)');
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  it('ends well within twenty seconds, and hands the job back for another to begin again at once', async () => {
    await client.query(`insert into job (kind, body) values ('test.count', '{"n": 1, "ms": 120000}')`);
    const env = { DATABASE_URL: database.url, REDIS_URL: '' };
    const worker = Running.node(['test/processes/counting-worker.mjs'], env);
    await worker.says(/counting 1/);
    const told = Date.now();
    expect(await worker.kill('SIGTERM')).toBe(0);
    expect(Date.now() - told).toBeLessThan(20_000);
    const { rows } = await client.query<Record<string, unknown>>(`select * from job where kind = 'test.count'`);
    expect(rows[0]).toMatchObject({ claimed_at: null, done_at: null, tries: 1, hand_backs: 1, error: null });
    expect((await client.query('select from counted')).rowCount).toBe(0);
    await client.query(`update job set body = '{"n": 1, "ms": 10}'`);
    const next = Running.node(['test/processes/counting-worker.mjs'], env);
    await next.says(/counting 1/);
    await next.kill('SIGTERM');
    expect((await client.query('select from counted')).rowCount).toBe(1);
  }, 90_000);
});
