import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { as } from '../campaigns/week-world.js';
import type { TestApp } from '../support/app.js';
import { ACCOUNTS, ask, startApi, tokenFor, whereOf } from './api-world.js';

const METRICS = '/api/v1/units/021047/metrics';

describe('service accounts', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startApi();
  });
  beforeEach(async () => {
    app.clock.set('2027-02-10T10:00:00Z');
    await app.db.query('delete from service_account_use');
  });
  afterAll(() => app.stop());

  const form = async () => {
    const ros = await as(app, 'ros');
    const formToken = /name="formToken" value="([^"]+)"/.exec((await ros.get(ACCOUNTS)).text)![1]!;
    return { ros, formToken };
  };
  const row = (name: string) =>
    app.db.one<{ id: number; hash: string; prefix: string; used: Date | null }>(
      'select id, token_hash hash, token_prefix prefix, last_used_at used from service_account where name = $1',
      [name],
    );

  it('show their token once and keep only its hash', async () => {
    const token = await tokenFor(app, ['metrics:read'], { name: 'Warehouse' });
    expect(token).toMatch(/^cxu_[\w-]{43}$/);
    const kept = (await row('Warehouse'))!;
    expect(kept.hash).toBe(createHash('sha256').update(token).digest('hex'));
    const page = await (await as(app, 'ros')).get(ACCOUNTS);
    expect(page.text).not.toContain(token);
    expect(page.words).toContain(`Warehouse ${token.slice(0, 12)}…`);
    expect(page.words).toMatch(/Warehouse .*metrics:read .*Never .*In use/);
  });

  it('are let in by their token, and the page says when they last were', async () => {
    const token = await tokenFor(app, ['metrics:read'], { name: 'Reader' });
    expect((await ask(app, 'GET', METRICS, { token })).status).toBe(200);
    const usedAt = async () => (await row('Reader'))!.used?.toISOString();
    expect(await usedAt()).toBe('2027-02-10T10:00:00.000Z');
    app.clock.set('2027-02-10T10:04:59Z');
    await ask(app, 'GET', METRICS, { token });
    expect(await usedAt()).toBe('2027-02-10T10:00:00.000Z');
    app.clock.set('2027-02-10T10:05:00Z');
    await ask(app, 'GET', METRICS, { token });
    expect(await usedAt()).toBe('2027-02-10T10:05:00.000Z');
    expect((await (await as(app, 'ros')).get(ACCOUNTS)).words).toContain('10 February 2027 at 10:05');
  });

  it('get neither a session nor any other cookie', async () => {
    const token = await tokenFor(app, ['metrics:read']);
    const { headers } = await ask(app, 'GET', METRICS, { token });
    expect(headers.getSetCookie()).toEqual([]);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it.each([
    ['no token', undefined],
    ['a wrong token', 'Bearer cxu_nobody'],
    ['a token with blanks', 'Bearer a b'],
    ['another scheme', 'Basic cm9zOng='],
    ['an empty one', 'Bearer '],
  ])('turn away %s with 401 and a challenge', async (_, authorization) => {
    const answer = await ask(app, 'GET', METRICS, { headers: authorization ? { authorization } : {} });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer realm="CX University"/);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.json).toMatchObject({ type: 'urn:cxu:problem:unauthorized', status: 401 });
  });

  it('are shut out at once when revoked, and stay so', async () => {
    const token = await tokenFor(app, ['metrics:read'], { name: 'Old' });
    const { id } = (await row('Old'))!;
    const ros = await as(app, 'ros');
    await ros.get(ACCOUNTS);
    const revoked = await ros.follow(await ros.post(`${ACCOUNTS}/${id}/revocation`));
    expect(revoked.words).toContain('Revoked. Its token opens nothing any more.');
    expect((await ask(app, 'GET', METRICS, { token })).status).toBe(401);
    await ros.post(`${ACCOUNTS}/${id}/revocation`);
    const audited = await app.db.query<{ action: string }>(
      `select action from audit_entry where subject_kind = 'serviceAccount' and subject_id = $1 order by id`,
      [String(id)],
    );
    expect(audited.map((entry) => entry.action)).toEqual(['signIn.serviceAccountMade', 'signIn.serviceAccountRevoked']);
    expect((await tokenFor(app, ['metrics:read'], { name: 'Old' })).length).toBe(47);
  });

  it('come to their end after their last day', async () => {
    const token = await tokenFor(app, ['metrics:read'], { endsOn: '2027-02-11' });
    app.clock.set('2027-02-11T23:59:00Z');
    expect((await ask(app, 'GET', METRICS, { token })).status).toBe(200);
    app.clock.set('2027-02-12T00:00:00Z');
    expect((await ask(app, 'GET', METRICS, { token })).status).toBe(401);
  });

  it('do only what their scopes say', async () => {
    const token = await tokenFor(app, ['responses:write']);
    const answer = await ask(app, 'GET', METRICS, { token });
    expect(answer.status).toBe(403);
    expect(answer.headers.get('www-authenticate')).toContain('error="insufficient_scope", scope="metrics:read"');
    expect(answer.json).toMatchObject({ type: 'urn:cxu:problem:insufficient-scope' });
  });

  it('may ask so often in a minute, each account for itself', async () => {
    const [busy, quiet] = [await tokenFor(app, ['metrics:read']), await tokenFor(app, ['metrics:read'])];
    const afterMany = async () => {
      await ask(app, 'GET', METRICS, { token: busy });
      await app.db.query(`update service_account_use set requests = 120, minute = date_trunc('minute', now())`);
      return ask(app, 'GET', METRICS, { token: busy });
    };
    const first = await afterMany();
    // A new minute may have begun in between.
    const answer = first.status === 429 ? first : await afterMany();
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(answer.json).toMatchObject({ type: 'urn:cxu:problem:rate-limit' });
    expect((await ask(app, 'GET', METRICS, { token: quiet })).status).toBe(200);
  });

  describe('are made through a form that', () => {
    it.each([
      [{ name: 'ab', scopes: 'metrics:read' }, 'Name the software in 3 to 60 characters.'],
      [{ name: 'Warehouse two', scopes: [] }, 'Choose what it may do.'],
      [{ name: 'Warehouse two', scopes: 'everything' }, 'Choose what it may do from the list.'],
      [{ name: 'Warehouse two', scopes: 'metrics:read', endsOn: '2027-02-09' }, 'Choose an end to come.'],
      [{ name: 'Warehouse two', scopes: 'metrics:read', endsOn: 'soon' }, 'Choose a day, or leave the end empty.'],
      [{ name: 'WAREHOUSE', scopes: 'metrics:read' }, 'An account in use has this name.'],
    ])('refuses %j', async (fields, sentence) => {
      const { ros, formToken } = await form();
      const answer = await ros.post(ACCOUNTS, { formToken, endsOn: '', ...whereOf(), ...fields });
      expect([answer.status, answer.words]).toEqual([422, expect.stringContaining(sentence)]);
    });

    it('makes one account of a double click', async () => {
      const { ros, formToken } = await form();
      const fields = { formToken, name: 'Once', scopes: 'metrics:read', endsOn: '', ...whereOf() };
      const answers = await Promise.all([ros.post(ACCOUNTS, fields), ros.post(ACCOUNTS, fields)]);
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 422]);
      expect((await app.db.query(`select from service_account where name = 'Once'`)).length).toBe(1);
    });
  });

  describe('for an outsider', () => {
    it.each(['sam', 'dawn', 'nik'])('are closed to %s', async (reference) => {
      const visitor = await as(app, reference);
      expect((await visitor.get(ACCOUNTS)).status).toBe(403);
      expect((await visitor.post(ACCOUNTS, { name: 'Mine', scopes: 'metrics:read' })).status).toBe(403);
      expect((await visitor.post(`${ACCOUNTS}/1/revocation`)).status).toBe(403);
    });

    it('a signed-in person’s session opens nothing of the API', async () => {
      const ros = await as(app, 'ros');
      expect((await ros.get(METRICS)).status).toBe(401);
    });

    it('a token opens no page', async () => {
      const token = await tokenFor(app, ['metrics:read']);
      const answer = await app.visitor().send('GET', ACCOUNTS, undefined, { authorization: `Bearer ${token}` });
      expect(answer.status).toBe(303);
    });
  });
});
