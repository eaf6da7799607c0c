import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PlanLots } from '../../src/impact/plans/plan-lots.service.js';
import type { DrawnPlan, PlanChoice } from '../../src/impact/plans/wave-plan.js';
import { WavePlansQueries } from '../../src/impact/plans/wave-plans.queries.js';
import { WavePlans } from '../../src/impact/plans/wave-plans.service.js';
import { as } from '../campaigns/week-world.js';
import { importUnits, undoImport } from '../network/files.js';
import type { TestApp } from '../support/app.js';
import { idOf, SLUG, someAnswers, startNetwork, WEEKS } from './study-world.js';

let app: TestApp;
let nik: number;
beforeAll(async () => {
  app = await startNetwork();
  nik = await idOf(app, 'nik');
  await someAnswers(app, { from: 0, to: WEEKS });
}, 60_000);
afterAll(() => app.stop());

const plans = () => app.nest.get(WavePlans);
const look = async (id: number, reference = 'nik', rest = '') =>
  (await as(app, reference)).get(`/impact/plans/${id}${rest}`);
const at = (day: string) => app.clock.set(`${day}T07:00:00Z`);

/** Two waves four weeks apart and a comparison, three or four areas each. */
async function drawn({ slug = SLUG, ...changed }: Partial<PlanChoice> & { slug?: string } = {}): Promise<DrawnPlan> {
  const course = await app.db.one<{ id: number }>('select id from course where slug = $1', [slug]);
  const choice: PlanChoice = {
    ...{
      courseId: course!.id,
      title: 'In two waves',
      reason: 'Customers ask for it.',
      metric: 'ease',
      kinds: ['branch'],
    },
    ...{ regionIds: null, waves: 2, comparison: true, firstMonday: '2027-01-11', weeksBetween: 4, daysGiven: 28 },
    ...changed,
  };
  return (await app.nest.get(PlanLots).draw(choice)).drawn;
}

const made = async (changed: Parameters<typeof drawn>[0] = {}) => plans().make(nik, await drawn(changed), randomUUID());

const wavesOf = (id: number) =>
  app.db.query<{ number: number; startsOn: string; begun: boolean; assignmentId: number | null }>(
    `select number, starts_on as "startsOn", begun_at is not null as begun, assignment_id as "assignmentId"
       from wave where plan_id = $1 order by number`,
    [id],
  );

async function openRequirements(): Promise<number> {
  return (await app.db.one<{ n: number }>('select count(*) as n from requirement where completion_id is null'))!.n;
}

describe('a plan that is made', () => {
  it('stands with its lot and its study, once however often it is sent', async () => {
    const [plan, token] = [await drawn(), randomUUID()];
    const [one, two] = await Promise.all([plans().make(nik, plan, token), plans().make(nik, plan, token)]);
    expect(one).toBe(two);
    const lot = await app.db.query<{ areaId: number; wave: number | null }>(
      'select area_id as "areaId", wave from wave_area where plan_id = $1',
      [one],
    );
    expect(new Map(lot.map(({ areaId, wave }) => [areaId, wave]))).toEqual(
      new Map(plan.areas.map(({ areaId, wave }) => [areaId, wave])),
    );
    expect(await wavesOf(one)).toMatchObject([
      { number: 0, startsOn: '2027-01-11', begun: false },
      { number: 1, startsOn: '2027-02-08', begun: false },
    ]);
    const studies = await app.db.query(
      `select title, metric, cluster_level as cluster, first_week as first, last_week as last from study where wave_plan_id = $1`,
      [one],
    );
    expect(studies).toEqual([
      {
        title: 'Did ‘Put it right first time’ make a difference?',
        ...{ metric: 'ease', cluster: 'area', first: '2026-01-12', last: '2027-08-09' },
      },
    ]);
    const audited = await app.db.query(`select from audit_entry where action = 'impact.makePlan' and subject_id = $1`, [
      String(one),
    ]);
    expect(audited).toHaveLength(1);
  });

  it('is refused under somebody else’s form', async () => {
    const [plan, token] = [await drawn(), randomUUID()];
    await plans().make(nik, plan, token);
    await expect(plans().make(await idOf(app, 'grace'), plan, token)).rejects.toThrow(/Reload the page/);
  });

  it('leaves nothing behind when a part of it cannot be stored', async () => {
    const plan = await drawn();
    const broken = { ...plan, areas: [...plan.areas, { areaId: 999_999, stratum: 0, wave: 0, unitIds: [1] }] };
    const token = randomUUID();
    await expect(plans().make(nik, broken, token)).rejects.toThrow();
    expect(await app.db.query('select from wave_plan where form_token = $1', [token])).toHaveLength(0);
  });
});

