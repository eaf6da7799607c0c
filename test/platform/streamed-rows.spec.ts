import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startPlatform, type TestPlatform } from '../support/platform.js';

const NUMBERS = 'select n from generate_series(1, $1::int) n';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform([]);
});
afterAll(() => platform.stop());

const taken = () => platform.db.pool.totalCount - platform.db.pool.idleCount;

async function sumOf(limit: number): Promise<number> {
  let sum = 0;
  for await (const { n } of platform.db.stream<{ n: number }>(NUMBERS, [limit])) sum += n;
  return sum;
}

describe('rows as they are taken', () => {
  it.each([
    [0, 0],
    [999, 499_500],
    [1000, 500_500],
    [2500, 3_126_250],
  ])('are all of them: %d', async (limit, sum) => expect(await sumOf(limit)).toBe(sum));

  it('give the connection back at the end, when the loop is left, and when a row cannot be read', async () => {
    for await (const { n } of platform.db.stream<{ n: number }>(NUMBERS, [5000])) if (n === 1500) break;
    const bad = platform.db.stream('select 1 / (n - 3) as one from generate_series(1, 5) n');
    await expect(bad.next()).rejects.toThrow('division by zero');
    expect(taken()).toBe(0);
  });

  it('come from one moment, whatever is written meanwhile', async () => {
    await platform.db.query('create table cup as select n from generate_series(1, 3000) n');
    const read: number[] = [];
    for await (const { n } of platform.db.stream<{ n: number }>('select n from cup')) {
      if (read.length === 0) await platform.db.query('insert into cup select n from generate_series(3001, 6000) n');
      read.push(n);
    }
    expect(read).toHaveLength(3000);
  });

  it('end with an error and not with the process when the connection breaks off while nothing is asked of it', async () => {
    const rows = platform.db.stream<{ n: number }>(NUMBERS, [5000]);
    await rows.next();
    await platform.db.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where state = 'idle in transaction' and datname = current_database()`,
    );
    await expect(
      (async () => {
        for await (const { n } of rows) if (n % 1000 === 0) await platform.db.query('select pg_sleep(0.1)');
      })(),
    ).rejects.toThrow();
    expect(taken()).toBe(0);
    expect(await sumOf(10)).toBe(55);
  });

  it('cannot write', async () => {
    const writing = platform.db.stream('with gone as (delete from setting returning 1) select * from gone');
    await expect(writing.next()).rejects.toThrow();
  });
});
