import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ApiAnswersJobs } from '../../src/feedback/api/api-answers.jobs.js';
import { ImportLock } from '../../src/feedback/imports/import-lock.queries.js';
import { Standings } from '../../src/feedback/standings/standings.service.js';
import { SelfCheck } from '../../src/feedback/self-check/self-check.service.js';
import type { TestApp } from '../support/app.js';
import { ask, startApi, tokenFor } from './api-world.js';

const RESPONSES = '/api/v1/responses';

describe('POST /api/v1/responses', () => {
  let app: TestApp;
  let token: string;

  beforeAll(async () => {
    app = await startApi();
    token = await tokenFor(app, ['responses:write', 'metrics:read']);
  });
  beforeEach(async () => {
    await app.db.query(
      'truncate survey_response_history, survey_response, unit_week, area_day, service_account_use, api_answer',
    );
  });
  afterAll(() => app.stop());

  const one = { responseId: 'R-1', unit: '021047', at: '2027-02-03T10:15:00Z', ease: 4, emotion: 'satisfied' };
  const send = (responses: unknown, more: object = {}, headers: Record<string, string> = {}) =>
    ask(app, 'POST', RESPONSES, { token, body: { source: 'Branch survey', responses, ...more }, headers });
  const stored = () =>
    app.db.query<{ key: string; ease: number | null; comment: string | null; friendly: number | null }>(
      'select response_key "key", ease, comment, friendly from survey_response order by response_key',
    );

  it('lands new responses with the figures that pages show', async () => {
    const answer = await send([
      one,
      { ...one, responseId: 'R-2', ease: null, emotion: null, drivers: { friendly: 5 } },
    ]);
    expect([answer.status, answer.json]).toEqual([
      200,
      { import: expect.any(Number), read: 2, new: 2, changed: 0, unchanged: 0, rejected: 0, rejects: [], merged: [] },
    ]);
    expect(await stored()).toMatchObject([
      { key: 'R-1', ease: 4 },
      { key: 'R-2', ease: null, friendly: 5 },
    ]);
    const metrics = await ask(app, 'GET', '/api/v1/units/021047/metrics', { token });
    expect(metrics.json).toMatchObject({ total: { responses: 2, ease: { n: 1, score: null } } });
  });

  it('changes nothing the second time, and keeps what a correction replaced', async () => {
    await send([one]);
    expect((await send([one])).json).toMatchObject({ new: 0, changed: 0, unchanged: 1 });
    expect((await send([{ ...one, ease: 5 }])).json).toMatchObject({ new: 0, changed: 1, unchanged: 0 });
    expect(await stored()).toMatchObject([{ ease: 5 }]);
    expect(await app.db.query('select old from survey_response_history')).toMatchObject([{ old: { ease: 4 } }]);
    const [week] = await app.db.query('select responses, ease_n, ease_top, ease_sum from unit_week');
    expect(week).toEqual({ responses: 1, ease_n: 1, ease_top: 1, ease_sum: 5 });
  });

  it('keeps sources apart', async () => {
    await send([one]);
    expect((await send([one], { source: 'Telephone survey' })).json).toMatchObject({ new: 1 });
    expect(await stored()).toHaveLength(2);
  });

  it('masks what could reach a person', async () => {
    await send([{ ...one, comment: 'Ring Mrs Patel on 01632 960123 or at j.patel@example.org, AB1 2DE.' }]);
    expect((await stored())[0]?.comment).toBe('Ring Mrs [name] on [phone number] or at [e-mail address], [postcode].');
  });

  it('rejects what cannot land by its place and reason, and lands the rest', async () => {
    const { status, json } = await send([
      { ...one, unit: '999999' },
      one,
      { ...one, responseId: 'R-3', at: 'yesterday' },
      { ...one, responseId: 'R-4', at: '2027-05-01T10:00:00Z' },
      { ...one, responseId: 'R-5', ease: 6 },
      { ...one, responseId: 'R-6', emotion: 'cross' },
      { ...one, responseId: 'R-7', drivers: { speed: 4 } },
      { ...one, responseId: 'R-8', mood: 'fine' },
      { ...one, responseId: '' },
      { ...one, ease: 1 },
      { ...one, responseId: 'R-9', unit: '2' },
      'words',
      null,
    ]);
    expect(status).toBe(200);
    expect(json).toMatchObject({ read: 13, new: 1, rejected: 12 });
    expect(json.rejects).toEqual([
      { index: 0, pointer: '/responses/0/unit', reason: 'No unit has the code “999999”.' },
      { index: 2, pointer: '/responses/2/at', reason: expect.stringContaining('“yesterday” is not a date and time') },
      { index: 3, pointer: '/responses/3/at', reason: expect.stringContaining('has not come yet') },
      { index: 4, pointer: '/responses/4/ease', reason: expect.stringContaining('from 1 to 5') },
      { index: 5, pointer: '/responses/5/emotion', reason: expect.stringContaining('Give one of delighted') },
      { index: 6, pointer: '/responses/6/drivers/speed', reason: expect.stringContaining('The drivers are') },
      { index: 7, pointer: '/responses/7/mood', reason: expect.stringContaining('no such field') },
      { index: 8, pointer: '/responses/8/responseId', reason: 'This is needed, as text.' },
      { index: 9, pointer: '/responses/9/responseId', reason: expect.stringContaining('stands earlier in this list') },
      { index: 10, pointer: '/responses/10/unit', reason: expect.stringContaining('leading zeros of 000002') },
      { index: 11, pointer: '/responses/11', reason: 'A response is an object.' },
      { index: 12, pointer: '/responses/12', reason: 'A response is an object.' },
    ]);
    expect(await stored()).toMatchObject([{ key: 'R-1', ease: 4 }]);
  });

  it('takes a thousand at once, and the figures agree with the raw answers', async () => {
    const many = Array.from({ length: 1000 }, (_, at) => ({
      ...one,
      responseId: `R-${at}`,
      unit: at % 2 ? '021047' : '000002',
      at: `2027-02-0${1 + (at % 7)}T09:00:00Z`,
      ease: 1 + (at % 5),
      comment: 'Fine.'.repeat(50),
    }));
    expect((await send(many)).json).toMatchObject({ read: 1000, new: 1000 });
    const check = await app.nest.get(SelfCheck).run();
    expect(check).toMatchObject({ differences: 0, areaDays: { differences: 0 } });
  });

  it('is looked at together with what comes after it, however many are sent one by one', async () => {
    const jobs = () =>
      app.db.query(`select kind, run_after > now() as waits from job where done_at is null and kind like 'feedback.%'`);
    await app.runJobs();
    await app.db.query(`delete from job where kind = 'feedback.checkSent'`);
    for (const n of [1, 2, 3]) await send([{ ...one, responseId: `L-${n}`, at: '2026-11-03T10:15:00Z' }]);
    const found = await jobs();
    expect(found.slice(0, 1)).toEqual([{ kind: 'feedback.checkSent', waits: true }]);
    expect(found.length).toBeLessThanOrEqual(2);
    await app.nest.get(Standings).fill('2027-02-10');
    expect(await app.db.query('select responses from unit_standing where responses > 0')).toEqual([{ responses: 3 }]);
  });

  it('stands in the list of imports under the account’s name', async () => {
    await send([one]);
    const [row] = await app.db.query<{ name: string; result: object }>(
      'select file_name "name", result from survey_import order by id desc limit 1',
    );
    expect(row).toMatchObject({ name: expect.stringMatching(/^API: Software/), result: { read: 1, new: 1 } });
  });

  it('asks to come back while a long import lands, and takes the same batch then', async () => {
    const busy = await app.nest.get(ImportLock).hold(
      () => send([one]),
      () => undefined,
    );
    expect([busy.status, busy.json.type]).toEqual([503, 'urn:cxu:problem:busy']);
    expect(Number(busy.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await send([one])).json).toMatchObject({ new: 1 });
  }, 60_000);

  it('leaves pages their connections, however many requests wait for an import', async () => {
    const ids = Array.from({ length: 12 }, (_, at) => `W-${at}`);
    const landed = await app.nest.get(ImportLock).hold(
      async () => {
        const sent = ids.map((responseId) => send([{ ...one, responseId }]));
        await waiting(2);
        return { sent, left: await app.db.one('select 1 as answer') };
      },
      () => undefined,
    );
    expect(landed.left).toEqual({ answer: 1 });
    expect((await Promise.all(landed.sent)).map(({ status }) => status)).toEqual(ids.map(() => 200));
  }, 60_000);

  /** Until so many wait for a lock. */
  async function waiting(n: number): Promise<void> {
    const row = await app.db.one<{ n: number }>(
      `select count(*)::int as n from pg_locks l join pg_database d on d.oid = l.database and d.datname = current_database()
        where l.locktype = 'advisory' and not l.granted`,
    );
    if ((row?.n ?? 0) >= n) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
    return waiting(n);
  }

  it('reads a compressed body, and not more of it than it reads of others', async () => {
    const packed = (text: string) =>
      fetch(app.url + RESPONSES, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'content-encoding': 'gzip' },
        body: gzipSync(text),
      });
    expect((await packed(JSON.stringify({ source: 'Branch survey', responses: [one] }))).status).toBe(200);
    expect((await packed(`{"source":"${'x'.repeat(50_000_000)}"}`)).status).toBe(413);
  });

  describe('with an Idempotency-Key', () => {
    const key = { 'idempotency-key': 'k-1' };

    it('answers the same again without doing it again', async () => {
      const first = await send([one], {}, key);
      const imports = (await app.db.query('select from survey_import')).length;
      const second = await send([one], {}, key);
      expect([second.status, second.json]).toEqual([200, first.json]);
      expect(first.json).toMatchObject({ new: 1 });
      expect((await app.db.query('select from survey_import')).length).toBe(imports);
    });

    it('does it once when both come at the same time', async () => {
      const answers = await Promise.all([send([one], {}, key), send([one], {}, key), send([one], {}, key)]);
      expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
      expect(await stored()).toHaveLength(1);
    });

    it('refuses another body under the same key', async () => {
      await send([one], {}, key);
      const other = await send([{ ...one, ease: 1 }], {}, key);
      expect(other.status).toBe(422);
      expect(other.json).toMatchObject({ type: 'urn:cxu:problem:idempotency-key-reused' });
      expect(await stored()).toMatchObject([{ ease: 4 }]);
    });

    it('is each account’s own', async () => {
      await send([one], {}, key);
      const elsewhere = await tokenFor(app, ['responses:write']);
      const body = { source: 'Branch survey', responses: [{ ...one, ease: 1 }] };
      const answer = await ask(app, 'POST', RESPONSES, { token: elsewhere, body, headers: key });
      expect(answer.json).toMatchObject({ changed: 1 });
    });

    it('is remembered for a week', async () => {
      await send([one], {}, key);
      const kept = async () => (await app.db.query('select from api_answer')).length;
      await app.nest.get(ApiAnswersJobs).forget();
      expect(await kept()).toBe(1);
      await app.db.query(`update api_answer set made_at = now() - interval '8 days'`);
      await app.nest.get(ApiAnswersJobs).forget();
      expect(await kept()).toBe(0);
    });

    it.each(['', 'a b', 'x'.repeat(201)])('that is no key is refused: %j', async (bad) => {
      const answer = await send([one], {}, { 'idempotency-key': bad });
      expect([bad, answer.status]).toEqual([bad, 422]);
    });
  });

  it.each([
    [{}, '/source'],
    [{ source: 'x' }, '/responses'],
    [{ source: '', responses: [one] }, '/source'],
    [{ source: 7, responses: [one] }, '/source'],
    [{ source: 'x'.repeat(101), responses: [one] }, '/source'],
    [{ source: 'x', responses: [] }, '/responses'],
    [{ source: 'x', responses: {} }, '/responses'],
    [{ source: 'x', responses: Array.from({ length: 1001 }, () => one) }, '/responses'],
    [{ source: 'x', responses: [one], extra: 1 }, '/extra'],
    [[], ''],
  ])('points to what is wrong with a batch %#', async (body, pointer) => {
    const answer = await ask(app, 'POST', RESPONSES, { token, body });
    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.json).toMatchObject({ type: 'urn:cxu:problem:validation', errors: expect.any(Array) });
    expect((answer.json.errors as { pointer: string }[]).map((fault) => fault.pointer)).toContain(pointer);
    expect(await stored()).toEqual([]);
  });
});
