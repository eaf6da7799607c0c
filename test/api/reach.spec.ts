import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { as } from '../campaigns/week-world.js';
import { importUnits } from '../network/files.js';
import type { TestApp } from '../support/app.js';
import { ACCOUNTS, ask, startApi, tokenFor, whereOf } from './api-world.js';

const metricsOf = (code: string) => `/api/v1/units/${code}/metrics`;
const answer = (responseId: string, unit: string, ease = 4) => ({ responseId, unit, at: '2027-02-03T09:00:00Z', ease });

describe('where a service account may act', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApi();
  });
  beforeEach(() => app.db.query('delete from service_account_use'));
  afterAll(() => app.stop());

  const statuses = async (token: string, codes: string[]) => {
    const answers = await Promise.all(codes.map((code) => ask(app, 'GET', metricsOf(code), { token })));
    return answers.map(({ status }) => status);
  };
  const send = (token: string, responses: object[]) =>
    ask(app, 'POST', '/api/v1/responses', { token, body: { source: 'Survey', responses } });

  it.each([
    ['A1', [200, 200, 404]],
    ['R1', [200, 200, 200]],
    ['HQ', [404, 404, 200]],
    ['unit 000002; area A2', [404, 200, 200]],
  ])('%s: units in it, and no others', async (places, expected) => {
    const token = await tokenFor(app, ['metrics:read'], { places });
    expect(await statuses(token, ['021047', '000002', 'HQ'])).toEqual(expected);
  });

  it('a unit beyond it reads like a code that nobody has, byte for byte', async () => {
    const token = await tokenFor(app, ['metrics:read'], { places: 'A1' });
    const [beyond, nobodys] = [
      await ask(app, 'GET', metricsOf('HQ'), { token }),
      await ask(app, 'GET', metricsOf('ZZ'), { token }),
    ];
    const plain = (text: string, code: string) => text.replaceAll(code, '').replace(/[\da-f-]{36}/g, '');
    expect(plain(beyond.text, 'HQ')).toBe(plain(nobodys.text, 'ZZ'));
  });

  it('follows units that move', async () => {
    const token = await tokenFor(app, ['metrics:read'], { places: 'A2' });
    expect(await statuses(token, ['000002'])).toEqual([404]);
    await importUnits(app, ['R1,North,A2,Coast,000002,Millbridge,branch,england,2027-02-15,']);
    app.clock.set('2027-02-15T10:00:00Z');
    expect(await statuses(token, ['000002'])).toEqual([200]);
    app.clock.set('2027-02-10T10:00:00Z');
  });

  it('answers of units beyond it are rejected as of an unknown unit, and land nowhere', async () => {
    const token = await tokenFor(app, ['responses:write'], { places: '021047' });
    const sent = await send(token, [answer('W-1', '021047'), answer('W-2', 'HQ'), answer('W-3', 'ZZ')]);
    expect(sent.json).toMatchObject({
      new: 1,
      rejected: 2,
      rejects: [
        { index: 1, reason: 'No unit has the code “HQ”.' },
        { index: 2, reason: 'No unit has the code “ZZ”.' },
      ],
    });
  });

  it('nobody takes an answer from a unit beyond it by sending its id again', async () => {
    await send(await tokenFor(app, ['responses:write']), [answer('T-1', 'HQ')]);
    const token = await tokenFor(app, ['responses:write'], { places: 'A1' });
    const sent = await send(token, [answer('T-1', '021047', 1), answer('T-2', '021047')]);
    expect(sent.json).toMatchObject({
      new: 1,
      changed: 0,
      rejects: [{ index: 0, pointer: '/responses/0/responseId', reason: expect.stringContaining('is taken') }],
    });
    const kept = await app.db.one(
      `select u.code, s.ease from survey_response s join unit u on u.id = s.unit_id where s.response_key = 'T-1'`,
    );
    expect(kept).toEqual({ code: 'HQ', ease: 4 });
  });

  it('is shown on the page and in its file', async () => {
    await tokenFor(app, ['metrics:read'], { name: 'Moors only', places: 'A1, 021047' });
    const ros = await as(app, 'ros');
    expect((await ros.get(ACCOUNTS)).words).toMatch(/Moors only .*Area Moors \(A1\) Ashbridge \(021047\)/);
    expect((await ros.get(`${ACCOUNTS}.csv`)).text).toMatch(/Moors only,cxu_.*Area Moors \(A1\); Ashbridge \(021047\)/);
  });

  it.each([
    [{ where: '' }, 'Choose where it may act.'],
    [{ where: 'everywhere' }, 'Choose where it may act.'],
    [whereOf(''), 'Write the code of at least one region, area or unit.'],
    [whereOf('A1, A9'), 'No region, area or unit has the code “A9”.'],
    [whereOf('unit A1'), 'No region, area or unit has the code “A1”.'],
  ])('is asked for: %j', async (fields, sentence) => {
    const ros = await as(app, 'ros');
    const formToken = /name="formToken" value="([^"]+)"/.exec((await ros.get(ACCOUNTS)).text)![1]!;
    const typed = { formToken, name: 'Never made', scopes: 'metrics:read', endsOn: '', ...fields };
    const refused = await ros.post(ACCOUNTS, typed);
    expect([refused.status, refused.words]).toEqual([422, expect.stringContaining(sentence)]);
    expect(await app.db.query(`select from service_account where name = 'Never made'`)).toEqual([]);
  });
});