describe('waves', () => {
  let id: number;
  beforeAll(async () => {
    at('2026-12-21');
    await app.db.query('update wave_plan set stopped_at = made_at where stopped_at is null');
    id = await made();
  });

  it('begin on their Mondays and no day before, each with an assignment of its units alone', async () => {
    at('2027-01-10');
    await plans().keepUp();
    expect((await wavesOf(id)).map(({ begun }) => begun)).toEqual([false, false]);
    at('2027-01-11');
    await plans().keepUp();
    const [first, second] = await wavesOf(id);
    expect([first!.begun, second!.begun]).toEqual([true, false]);
    const asked = await app.db.one(
      `select course_id as course, reason, due_on as "dueOn", made_by as "madeBy" from assignment where id = $1`,
      [first!.assignmentId],
    );
    expect(asked).toMatchObject({ reason: 'Customers ask for it.', dueOn: '2027-02-08', madeBy: nik });
    const units = await app.db.query<{ wave: number | null }>(
      `select distinct a.wave from requirement_reason why join requirement r on r.id = why.requirement_id
         join posting p on p.person_id = r.person_id and p.main
         join wave_unit u on u.unit_id = p.unit_id and u.plan_id = $2
         join wave_area a on a.plan_id = u.plan_id and a.area_id = u.area_id
        where why.assignment_id = $1`,
      [first!.assignmentId, id],
    );
    expect(units).toEqual([{ wave: 0 }]);
  });

  it('begin once, however many workers begin them, and after one was killed half way', async () => {
    at('2027-02-08');
    const before = await openRequirements();
    const killed = jest.spyOn(app.nest.get(WavePlansQueries), 'begin').mockRejectedValueOnce(new Error('killed'));
    await expect(plans().keepUp()).rejects.toThrow('killed');
    killed.mockRestore();
    expect((await wavesOf(id))[1]).toMatchObject({ begun: false, assignmentId: null });
    expect(await openRequirements()).toBe(before);
    await Promise.all([plans().keepUp(), plans().keepUp(), plans().keepUp()]);
    await plans().keepUp();
    const [first, second] = await wavesOf(id);
    expect(second!.begun).toBe(true);
    expect(second!.assignmentId).not.toBe(first!.assignmentId);
    const asked = await app.db.query(`select from assignment where form_token like 'wave-1-%'`);
    expect(asked).toHaveLength(1);
    const branches = await app.db.one<{ n: number }>(
      `select count(*) as n from wave_unit u join wave_area a using (plan_id, area_id) where u.plan_id = $1 and a.wave = 1`,
      [id],
    );
    expect((await openRequirements()) - before).toBe(branches!.n);
  });

  it('keep no other waiting when one of them fails', async () => {
    at('2026-12-21');
    const both = [await made({ title: 'Fails' }), await made({ title: 'Goes on' })];
    at('2027-01-11');
    const fails = jest.spyOn(app.nest.get(WavePlansQueries), 'begin').mockRejectedValueOnce(new Error('no'));
    await expect(plans().keepUp()).rejects.toThrow('no');
    fails.mockRestore();
    const begun = await Promise.all(both.map(async (plan) => (await wavesOf(plan))[0]!.begun));
    expect(begun.toSorted()).toEqual([false, true]);
    for (const plan of both) await plans().stop(plan, nik);
  });

  it('that begin late give as many days as the others', async () => {
    at('2026-12-21');
    const late = await made({ title: 'Late' });
    at('2027-01-20');
    await plans().keepUp();
    const [first] = await wavesOf(late);
    const row = await app.db.one<{ dueOn: string }>('select due_on as "dueOn" from assignment where id = $1', [
      first!.assignmentId,
    ]);
    expect(row!.dueOn).toBe('2027-02-17');
    expect((await look(late)).words).toMatch(/Wave 1 0 of \d+ have finished \(0%\) 11 January 2027 17 February 2027/);
    await plans().stop(late, nik);
  });

  it('of people who all hold the course begin without asking anybody', async () => {
    at('2026-12-21');
    const none = await made({ title: 'None left', slug: 'queues-keep-people-in-the-loop' });
    await app.db.query(
      `insert into completion (person_id, course_id, course_version_id, unit_id, completed_at)
       select p.person_id, v.course_id, v.id, p.unit_id, '2026-12-22' from wave_unit u
         join wave_area a using (plan_id, area_id) join posting p on p.unit_id = u.unit_id and p.main
         join wave_plan w on w.id = u.plan_id join course_version v on v.course_id = w.course_id and v.state = 'published'
        where u.plan_id = $1 and a.wave = 0`,
      [none],
    );
    at('2027-01-11');
    await plans().keepUp();
    expect((await wavesOf(none))[0]).toMatchObject({ begun: true, assignmentId: null });
    expect((await look(none)).words).toContain('Begun; nobody was left to be asked');
    await plans().stop(none, nik);
  });

  it('wait while nobody can take the course', async () => {
    at('2026-12-21');
    const waits = await made({ title: 'Waits' });
    await app.db.query(
      `update course_version v set state = 'retired' from course c where c.id = v.course_id and c.slug = $1
                           and v.state = 'published'`,
      [SLUG],
    );
    at('2027-01-12');
    await plans().keepUp();
    expect((await wavesOf(waits))[0]!.begun).toBe(false);
    expect((await look(waits)).words).toMatch(
      /Nobody can take the course at the moment.*Waits: nobody can take the course now/,
    );
    await app.db.query(
      `update course_version v set state = 'published' from course c where c.id = v.course_id and c.slug = $1
                           and v.state = 'retired'`,
      [SLUG],
    );
    await plans().stop(waits, nik);
  });
});

