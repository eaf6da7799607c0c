import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask, startApi, tokenFor } from '../../api/api-world.js';
import type { TestApp } from '../../support/app.js';
import { defined, RANK, RESPONSE, wrongCells } from './metrics-world.js';

const VALUES = '/api/v1/metrics/footfall/values';
let app: TestApp;
let token: string;
beforeAll(async () => {
  app = await startApi();
  await defined(app, RANK);
  await defined(app, RESPONSE);
  token = await tokenFor(app, ['metrics:write', 'metrics:read']);
});
afterAll(() => app.stop());

const send = (values: unknown[], { path = VALUES, key = '', by = token } = {}) =>
  ask(app, 'POST', path, { token: by, body: { values }, headers: key === '' ? {} : { 'idempotency-key': key } });
const read = (query: string, path = VALUES, by = token) => ask(app, 'GET', `${path}?${query}`, { token: by });
const ashbridge = (day: string, value: number) => ({ place: '021047', day, value });

describe('values by program', () => {
  it('land as a whole, say what cannot, and are read again', async () => {
    const answer = await send([
      ashbridge('2027-02-03', 1240),
      ashbridge('2027-01-27', 1200),
      ashbridge('2027-02-01', 1),
      { place: '21047', day: '2027-02-01', value: 3 },
      { place: 'HQ', day: '2027-02-01', value: 3 },
      ashbridge('2027-02-15', 3),
      { place: '021047', day: '2027-01-18', value: 'many' },
      { ...ashbridge('2027-01-18', 3), weight: 4 },
      'nothing',
    ]);
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({ read: 9, new: 2, changed: 0, unchanged: 0, rejected: 7 });
    expect((answer.json.rejects as { pointer: string }[]).map(({ pointer }) => pointer)).toEqual([
      '/values/2',
      '/values/3/place',
      '/values/4/place',
      '/values/5/day',
      '/values/6/value',
      '/values/7/weight',
      '/values/8',
    ]);
    expect((await read('place=021047&from=2027-01-01')).json).toMatchObject({
      ...{ place: '021047', from: '2027-01-01', to: '2027-02-10' },
      values: [
        { day: '2027-01-25', value: 1200, weight: null },
        { day: '2027-02-01', value: 1240, weight: null },
      ],
    });
    expect(await wrongCells(app)).toEqual([]);
  });

  it('change nothing when they are sent again, and are corrected when they differ', async () => {
    expect((await send([ashbridge('2027-02-01', 1240)])).json).toMatchObject({ new: 0, changed: 0, unchanged: 1 });
    expect((await send([ashbridge('2027-02-01', 1250)])).json).toMatchObject({ new: 0, changed: 1, unchanged: 0 });
    expect(await app.db.one('select value::int as value from metric_value_history')).toEqual({ value: 1240 });
  });

  it('answer the same under the same Idempotency-Key, which is for one body only', async () => {
    const key = randomUUID();
    const first = await send([ashbridge('2027-01-04', 7)], { key });
    expect((await send([ashbridge('2027-01-04', 7)], { key })).json).toEqual(first.json);
    expect(await send([ashbridge('2027-01-04', 8)], { key })).toMatchObject({ status: 422 });
  });

  it('carry the weights of an average, and need no place for the network', async () => {
    const times = { path: '/api/v1/metrics/first-response-time/values' };
    expect((await send([{ ...ashbridge('2027-02-01', 11.5), weight: 850 }], times)).json).toMatchObject({ new: 1 });
    expect((await send([ashbridge('2027-02-02', 11.5)], times)).json).toMatchObject({ rejected: 1 });
    const rank = '/api/v1/metrics/index-rank/values';
    expect((await send([{ day: '2026-06-01', value: 24 }], { path: rank })).json).toMatchObject({ new: 1 });
    expect((await read('from=2026-01-01', rank)).json).toMatchObject({ values: [{ day: '2026-01-01', value: 24 }] });
  });

  it.each([
    [{}, '/values'],
    [{ values: [] }, '/values'],
    [{ values: [1], more: 1 }, '/more'],
    [[], ''],
  ])('are refused as a whole when they come as %j', async (body, pointer) => {
    const answer = await ask(app, 'POST', VALUES, { token, body });
    expect(answer.status).toBe(422);
    expect(JSON.stringify(answer.json)).toContain(`"pointer":"${pointer}"`);
  });
});

describe('an outsider', () => {
  it('sends and reads nothing beyond the account’s reach or scope', async () => {
    const moors = await tokenFor(app, ['metrics:write', 'metrics:read'], { places: 'A1' });
    const coast = await tokenFor(app, ['metrics:write', 'metrics:read'], { places: 'A2' });
    expect((await send([ashbridge('2027-01-11', 9)], { by: moors })).json).toMatchObject({ new: 1 });
    const refused = await send([ashbridge('2027-01-11', 9), { place: '999999', day: '2027-01-11', value: 9 }], {
      by: coast,
    });
    const reasons = (refused.json.rejects as { reason: string }[]).map(({ reason }) => reason);
    expect(reasons).toEqual(['No unit has the code “021047”.', 'No unit has the code “999999”.']);
    expect((await read('place=021047', VALUES, coast)).status).toBe(404);
    expect((await read('', '/api/v1/metrics/index-rank/values', coast)).status).toBe(404);
    expect((await read('place=021047', '/api/v1/metrics/nothing/values')).status).toBe(404);
    const reader = await tokenFor(app, ['metrics:read']);
    expect((await send([ashbridge('2027-01-11', 9)], { by: reader })).status).toBe(403);
    expect((await read('place=021047&from=x')).status).toBe(422);
  });
});
