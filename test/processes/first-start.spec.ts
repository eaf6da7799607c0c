import { afterEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { Running } from '../start/process.js';
import { createTestDatabase, type TestDatabase, type Template } from '../support/database.js';
import { freePort } from '../support/redis.js';

/** A database in which nothing is, as somebody makes one for us. */
const BARE: Template = { key: () => Promise.resolve('bare'), make: () => Promise.resolve() };

let database: TestDatabase | null = null;
let running: Running[] = [];
afterEach(async () => {
  await Promise.all(running.map((web) => web.kill('SIGTERM')));
  running = [];
  await database?.drop();
});

async function aWeb(url: string): Promise<Running> {
  const env = { PORT: String(await freePort()), DATABASE_URL: url, CXU_DEMO: '0', CXU_NOW: '', CXU_URL: '', HOST: '' };
  const web = Running.node(['dist/main.js'], { ...env, REDIS_URL: '', CXU_LOG: 'silent' });
  running.push(web);
  return web;
}

describe('two servers that start at the same moment on an empty database', () => {
  it('bring it up to date once, publish the content once, and both serve', async () => {
    database = await createTestDatabase(BARE);
    const webs = [await aWeb(database.url), await aWeb(database.url)];
    const addresses = await Promise.all(webs.map((web) => web.says(/http:\/\/127\.0\.0\.1:\d+/)));
    const ready = await Promise.all(addresses.map(async (url) => (await fetch(`${url}/health/ready`)).status));
    expect(ready).toEqual([200, 200]);
    const said = (sentence: RegExp) => webs.filter(({ output }) => sentence.test(output)).length;
    expect(said(/Bringing the database up to date/)).toBe(1);
    expect(said(/Published \d+ courses/)).toBe(1);
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query(
      'select count(*) as versions, count(distinct course_id) as courses from course_version',
    );
    await client.end();
    expect(rows[0].versions).toBe(rows[0].courses);
  }, 120_000);
});
