import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { as } from '../campaigns/week-world.js';
import type { TestApp } from '../support/app.js';
import { ACCOUNTS, ask, startApi, tokenFor } from './api-world.js';

const METRICS = '/api/v1/units/021047/metrics';

describe('a new token for an account', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApi();
  });
  beforeEach(() => app.db.query('delete from service_account_use'));
  afterAll(() => app.stop());

  const statusOf = async (token: string) => (await ask(app, 'GET', METRICS, { token })).status;

  async function account(name: string) {
    const token = await tokenFor(app, ['metrics:read'], { name });
    const { id } = (await app.db.one<{ id: number }>('select id from service_account where name = $1', [name]))!;
    return { id, token, path: `${ACCOUNTS}/${id}/tokens` };
  }

  /** Presses “Make a new token” on a fresh page. */
  async function replace(path: string, fields: { lost?: string } = {}) {
    const ros = await as(app, 'ros');
    const formToken = /name="formToken" value="([^"]+)"/.exec((await ros.get(ACCOUNTS)).text)![1]!;
    const made = await ros.post(path, { formToken, lost: '', ...fields });
    return { ros, formToken, made, token: /<code[^>]*>(cxu_[\w-]+)<\/code>/.exec(made.text)?.[1] ?? '' };
  }

  it('is shown once, and both are good for a day', async () => {
    const { token: old, path } = await account('Warehouse');
    const { made, token, ros } = await replace(path);
    expect(made.words).toMatch(/Copy the token now .*For Warehouse\. The token before is good for 24 hours more/);
    expect(token).not.toBe(old);
    expect([await statusOf(old), await statusOf(token)]).toEqual([200, 200]);
    const page = await ros.get(ACCOUNTS);
    expect(page.text).not.toContain(token);
    expect(page.words).toMatch(/Warehouse .*New token .*The one before is still good/);
    await app.db.query(`update service_account set previous_until = now() - interval '1 second'`);
    expect([await statusOf(old), await statusOf(token)]).toEqual([401, 200]);
  });

  it('ends a lost one at once', async () => {
    const { token: old, path } = await account('Leaky');
    const { made, token } = await replace(path, { lost: 'yes' });
    expect(made.words).toContain('The token before opens nothing any more.');
    expect([await statusOf(old), await statusOf(token)]).toEqual([401, 200]);
  });

  it('is made once by a double click, and the first one shown stays good', async () => {
    const { path } = await account('Twice');
    const { ros, formToken, token } = await replace(path);
    const again = await ros.post(path, { formToken, lost: '' });
    expect([again.status, again.words]).toEqual([422, expect.stringContaining('It got a new token a moment ago')]);
    expect(await statusOf(token)).toBe(200);
  });

  it('has the limits of the account, and ends with it', async () => {
    const { token: old, path, id } = await account('Short');
    const { token, ros } = await replace(path);
    await ros.post(`${ACCOUNTS}/${id}/revocation`);
    expect([await statusOf(old), await statusOf(token)]).toEqual([401, 401]);
    const { made } = await replace(path);
    expect([made.status, made.words]).toEqual([422, expect.stringContaining('This account is revoked.')]);
  });

  it('stands in the audit log', async () => {
    const { path, id } = await account('Logged');
    await replace(path, { lost: 'yes' });
    const entries = await app.db.query(
      `select action, detail from audit_entry where subject_kind = 'serviceAccount' and subject_id = $1 order by id`,
      [String(id)],
    );
    expect(entries).toEqual([
      expect.objectContaining({ action: 'signIn.serviceAccountMade' }),
      { action: 'signIn.serviceAccountToken', detail: { lost: true } },
    ]);
  });

  it('is nobody else’s to make', async () => {
    const { path, token } = await account('Closed');
    for (const reference of ['sam', 'dawn', 'nik']) {
      expect((await (await as(app, reference)).post(path, { lost: 'yes' })).status).toBe(403);
    }
    const ros = await as(app, 'ros');
    const formToken = '3f0e5b1e-7f5a-4d1c-9a51-0d4f3c1b2a10';
    expect((await ros.post(`${ACCOUNTS}/999999/tokens`, { formToken, lost: '' })).status).toBe(404);
    expect(await statusOf(token)).toBe(200);
  });
});
