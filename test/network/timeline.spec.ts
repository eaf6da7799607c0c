import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../src/platform/dates.js';
import { afterImport, joined, type Span } from '../../src/network/imports/timeline.js';
import { type TestApp, startTestApp } from '../support/app.js';
import { importPeople, importUnits } from './files.js';

let app: TestApp;
beforeAll(async () => void (app = await startTestApp()));
afterAll(() => app.stop());

const FIRST = '2026-01-01';
const day = fc.integer({ min: 0, max: 60 }).map((n) => addDays(FIRST, n));
const area = fc.constantFrom('A1', 'A2', 'A3');

/** Rows that do not contradict each other: each begins where the one before it ended. */
const rows = fc
  .tuple(
    fc.uniqueArray(day, { minLength: 1, maxLength: 4 }),
    fc.array(area, { minLength: 4, maxLength: 4 }),
    fc.boolean(),
  )
  .map(([days, areas, open]): Span[] => {
    const starts = [...days].sort();
    const end = open ? null : addDays(starts.at(-1)!, 5);
    return starts.map((from, i) => ({ place: areas[i]!, from, to: starts[i + 1] ?? end }));
  });

const asRows = (code: string, spans: Span[]) =>
  spans.map(
    ({ place, from, to }) =>
      `R1,R1,${place},${place},${code},${code},branch,england,${from},${to ? addDays(to, -1) : ''}`,
  );

describe('random moves', () => {
  let next = 100_000;

  it('the SQL does to a whole file what the rule does to one unit', async () => {
    await fc.assert(
      fc.asyncProperty(rows, rows, async (first, second) => {
        const code = String(next++);
        await importUnits(app, asRows(code, first));
        await importUnits(app, asRows(code, second));
        expect(await importUnits(app, asRows(code, second))).toMatchObject({ unchanged: second.length });
        const known = await app.db.query<Span>(
          `select a.code as place, lower(ua.valid) as from, upper(ua.valid) as to from unit_area ua
             join area a on a.id = ua.area_id join unit u on u.id = ua.unit_id where u.code = $1`,
          [code],
        );
        expect(joined(known)).toEqual(afterImport(first, second));
      }),
      { numRuns: 25 },
    );
  });

  it('totals by area are the sums of their units on any day, and each person counts once', async () => {
    const people = Array.from({ length: 40 }, (_, i) => `p${i},Person ${i},,${100_000 + (i % 20)},staff,${FIRST},`);
    await importPeople(app, people);
    const checks = await app.db.query<{ people: number; byArea: number; byUnit: number; twice: number }>(`
      with day as (select d::date from generate_series('2025-12-20'::date, '2026-03-20', '1 day') d),
      placed as (
        select day.d, post.person_id, place.unit_id, place.area_id
          from day cross join lateral in_post(day.d) post
          join unit_place place on place.unit_id = post.unit_id and place.valid @> day.d),
      by_area as (select d, area_id, count(*) as n from placed group by 1, 2),
      by_unit as (select d, unit_id, count(*) as n from placed group by 1, 2),
      by_person as (select d, person_id, count(*) as n from placed group by 1, 2)
      select (select count(distinct person_id) from placed where d = day.d) as people,
             (select coalesce(sum(n), 0)::int from by_area where d = day.d) as "byArea",
             (select coalesce(sum(n), 0)::int from by_unit where d = day.d) as "byUnit",
             (select count(*) from by_person where d = day.d and n > 1) as twice
        from day`);
    expect(checks.some(({ people: n }) => n > 0)).toBe(true);
    for (const check of checks) {
      expect(check).toMatchObject({ byArea: check.people, byUnit: check.people, twice: 0 });
    }
  });
});
