import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FollowQueries } from '../../src/assignments/following/follow.queries.js';
import { COUNTED_COLUMNS, moveRollups } from '../../src/feedback/rollups/rollups.queries.js';
import { SelfCheck } from '../../src/feedback/self-check/self-check.service.js';
import { Standings } from '../../src/feedback/standings/standings.service.js';
import { addDays } from '../../src/platform/dates.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { generate, SMALL } from './generated.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: `${SMALL.until}T22:00:00Z` });
  await generate(app);
}, 180_000);
afterAll(() => app.stop());

const rowsOf = (table: string) => app.db.query(`select * from ${table} as row order by row::text`);

/** What a table holds before and after the product has worked it out once more. */
async function workedOutAgain(tables: readonly string[], work: () => Promise<unknown>) {
  const before = await Promise.all(tables.map(rowsOf));
  expect(before.every((rows) => rows.length > 20)).toBe(true);
  await work();
  expect(await Promise.all(tables.map(rowsOf))).toEqual(before);
}

describe('what the generator writes is what the product would have written', () => {
  it('how every unit stands', async () => {
    await workedOutAgain(['unit_standing'], async () => {
      await app.db.query('delete from unit_standing');
      await app.nest.get(Standings).fill(addDays(SMALL.until, 1));
    });
  });

  it('sums by unit and week, by area and day', async () => {
    const answers = `select 1 as weight, ${COUNTED_COLUMNS.join(', ')} from survey_response`;
    await workedOutAgain(['unit_week', 'area_day'], () =>
      app.db.write(async (tx) => {
        await tx.query('delete from unit_week; delete from area_day; delete from answer_place');
        await moveRollups(tx, answers);
      }),
    );
    const checked = await app.nest.get(SelfCheck).run();
    expect([checked.differences, checked.areaDays.differences, checked.places.differences]).toEqual([0, 0, 0]);
  });

  it('who is asked for what: a night of the product’s jobs finds nothing to put right', async () => {
    const follow = app.nest.get(FollowQueries);
    const now = app.clock.now();
    expect(await follow.drift(await follow.unfinished(now), now)).toEqual({ missing: 0, stale: 0, misdated: 0 });
    await workedOutAgain(['requirement', 'requirement_reason', 'completion', 'unit_week', 'area_day'], () =>
      app.runJobs(),
    );
  });
});
