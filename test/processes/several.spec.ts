import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { Running } from '../start/process.js';
import { Browserless } from '../support/browserless.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { DEMO } from '../support/demo-template.js';
import { describeWithRedis, freePort, TestRedis } from '../support/redis.js';
import { until } from '../support/until.js';

/** One PostgreSQL and one Redis; two web processes, each with its own worker, and two workers that count. */
describeWithRedis('several processes', () => {
  let redis: TestRedis;
  let product: TestDatabase;
  let counting: TestDatabase;
  let counted: pg.Client;
  let urls: [string, string];
  const running: Running[] = [];

  beforeAll(async () => {
    redis = await TestRedis.start();
    [product, counting] = [await createTestDatabase(DEMO), await createTestDatabase()];
    counted = new pg.Client({ connectionString: counting.url });
    await counted.connect();
    await counted.query('create table counted (n int, pid int)');
    const webs = await Promise.all([aWeb(), aWeb()]);
    await Promise.all([aCounter(), aCounter()].map((worker) => worker.says(/working/)));
    urls = [webs[0], webs[1]];
  }, 240_000);

  afterAll(async () => {
    await Promise.all(running.map((process) => process.kill('SIGTERM')));
    await counted.end();
    await redis.kill();
    await Promise.all([product.drop(), counting.drop()]);
  }, 60_000);

  async function aWeb(): Promise<string> {
    const PORT = String(await freePort());
    const env = {
      PORT,
      DATABASE_URL: product.url,
      REDIS_URL: redis.url,
      CXU_DEMO: '1',
      CXU_NOW: '',
      CXU_URL: '',
      HOST: '',
    };
    const web = Running.node(['dist/main.js'], { ...env, CXU_LOG: 'silent' });
    running.push(web);
    await web.says(/is ready at/);
    return `http://127.0.0.1:${PORT}`;
  }

  function aCounter(): Running {
    const worker = Running.node(['test/processes/counting-worker.mjs'], {
      DATABASE_URL: counting.url,
      REDIS_URL: redis.url,
    });
    running.push(worker);
    return worker;
  }

  const enqueue = (from: number, to: number, ms = 0) =>
    counted.query(
      `insert into job (kind, body) select 'test.count', jsonb_build_object('n', n, 'ms', $3::int)
         from generate_series($1::int, $2::int) n`,
      [from, to, ms],
    );
  const undone = async () => {
    const { rows } = await counted.query<{ n: string }>(
      `select count(*) as n from job where kind = 'test.count' and done_at is null`,
    );
    return Number(rows[0]!.n);
  };
  const times = async () => {
    const { rows } = await counted.query<{ n: number; times: string }>(
      'select n, count(*) as times from counted group by n order by n',
    );
    return rows.map(({ n, times }) => [n, Number(times)]);
  };
  const onceEach = (to: number) => Array.from({ length: to }, (_, at) => [at + 1, 1]);

  it('share sessions: who signs in on one is known on the other, and signs out of both', async () => {
    const [one, other] = [new Browserless(urls[0]), new Browserless(urls[1])];
    await one.get('/sign-in');
    const answer = await one.post('/sign-in', { login: '100001', password: 'love-your-customers' });
    expect(answer.status).toBe(303);
    for (const [name, value] of one.cookies) other.cookies.set(name, value);
    expect((await other.get('/')).words).toContain('Sam');
    await other.get('/record');
    expect((await other.post('/sign-out')).status).toBe(303);
    expect((await one.get('/record')).location).toMatch(/^\/sign-in/);
  });

  it('follow the clock that is set on one of them', async () => {
    const [one, other] = [new Browserless(urls[0]), new Browserless(urls[1])];
    const moment = async (browser: Browserless) =>
      /value="(\w+)" aria-current="true"/.exec((await browser.get('/sign-in')).text)?.[1] ?? '';
    const before = await moment(other);
    await one.get('/sign-in');
    await one.post('/demo/moment', { moment: 'after' });
    await until(async () => (await moment(other)) !== before);
    expect([await moment(one), await moment(other)]).toEqual(['after', 'after']);
  });

  it('run each job once, on both workers', async () => {
    await enqueue(1, 200, 2);
    await until(async () => (await undone()) === 0, 30);
    expect(await times()).toEqual(onceEach(200));
    const { rowCount } = await counted.query('select distinct pid from counted');
    expect(rowCount).toBe(2);
  });

  it('lose and double nothing when a worker is killed in the middle of a job: the other takes it over', async () => {
    await counted.query('truncate counted');
    await enqueue(1, 1, 5_000);
    const inTheMiddle = () => running.find(({ output }) => output.endsWith('counting 1\n'));
    await until(() => inTheMiddle() !== undefined, 15);
    const busy = inTheMiddle()!;
    await enqueue(2, 30);
    await busy.kill('SIGKILL');
    await counted.query(`update job set body = body || '{"ms": 10}', claimed_at = now() - interval '61 seconds'
                          where kind = 'test.count' and claimed_at is not null`);
    await until(async () => (await undone()) === 0, 40);
    expect(await times()).toEqual(onceEach(30));
    await aCounter().says(/working/);
  }, 60_000);

  it('lose and double nothing when Redis is killed and gone for ten seconds, and pages answer all the while', async () => {
    await counted.query('truncate counted');
    const visitor = new Browserless(urls[1]);
    const statuses: number[] = [];
    let n = 0;
    const some = async () => {
      await enqueue(n + 1, (n += 5), 5);
      statuses.push((await visitor.get('/sign-in')).status);
      await wait(250);
    };
    for (let i = 0; i < 4; i += 1) await some();
    await redis.kill();
    for (const back = Date.now() + 10_000; Date.now() < back;) await some();
    await redis.startAgain();
    for (let i = 0; i < 8; i += 1) await some();
    await until(async () => (await undone()) === 0, 40);
    expect(await times()).toEqual(onceEach(n));
    expect([...new Set(statuses)]).toEqual([200]);
  }, 90_000);
});
