import { BY_LOT, LOWEST, RECENT } from '../../src/demo/impact-stories.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import { brokenReferences } from '../generate/generated.js';

describe('the demo network', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp({ demo: true });
  }, 180_000);
  afterAll(() => app.stop());

  const number = async (sql: string, params: unknown[] = []) => (await app.db.one<{ n: number }>(sql, params))?.n;

  it('has 3 regions, 36 areas, 360 units and about 1,800 people', async () => {
    expect(await number('select count(*) as n from region')).toBe(3);
    expect(await number('select count(*) as n from area')).toBe(36);
    expect(await number('select count(*) as n from unit')).toBe(360);
    const people = await number('select count(*) as n from person');
    expect(people).toBeGreaterThan(1700);
    expect(people).toBeLessThan(1900);
    expect(
      await number(
        `select count(distinct kind)::int as n from unit where kind in ('paymentPoint', 'contactCentre', 'department')`,
      ),
    ).toBe(3);
  });

  it('has 41 branches in Northmere and Coast under Dawn Mercer', async () => {
    expect(
      await number(
        `select count(*) as n from unit_place join area on area.id = area_id join unit on unit.id = unit_id
          where area.name = 'Northmere and Coast' and unit.kind = 'branch' and valid @> date '2027-02-10'`,
      ),
    ).toBe(41);
    const manager = await app.db.one(
      `select person.name from posting join person on person.id = person_id join area on area.id = posting.area_id where area.code = 'A07'`,
    );
    expect(manager).toEqual({ name: 'Dawn Mercer' });
  });

  it('has two people in the Welsh-speaking branch at Llanfelyn', async () => {
    const team = await app.db.query<{ language: string }>(
      `select person.language from in_post('2027-02-10') post join unit on unit.id = post.unit_id
         join person on person.id = post.person_id where unit.code = '034518' order by 1`,
    );
    expect(team).toHaveLength(2);
    expect(team.some(({ language }) => language === 'cy')).toBe(true);
  });

  it('names the month, not the day, of what customers said about a branch of two', async () => {
    // Eleri reads Welsh.
    const eleri = await app.db.one<{ id: number }>(`select id from person where reference = '150001'`);
    const { words } = await (await app.signInAs(eleri!.id)).get('/units/034518');
    expect(words).toMatch(/rhwyddineb \d o 5, [A-Z][a-z]+ 20\d\d/);
    expect(words).not.toMatch(/rhwyddineb \d o 5, \d/);
  });

  it('has 2 to 50 answers a week and unit in ordinary weeks, departments aside', async () => {
    const range = await app.db.one<{ low: number; high: number; units: number }>(
      `select min(responses) as low, max(responses) as high, count(distinct unit_id)::int as units from unit_week
        where week not in ('2026-02-09', '2027-02-08')`,
    );
    expect(range?.low).toBeGreaterThanOrEqual(2);
    expect(range?.high).toBeLessThanOrEqual(50);
    expect(range?.units).toBe(352);
  });

  it('had 4,104 responses in the 2026 week: +71 % on the other weeks, +63 % on its neighbours', async () => {
    const [week, others, beside] = await Promise.all([
      number(`select sum(responses)::int as n from unit_week where week = '2026-02-09'`),
      number(
        `select sum(responses) / count(distinct week)::float8 as n from unit_week where week < '2027-02-08' and week <> '2026-02-09'`,
      ),
      number(
        `select sum(responses) / count(distinct week)::float8 as n from unit_week where abs(week - date '2026-02-09') between 7 and 28`,
      ),
    ]);
    expect(week).toBe(4104);
    expect(others).toBe(2400);
    expect(Math.round((week! / others! - 1) * 100)).toBe(71);
    expect(Math.round((week! / beside! - 1) * 100)).toBe(63);
  });

  it('scored 80.5 on ease in the 2026 week and 80.0 in the others', async () => {
    const ease = (condition: string) =>
      number(`select 100 * sum(ease_top)::float8 / sum(ease_n) as n from unit_week where ${condition}`);
    expect((await ease(`week = '2026-02-09'`))?.toFixed(1)).toBe('80.5');
    expect((await ease(`week <> '2026-02-09' and week < '2027-02-08'`))?.toFixed(1)).toBe('80.0');
  });

  it.each([
    ['13 weeks before', '2026-10-12', '2027-01-10', 585, 82],
    ['the last four weeks', '2027-01-11', '2027-02-07', 180, 68],
    ['two weeks after the change', '2027-02-15', '2027-02-28', 90, 81],
  ])('Ashbridge in %s: from %s to %s, %i answers and an ease of %i', async (_, from, to, answers, ease) => {
    const row = await app.db.one<{ n: number; top: number }>(
      `select sum(ease_n)::int as n, sum(ease_top)::int as top from unit_week join unit on unit.id = unit_id
        where unit.code = '021047' and week between $1 and $2`,
      [from, to],
    );
    expect(row?.n).toBe(answers);
    expect(Math.round((100 * row!.top) / row!.n)).toBe(ease);
  });

  it('has nobody who is delighted and complains, or irritated and writes praise', async () => {
    expect(
      await number(
        `select count(*) as n from survey_response
          where comment is not null and ((ease >= 4 and emotion < 0) or (ease <= 3 and emotion > 0))`,
      ),
    ).toBe(0);
  });

  it('says “sent elsewhere” in most of Ashbridge’s unhappy comments of those four weeks', async () => {
    const share = await number(
      `select avg((comment ilike '%sent elsewhere%' or comment ilike '%list%')::int)::float8 as n
         from survey_response join unit on unit.id = unit_id
        where unit.code = '021047' and comment is not null and ease <= 3 and week between '2027-01-11' and '2027-02-01'`,
    );
    expect(share).toBeGreaterThan(0.5);
  });

  it('keeps its rollups equal to its raw answers', async () => {
    const differences = await app.db.query(
      `select unit_id, week from (select unit_id, week, count(*) as n, count(*) filter (where ease >= 4) as top, count(comment) as said
                                    from survey_response group by unit_id, week) raw
         full join unit_week using (unit_id, week)
        where raw.n is distinct from responses or raw.top is distinct from ease_top or raw.said is distinct from comments`,
    );
    expect(differences).toEqual([]);
  });

  it('refers to nothing that is not there', async () => {
    expect(await brokenReferences(app)).toEqual([]);
  });

  it('has Dawn’s area looked after while she is away in the week after', async () => {
    const cover = await app.db.query(
      `select person.reference, area.code, starts_on, last_on from cover join person on person.id = for_person_id
         join area on area.id = cover.area_id`,
    );
    expect(cover).toEqual([{ reference: '200001', code: 'A07', starts_on: '2027-02-15', last_on: '2027-02-19' }]);
  });

  it('has units that opened, closed and moved since customers are asked, all of them elsewhere', async () => {
    const changed = await app.db.query<{ area: string }>(
      `select distinct area.code as area from unit_place place join area on area.id = area_id
        where not upper_inf(place.valid) or lower(place.valid) > '2025-09-01'`,
    );
    expect(changed.length).toBeGreaterThan(4);
    expect(changed.map(({ area }) => area)).not.toContain('A07');
  });

  it('gives every completion a passed attempt and every lesson read', async () => {
    expect(
      await number(
        `select count(*) as n from completion c left join attempt a on a.id = c.attempt_id
          where a.passed is not true or a.mark / a.max_mark < 0.75`,
      ),
    ).toBe(0);
    expect(
      await number(
        `select count(*) as n from completion c join lesson l using (course_version_id)
          where not exists (select 1 from lesson_read r where r.lesson_id = l.id and r.person_id = c.person_id)`,
      ),
    ).toBe(0);
  });

  it('makes well-run branches do both: what they take unasked and ease go together across units', async () => {
    // Three courses are left out: they were asked of branches that a lot, or a low score, had chosen.
    const stories = [BY_LOT, LOWEST, RECENT].map(({ slug }) => `'${slug}'`).join();
    const correlation = await number(
      `select corr(share, ease) as n from (
         select (select count(*) from completion c join course on course.id = c.course_id
                  where c.unit_id = u.id and c.completed_at < '2027-01-01' and course.slug not in (${stories}))::float8
                  / nullif((select count(*) from in_post('2027-01-01') p where p.unit_id = u.id), 0) as share,
                (select sum(ease_top)::float8 / sum(ease_n) from unit_week w where w.unit_id = u.id) as ease
           from unit u) units`,
    );
    expect(correlation).toBeGreaterThan(0.15);
  });
});

