import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type TestApp, startTestApp } from '../support/app.js';
import { everyRow, importPeople, importUnits, undoImport } from './files.js';
import { ALL_PLACES, personRows, unitRows } from './histories.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await importUnits(app, ALL_PLACES);
});
afterAll(() => app.stop());

/** The table itself says it only of main postings: two of them on one day are refused, and none is not. */
const notOnce = () =>
  app.db.query(
    `select h.person_id, d::date from posting h cross join generate_series('2023-12-25'::date, '2026-06-01', '1 week') d
      where h.valid @> d::date group by 1, 2 having count(*) filter (where h.main) <> 1`,
  );

describe('any file of people', () => {
  it('can be undone to the row, and leaves everybody with one main post a day', async () => {
    await fc.assert(
      fc.asyncProperty(personRows, personRows, async (first, second) => {
        await importPeople(app, first);
        const before = await everyRow(app);
        const result = await importPeople(app, second);
        expect(await notOnce()).toEqual([]);
        if (result.new + result.moved + result.changed === 0) return;
        await undoImport(app, 'people');
        expect(await everyRow(app)).toEqual(before);
      }),
      { numRuns: 15 },
    );
  });
});

describe('any file of units', () => {
  it('can be undone to the row, with the days on which each unit stood elsewhere', async () => {
    await fc.assert(
      fc.asyncProperty(unitRows, unitRows, async (first, second) => {
        await importUnits(app, first);
        const before = await everyRow(app);
        const result = await importUnits(app, second);
        if (result.new + result.moved + result.changed === 0) return;
        await undoImport(app, 'network');
        expect(await everyRow(app)).toEqual(before);
        const [there, back] = await app.db.query<{ days: string[] | null }>(
          `select (select array_agg(unit_id || ' ' || days order by unit_id) from network_change_unit u
                   where u.change_id = c.id) as days
             from network_change c where kind = 'network' order by id desc limit 2`,
        );
        expect(back).toEqual(there);
      }),
      { numRuns: 15 },
    );
  });
});
