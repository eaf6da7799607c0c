import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import { continueDemo, finishAsked } from '../support/demo-goes-on.js';

describe('the demo after its last week', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp({ demo: true });
  }, 180_000);
  afterAll(() => app.stop());

  const easeOf = async (area: string, from: string) => {
    const row = await app.db.one<{ n: number; top: number }>(
      `select sum(ease_n)::int as n, sum(ease_top)::int as top from unit_week
         join unit_place place using (unit_id) join area on area.id = place.area_id
        where area.code = $1 and place.valid @> date '2027-02-28' and week >= $2`,
      [area, from],
    );
    return (100 * row!.top) / row!.n;
  };

  it('goes on by weeks in which customers answer as before, with what a spec plants', async () => {
    const inA20 = await app.db.query<{ code: string }>(
      `select unit.code from unit_place place join unit on unit.id = unit_id join area on area.id = area_id
        where area.code = 'A20' and valid @> date '2027-02-28'`,
    );
    const better = new Set(inA20.map(({ code }) => code));
    const weeks = await continueDemo(app.db, { weeks: 6, effect: (code) => (better.has(code) ? 15 : 0) });
    expect([weeks[0], weeks.at(-1)]).toEqual(['2027-03-01', '2027-04-05']);
    const [before, since] = [await easeOf('A20', '2026-08-10'), await easeOf('A20', '2027-03-01')];
    expect(since - before).toBeGreaterThan(8);
    const n = await app.db.one<{ n: number }>(
      `select count(*)::float8 / 6 as n from survey_response where week >= '2027-03-01'`,
    );
    expect(n!.n).toBe(2400);
  });

  it('lets people finish what they were asked for', async () => {
    const waiting = `select count(*)::int as n from requirement r join course on course.id = r.course_id
                      where course.slug = 'hearing-what-isnt-said' and r.completion_id is null`;
    const before = await app.db.one<{ n: number }>(waiting);
    const done = await finishAsked(app.db, {
      slug: 'hearing-what-isnt-said',
      askedOn: '2027-01-18',
      share: 0.9,
      days: 20,
    });
    expect(done).toBeGreaterThan(0.7 * before!.n);
    expect(await app.db.one(waiting)).toEqual({ n: before!.n - done });
  });
});
