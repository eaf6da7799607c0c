import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { as } from '../campaigns/week-world.js';
import type { TestApp } from '../support/app.js';
import { csv, fieldsIn, look, NEW, PLAN, query } from './plan-form.js';
import { someAnswers, startNetwork, WEEKS } from './study-world.js';

describe('a plan is made', () => {
  let app: TestApp;
  const nik = () => as(app, 'nik');

  beforeAll(async () => {
    app = await startNetwork();
    await someAnswers(app, { from: 0, to: WEEKS });
  });
  afterAll(() => app.stop());

  it('by the button under the preview, as it was looked at, once however often it is pressed', async () => {
    const browser = await nik();
    const shown = csv((await browser.get(`${NEW}.csv?${query({})}`)).text);
    const fields = fieldsIn((await browser.get(look())).text);
    const answer = await browser.post('/impact/plans', fields);
    expect(answer.status).toBe(303);
    expect((await browser.post('/impact/plans', fields)).location).toBe(answer.location);
    expect(await app.db.query('select from wave_plan')).toHaveLength(1);
    const stored = await app.db.query<{ code: string; wave: number | null }>(
      'select a.code, w.wave from wave_area w join area a on a.id = w.area_id',
    );
    const part = ({ wave }: { wave: number | null }) => (wave === null ? 'Comparison' : `Wave ${wave + 1}`);
    expect(Object.fromEntries(stored.map((row) => [row.code, part(row)]))).toEqual(
      Object.fromEntries(shown.map((row) => [row['Area code'], row['Wave']])),
    );
    expect((await browser.get(look())).words).toContain(
      'This course is given in waves to some of these areas already.',
    );
  });

  it('not when the lot falls differently by then', async () => {
    const browser = await nik();
    const fields = fieldsIn((await browser.get(look())).text);
    const { status, words } = await browser.post('/impact/plans', {
      ...fields,
      lot: '0'.repeat(16),
      formToken: randomUUID(),
    });
    expect(status).toBe(422);
    expect(words).toContain('so the lot falls differently. Look at it once more.');
  });

  it.each(['dawn', 'ross', 'p0'])('and not by %s, who may not', async (who) => {
    const answer = await (
      await as(app, who)
    ).post('/impact/plans', {
      ...{ ...PLAN, lot: '0'.repeat(16), formToken: randomUUID() },
    });
    expect(answer.status).toBe(403);
  });
});
