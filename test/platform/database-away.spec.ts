import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { ClockQueries } from '../../src/platform/clock.queries.js';
import { followClock } from '../../src/platform/follow-clock.js';
import { JobWorker } from '../../src/platform/jobs/job-worker.js';
import { aColleague } from '../factories/colleagues.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { Browserless } from '../support/browserless.js';
import { Cable } from '../support/cable.js';
import { type LogLine, logLinesOf } from '../support/log-lines.js';

let app: TestApp;
let cable: Cable;
let log: LogLine[];
let sam: Browserless;
beforeAll(async () => {
  app = await startTestApp({
    env: { CXU_LOG: 'info' },
    by: async (databaseUrl) => {
      cable = await Cable.to(databaseUrl);
      return cable.url;
    },
  });
  log = logLinesOf(app);
  sam = await app.signInAs(await aColleague(app));
});
afterAll(async () => {
  await app.stop();
  await cable.cut();
});
afterEach(async () => {
  await cable.mend();
  log.length = 0;
});

describe('while the database is away', () => {
  it('the process is alive and not ready, and says so to whoever balances the load', async () => {
    await cable.cut();
    const [live, ready] = [await app.visitor().get('/health/live'), await app.visitor().get('/health/ready')];
    expect([live.status, ready.status, JSON.parse(ready.text)]).toEqual([200, 503, { status: 'unavailable' }]);
    expect(ready.headers.get('cache-control')).toBe('no-store');
  });

  it('pages say that it will be back, each with one line in the log, and are right again afterwards', async () => {
    await cable.cut();
    for (const browser of [sam, app.visitor()]) {
      const answer = await browser.get('/sign-in');
      expect([answer.status, answer.words.includes('We’ll be back in a moment')]).toEqual([503, true]);
    }
    expect(log.map((line) => [line.level, line.res])).toEqual([
      [50, { status: 503 }],
      [50, { status: 503 }],
    ]);
    await cable.mend();
    expect((await app.visitor().get('/health/ready')).status).toBe(200);
    expect((await sam.get('/record')).status).toBe(200);
  });

  it('a worker waits for it, says so once, and runs what was queued', async () => {
    await app.db.write((tx) => tx.enqueue('signIn.tidy', {}));
    await cable.cut();
    const told = new AbortController();
    const working = app.nest.get(JobWorker).work(told.signal);
    await seconds(3);
    expect(log.map((line) => line.msg)).toEqual(['Jobs cannot be had; trying again until they can']);
    await cable.mend();
    for (let i = 0; i < 80 && !(await queueIsDone()); i += 1) await seconds(0.1);
    told.abort();
    await working;
    expect(await queueIsDone()).toBe(true);
  });

  it('the clock runs on', async () => {
    await app.nest.get(ClockQueries).runFrom(new Date('2027-02-11T10:00:00Z'));
    const following = followClock(app.nest);
    await cable.cut();
    await seconds(2.2);
    expect(app.clock.today()).toBe('2027-02-11');
    clearInterval(following);
  });
});

describe('the clock of an installation', () => {
  it('stays where it is when nobody ever moved it', async () => {
    await app.db.query(`delete from setting where key = 'platform.clock'`);
    app.clock.set('2027-02-12T10:00:00Z');
    await app.nest.get(ClockQueries).follow();
    expect(app.clock.now()).toEqual(new Date('2027-02-12T10:00:00Z'));
  });
});

const queueIsDone = async () =>
  (await app.db.query('select 1 from job where done_at is null').catch(() => [0])).length === 0;

const seconds = (n: number) => new Promise((resolve) => setTimeout(resolve, n * 1_000));
