import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import { Running } from '../start/process.js';
import { Browserless } from '../support/browserless.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { DEMO } from '../support/demo-template.js';
import { describeWithRedis, freePort, TestRedis } from '../support/redis.js';
import { until } from '../support/until.js';
import { Counting, onceEach } from './counting.js';

/** One PostgreSQL and one Redis; two web processes, each with its own worker, and two workers that count. */
describeWithRedis('several processes', () => {
  let redis: TestRedis;
  let product: TestDatabase;
  let counting: Counting;
  let urls: [string, string];
  const webs: Running[] = [];

  beforeAll(async () => {
    redis = await TestRedis.start();
    product = await createTestDatabase(DEMO);
    counting = await Counting.on(redis.url);
    const [one, other] = await Promise.all([startWeb(), startWeb(), counting.startWorker(), counting.startWorker()]);
    urls = [one, other];
  }, 240_000);

  afterAll(async () => {
    await Promise.all([...webs.map((web) => web.kill('SIGTERM')), counting.stop()]);
    await redis.kill();
    await product.drop();
  }, 60_000);

  async function startWeb(): Promise<string> {
    const PORT = String(await freePort());
    const env = { PORT, DATABASE_URL: product.url, REDIS_URL: redis.url, CXU_DEMO: '1', CXU_LOG: 'silent' };
    const web = Running.node(['dist/main.js'], { ...env, CXU_NOW: '', CXU_URL: '', HOST: '' });
    webs.push(web);
    await web.says(/is ready at/);
    return `http://127.0.0.1:${PORT}`;
  }

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
    await counting.enqueue(1, 200, 2);
    await counting.allDone(30);
    expect(await counting.times()).toEqual(onceEach(1, 200));
    for (const worker of counting.workers) expect(worker.output).toContain('counting');
  });

  it('lose and double nothing when a worker is killed in the middle of a job: the other takes it over', async () => {
    await counting.enqueue(1_001, 1_001, 3_000);
    const busy = await counting.inTheMiddleOf(1_001);
    await counting.enqueue(1_002, 1_030, 1);
    await counting.kill(busy);
    await counting.allDone(40);
    expect(await counting.times()).toEqual(onceEach(1_001, 1_030));
    await counting.startWorker();
  }, 60_000);

  it('lose and double nothing when Redis is killed and gone for ten seconds, and pages answer all the while', async () => {
    const visitor = new Browserless(urls[1]);
    const statuses = new Set<number>();
    let n = 2_000;
    const goOn = async () => {
      await counting.enqueue(n + 1, (n += 5), 5);
      statuses.add((await visitor.get('/sign-in')).status);
      await wait(250);
    };
    for (let i = 0; i < 4; i += 1) await goOn();
    await redis.kill();
    for (const back = Date.now() + 10_000; Date.now() < back;) await goOn();
    await redis.startAgain();
    for (let i = 0; i < 8; i += 1) await goOn();
    await counting.allDone(40);
    expect(await counting.times()).toEqual(onceEach(2_001, n));
    expect([...statuses]).toEqual([200]);
  }, 90_000);
});