describe('the page of a plan says', () => {
  let id: number;
  beforeAll(async () => {
    at('2026-12-21');
    id = await made({ title: 'Shown' });
  });

  it('how far it is, wave by wave, and where its answer will stand', async () => {
    at('2026-12-22');
    const { words, text } = await look(id);
    expect(words).toMatch(/Shown Begins on 11 January 2027/);
    expect(words).toMatch(/Wave 1 Waits for its Monday 11 January 2027 8 February 2027 [34] (18|24)/);
    expect(words).toMatch(/Comparison Stays as it is, to compare with never – [34] (18|24)/);
    expect(text).toMatch(/href="\/impact\/studies\/\d+"/);
    expect(words).toMatch(/Its seed is \d+: whoever draws with it gets the same waves\./);
    at('2027-01-11');
    expect((await look(id)).words).toContain('Begins within the hour');
    await plans().keepUp();
    const { words: begun } = await look(id);
    expect(begun).toMatch(/Shown 1 of 2 waves has begun/);
    expect(begun).toMatch(/0 of \d+ have finished \(0%\)/);
  });

  it('an area manager which wave their area is in, and not to assign it before', async () => {
    const { words } = await look(id, 'dawn');
    expect(words).toMatch(/Area 1 is in (wave [12], from|the comparison: please do not assign)/);
    expect(words).not.toContain('Stop the');
    expect((await look(id, 'ross')).status).toBe(200);
  });

  it('how many hold the course who should not yet, and what that does to the answer', async () => {
    at('2027-03-01');
    expect((await look(id)).words).toMatch(
      /Of \d+ people whose wave is still to come, or never comes, \d+ hold the course already and \d+ were asked by somebody else/,
    );
  });

  it('each area as a file', async () => {
    const { text, headers } = await look(id, 'dawn', '.csv');
    expect(headers.get('content-type')).toContain('text/csv');
    expect(text.split('\r\n')[0]).toBe('Area code,Area,Region,Wave,Begins,Units,Group');
    expect(text.trim().split('\r\n')).toHaveLength(11);
  });

  it('what was stopped, and by whom; what was asked stays', async () => {
    const browser = await as(app, 'nik');
    const stopped = await browser.post(`/impact/plans/${id}/stop`);
    expect((await browser.follow(stopped)).words).toContain('Stopped. No further wave will begin.');
    await plans().keepUp();
    expect((await wavesOf(id)).map(({ begun }) => begun)).toEqual([true, false]);
    const { words } = await look(id);
    expect(words).toMatch(/Stopped; 1 of 2 waves has begun/);
    expect(words).toMatch(/Stopped before it began/);
    expect((await look(id, 'dawn')).words).toMatch(
      /Area 1 is in (wave 1, from 11 January 2027\. How far|the comparison: please do not assign)/,
    );
    at('2027-09-06');
    expect((await look(id, 'dawn')).words).not.toContain('Area 1 is in');
    at('2027-03-01');
    expect((await browser.follow(await browser.post(`/impact/plans/${id}/stop`))).words).toContain(
      'No wave was left to stop.',
    );
  });

  it('nothing before it was made: time that goes back knows no later plan', async () => {
    app.clock.set('2026-12-01T10:00:00Z');
    expect((await look(id)).status).toBe(404);
    expect((await (await as(app, 'nik')).get('/impact/plans')).words).toContain('No training is given in waves');
    at('2027-03-01');
  });
});

