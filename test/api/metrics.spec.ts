import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { TestApp } from '../support/app.js';
import { ask, startApi, tokenFor } from './api-world.js';

describe('GET /api/v1/units/:code/metrics', () => {
  let app: TestApp;
  let token: string;

  beforeAll(async () => {
    app = await startApi();
    token = await tokenFor(app, ['responses:write', 'metrics:read']);
    // 9 answers in the week of 25 January, 30 in that of 1 February, 5 in the week that runs.
    const weeks = [
      ['2027-01-27', 9],
      ['2027-02-03', 30],
      ['2027-02-09', 5],
    ] as const;
    const responses = weeks.flatMap(([day, n]) =>
      Array.from({ length: n }, (_, at) => ({
        responseId: `${day}-${at}`,
        unit: '021047',
        at: `${day}T09:00:00Z`,
        ease: at % 3 === 0 ? 2 : 5,
        emotion: at % 2 ? 'satisfied' : 'irritated',
        drivers: at < 12 ? { friendly: 4 } : {},
      })),
    );
    await ask(app, 'POST', '/api/v1/responses', { token, body: { source: 'Survey', responses } });
  });
  beforeEach(() => app.db.query('delete from service_account_use'));
  afterAll(() => app.stop());

  const metrics = (query = '') => ask(app, 'GET', `/api/v1/units/021047/metrics${query}`, { token });

  it('gives closed weeks, with scores only where answers carry them', async () => {
    const { status, json } = await metrics('?from=2027-01-25&to=2027-02-14');
    expect(status).toBe(200);
    expect(json).toMatchObject({
      unit: { code: '021047', name: 'Ashbridge', kind: 'branch' },
      from: '2027-01-25',
      to: '2027-02-01',
      weeks: [
        { week: '2027-01-25', responses: 9, ease: { n: 9, score: null }, emotion: { n: 9, shares: null, net: null } },
        {
          week: '2027-02-01',
          responses: 30,
          ease: { n: 30, score: { topTwoBox: 66.67, low: 48.78, high: 80.77, mean: 4, standing: 'firm' } },
          emotion: { n: 30, shares: { satisfied: 0.5, irritated: 0.5, neutral: 0 }, net: { points: 0 } },
          drivers: {
            friendly: { n: 12, score: { topTwoBox: 100, mean: 4, standing: 'tentative' } },
            knowledge: { n: 0, score: null },
          },
        },
      ],
      total: { responses: 39, ease: { n: 39, score: { standing: 'firm' } } },
    });
  });

  it('gives the last thirteen closed weeks unless asked for others', async () => {
    expect((await metrics()).json).toMatchObject({ from: '2026-11-09', to: '2027-02-01' });
    expect((await metrics('?to=2027-01-03')).json).toMatchObject({ to: '2026-12-28', weeks: [] });
  });

  it('gives a unit without answers as one', async () => {
    const answer = await ask(app, 'GET', '/api/v1/units/000002/metrics', { token });
    expect(answer.json).toMatchObject({ total: { responses: 0, ease: { n: 0, score: null } }, weeks: [] });
  });

  it.each([
    ['?from=soon', 'from'],
    ['?to=2027-02-30', 'to'],
    ['?from=2027-02-08&to=2027-01-01', 'from'],
    ['?from=2000-01-01', 'from'],
    ['?from=2027-01-01&from=2027-01-02', 'from'],
  ])('names the parameter at fault: %s', async (query, parameter) => {
    const { status, json } = await metrics(query);
    expect([status, json.errors]).toEqual([422, [expect.objectContaining({ parameter })]]);
  });
});
