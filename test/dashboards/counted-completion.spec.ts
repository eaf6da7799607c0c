import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Completion } from '../../src/dashboards/completion/completion.service.js';
import { CompletionJobs } from '../../src/dashboards/completion/completion.jobs.js';
import { ActorLoader } from '../../src/network/actor-loader.service.js';
import type { Actor } from '../../src/platform/actor.js';
import { Clock } from '../../src/platform/clock.js';
import { endOfLondonDay } from '../../src/platform/dates.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { aWorld, idOf } from './world.js';

const NOW = '2027-02-10T10:00:00Z';
const TODAY = '2027-02-10';

let app: TestApp;
let actors: Record<'nik' | 'regi', Actor>;

beforeAll(async () => {
  app = await startTestApp({ now: NOW });
  await aWorld(app);
  const load = async (reference: string) => (await app.nest.get(ActorLoader).load(await idOf(app, reference)))!;
  actors = { nik: await load('nik'), regi: await load('regi') };
  await finish('s0');
});
afterAll(() => app.stop());

afterEach(async () => {
  app.nest.get(Clock).runFrom(new Date(NOW));
  await app.db.query('truncate completion_day cascade');
  await app.db.query(`delete from job where kind = 'dashboards.countCompletionOfDay'`);
  await asLargeAs(10);
});

/** As many postings as the planner believes there are. */
const asLargeAs = (postings: number) =>
  app.db.query(`update pg_class set reltuples = $1 where oid = 'posting'::regclass`, [postings]);

/** The only course, by one of the four of Ashbridge. */
async function finish(reference: string, at = '2027-02-09T10:00:00Z') {
  await app.db.query(
    `insert into completion (person_id, course_id, course_version_id, completed_at, unit_id)
     select p.id, v.course_id, v.id, $2, u.id
       from person p, course_version v, unit u where p.reference = $1 and u.code = '021047' limit 1`,
    [reference, at],
  );
}

const shares = (actor: Actor, moment = new Date(NOW), scope = {}) =>
  app.nest.get(Completion).coursesOf({ actor, scope, moment, today: TODAY });

const asked = async () =>
  (
    await app.db.query<{ day: string }>(
      `select body ->> 'day' as day from job where kind = 'dashboards.countCompletionOfDay'`,
    )
  ).map(({ day }) => day);

describe('a small network', () => {
  it('is counted at every look, and nothing is kept', async () => {
    await app.nest.get(CompletionJobs).keepUp();
    const share = await shares(actors.nik);
    expect(share).toMatchObject({ courses: 1, done: 1 });
    expect(share.countedAt).toBeUndefined();
    expect(await app.db.query('select * from completion_day')).toEqual([]);
    expect(await asked()).toEqual([]);
  });
});

describe('a large network', () => {
  it('is counted by the worker, and says the same as a count at the look, with the time', async () => {
    const [live, liveByArea] = [
      await shares(actors.nik),
      await app.nest
        .get(Completion)
        .coursesBy('area', { actor: actors.nik, scope: {}, moment: new Date(NOW), today: TODAY }),
    ];
    await asLargeAs(50_000);
    await app.nest.get(CompletionJobs).keepUp();
    const { countedAt, ...counted } = await shares(actors.nik);
    expect(counted).toEqual(live);
    expect(countedAt?.getTime()).toBeCloseTo(new Date(NOW).getTime(), -5);
    const byArea = await app.nest
      .get(Completion)
      .coursesBy('area', { actor: actors.nik, scope: {}, moment: new Date(NOW), today: TODAY });
    expect([...byArea].map(([id, share]) => [id, { ...share, countedAt: undefined }]).sort()).toEqual(
      [...liveByArea].sort(),
    );
    expect((await (await app.signInAs(actors.nik.personId)).get('/dashboard')).text).toContain('; counted at 10:00');
  });

  it('shows no more than somebody reaches', async () => {
    const live = await shares(actors.regi);
    await asLargeAs(50_000);
    await app.nest.get(CompletionJobs).keepUp();
    expect(await shares(actors.regi)).toMatchObject(live);
    expect((await shares(actors.regi)).inPost).toBeLessThan((await shares(actors.nik)).inPost);
  });

  it('is counted at the look when the worker has been away for long, and asks for it once', async () => {
    await asLargeAs(50_000);
    await app.nest.get(CompletionJobs).keepUp();
    app.nest.get(Clock).runFrom(new Date('2027-02-10T10:45:00Z'));
    const late = new Date('2027-02-10T10:45:00Z');
    expect((await shares(actors.nik, late)).countedAt).toBeUndefined();
    await shares(actors.nik, late);
    expect(await asked()).toEqual([TODAY]);
  });

  it('counts a day of the past once somebody has looked at it, and forgets it again', async () => {
    await asLargeAs(50_000);
    const then = endOfLondonDay('2027-02-01');
    const live = await shares(actors.nik, then);
    expect(live.done).toBe(0);
    expect(await asked()).toEqual(['2027-02-01']);
    await app.nest.get(CompletionJobs).countDay({ day: '2027-02-01' });
    expect(await shares(actors.nik, then)).toEqual(live);
    expect(await app.db.query('select day::text from completion_day')).toEqual([{ day: '2027-02-01' }]);
    app.nest.get(Clock).runFrom(new Date('2027-02-12T10:00:00Z'));
    await app.nest.get(CompletionJobs).keepUp();
    expect(await app.db.query('select day::text from completion_day')).toEqual([{ day: '2027-02-12' }]);
  });

  it('does nothing for what is no day', async () => {
    await app.nest.get(CompletionJobs).countDay({ day: 'yesterday' });
    await app.nest.get(CompletionJobs).countDay({});
    expect(await app.db.query('select * from completion_day')).toEqual([]);
  });

  it('is counted anew every few minutes', async () => {
    await asLargeAs(50_000);
    await app.nest.get(CompletionJobs).keepUp();
    await finish('s1');
    expect((await shares(actors.nik)).done).toBe(1);
    await app.nest.get(CompletionJobs).keepUp();
    expect((await shares(actors.nik)).done).toBe(2);
  });
});