describe('the list of plans', () => {
  it('has all of them with their state, also as a file', async () => {
    const browser = await as(app, 'dawn');
    const { words } = await browser.get('/impact/plans');
    expect(words).toMatch(
      /Shown Stopped; 1 of 2 waves has begun 11 January 2027 two waves and a comparison Put it right first time 10/,
    );
    const { text } = await browser.get('/impact/plans.csv');
    expect(text).toContain('In two waves,Put it right first time,2,yes,2027-01-11,2027-02-08,10,60');
  });

  it('offers a new one to those who may plan', async () => {
    expect((await (await as(app, 'nik')).get('/impact/plans')).text).toContain('href="/impact/plans/new"');
    expect((await (await as(app, 'dawn')).get('/impact/plans')).text).not.toContain('href="/impact/plans/new"');
    expect((await (await as(app, 'dawn')).get('/impact')).text).toContain('href="/impact/plans"');
  });
});

describe('outsiders', () => {
  it.each(['p0'])('%s sees no plan', async (reference) => {
    const browser = await as(app, reference);
    expect((await browser.get('/impact/plans')).status).toBe(403);
    expect((await browser.get('/impact/plans/1')).status).toBe(403);
  });

  it.each(['dawn', 'ross'])('%s stops none', async (reference) => {
    const [plan] = await app.db.query<{ id: number }>('select id from wave_plan where stopped_at is null limit 1');
    expect((await (await as(app, reference)).post(`/impact/plans/${plan!.id}/stop`)).status).toBe(403);
    expect(await app.db.one('select stopped_at as at from wave_plan where id = $1', [plan!.id])).toEqual({ at: null });
  });

  it.each(['/impact/plans/999999', '/impact/plans/x', '/impact/plans/999999.csv'])('%s is not there', async (path) => {
    expect((await (await as(app, 'nik')).get(path)).status).toBe(404);
  });
});

describe('an import that brought in what stands in a plan', () => {
  it('cannot be undone, and says so', async () => {
    at('2026-12-21');
    await importUnits(app, ['R2,South,A10,Area 10,100100,Branch 100,branch,england,2026-12-01,']);
    await made({ title: 'With the new one' });
    const { holding } = await undoImport(app, 'network', { dryRun: true });
    expect(holding).toEqual(
      expect.arrayContaining([
        { target: 'unit', group: 'impact.plans', n: 1 },
        { target: 'area', group: 'impact.plans', n: 1 },
      ]),
    );
  });
});