describe('the demo’s moments', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp({ demo: true });
  }, 180_000);
  afterAll(() => app.stop());

  it('are offered above every page', async () => {
    const answer = await app.visitor().get('/sign-in');
    expect(answer.words).toContain('Before the week');
    expect(answer.words).toContain('Wednesday');
    expect(answer.words).toContain('Two weeks after');
  });

  it('move the clock and come back to where they were left', async () => {
    const visitor = app.visitor();
    await visitor.get('/sign-in');
    app.clock.set('2027-02-10T10:30:00Z');
    expect((await visitor.post('/demo/moment', { moment: 'before' })).status).toBe(303);
    expect(app.clock.today()).toBe('2027-02-04');
    await visitor.post('/demo/moment', { moment: 'wednesday' });
    expect(app.clock.now().toISOString().slice(0, 16)).toBe('2027-02-10T10:30');
  });

  it('bring Ashbridge two changes in two days, once, and its team to the end of the course', async () => {
    const visitor = app.visitor();
    await visitor.get('/sign-in');
    await visitor.post('/demo/moment', { moment: 'after' });
    await visitor.post('/demo/moment', { moment: 'after' });
    const actions = await app.db.query('select words from unit_action');
    expect(actions).toEqual([{ words: expect.stringContaining('Referral list put right') }]);
    const open = await app.db.query<{ reference: string }>(
      `select person.reference from requirement r join course on course.id = r.course_id join person on person.id = r.person_id
        where course.slug = 'put-it-right-first-time' and r.completion_id is null`,
    );
    expect(open.map(({ reference }) => reference)).toEqual(['100001']);
  });

  it('are refused when they are not on offer', async () => {
    const visitor = app.visitor();
    await visitor.get('/sign-in');
    expect((await visitor.post('/demo/moment', { moment: 'yesterday' })).status).toBe(400);
  });
});

describe('an installation without the demo', () => {
  it('has no moments to move to', async () => {
    const app = await startTestApp();
    const visitor = app.visitor();
    await visitor.get('/sign-in');
    expect((await visitor.post('/demo/moment', { moment: 'after' })).status).toBe(404);
    await app.stop();
  });
});
