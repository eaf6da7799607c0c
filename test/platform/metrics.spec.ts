import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aColleague } from '../factories/colleagues.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { Answer } from '../support/browserless.js';

const TOKEN = 'sixteen or more letters';

describe('metrics', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ env: { METRICS_TOKEN: TOKEN } });
  });
  afterAll(() => app.stop());

  const read = (authorization = `Bearer ${TOKEN}`): Promise<Answer> =>
    app.visitor().send('GET', '/metrics', undefined, { authorization });
  const figures = async () => (await read()).text;

  it('are text that Prometheus reads', async () => {
    const { status, headers, text } = await read();
    expect([status, headers.get('content-type')]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
    expect(text).toMatch(/^# HELP cxu_http_request_seconds /m);
    for (const line of text.split('\n')) expect(line).toMatch(/^(|#.*|\w+(\{[^}]*\})? \S+)$/);
  });

  it('tell of the process, its connections and the installation', async () => {
    const sam = await aColleague(app);
    await app.signInAs(sam);
    await app.db.query(`insert into job (kind, run_after) values ('x', now() - interval '90 seconds')`);
    await app.db.query(`insert into job (kind, parked_at) values ('x', now())`);
    await app.db.query(`insert into worker (host, pid, back_end) values ('counter-7', 4711, 'table')`);
    const text = await figures();
    expect(text).toMatch(/^process_cpu_user_seconds_total \d/m);
    expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds \d/m);
    expect(text).toMatch(/^cxu_database_connections\{state="awaited"\} 0$/m);
    expect(text).toMatch(/^cxu_jobs\{state="waiting"\} 1$/m);
    expect(text).toMatch(/^cxu_jobs\{state="failed"\} 1$/m);
    expect(text).toMatch(/^cxu_jobs_oldest_waiting_seconds 9\d\./m);
    expect(text).toMatch(/^cxu_workers 1$/m);
    expect(text).toMatch(/^cxu_sessions 1$/m);
  });

  it('count requests under the pattern of their route, never under what somebody typed', async () => {
    const visitor = app.visitor();
    await visitor.get('/courses/a-course?secret=whispered');
    await visitor.get('/invented/whispered');
    await visitor.send('PROPFIND', '/sign-in');
    await visitor.get('/assets/no-such.css');
    const text = await figures();
    expect(text).toMatch(/_count\{method="GET",route="\/courses\/:slug",status="303"\} 1/);
    expect(text).toMatch(/_count\{method="GET",route="none",status="404"\} 1/);
    expect(text).toMatch(/_count\{method="other",route="\S+",status="\d+"\} 1/);
    expect(text).toMatch(/_count\{method="GET",route="\/assets",status="404"\} 1/);
    expect(text).not.toMatch(/whispered|invented|a-course|PROPFIND|no-such/);
  });

  it('are not grown by whoever asks for many pages that are not there', async () => {
    const series = async () => (await figures()).split('\n').length;
    const before = await series();
    for (let i = 0; i < 50; i += 1) await app.visitor().get(`/x/${i}/y`);
    expect(await series()).toBeLessThanOrEqual(before + 15);
  });

  it.each(['', 'Bearer ', 'Bearer wrong', `bearer ${TOKEN}`, `Bearer ${TOKEN} `.repeat(2), `Basic ${TOKEN}`])(
    'are kept from whoever says %j',
    async (authorization) => {
      const answer = await read(authorization);
      expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
      expect(answer.text).toBe('A token is wanted.\n');
    },
  );

  it('go on while the database is away, without what only it knows', async () => {
    await app.db.query('alter table job rename to job_away');
    const text = await figures();
    await app.db.query('alter table job_away rename to job');
    expect(text).toMatch(/^cxu_database_connections/m);
    expect(text).not.toMatch(/^cxu_jobs/m);
  });
});

describe('metrics without a token in the settings', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.stop());

  it.each([undefined, 'Bearer ', 'Bearer null', 'Bearer undefined'])('are not there (%s)', async (authorization) => {
    const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
    const answer = await app.visitor().send('GET', '/metrics', undefined, headers);
    expect([answer.status, answer.words.includes('We can’t find that page')]).toEqual([404, true]);
  });
});
