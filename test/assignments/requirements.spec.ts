import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AssignmentsListener } from '../../src/assignments/assignments.listener.js';
import { FollowListener } from '../../src/assignments/following/follow.listener.js';
import { AudienceQueries } from '../../src/assignments/assigning/audience.queries.js';
import { type Standing, standing } from '../../src/assignments/assigning/audience.js';
import { NextDue } from '../../src/assignments/requirements/next-due.service.js';
import { ActorLoader } from '../../src/network/actor-loader.service.js';
import { type TestApp, startTestApp } from '../support/app.js';
import { aSmallNetwork, assign, COURSE, finish } from './network.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: '2027-02-10T10:00:00Z' });
  await aSmallNetwork(app);
});
afterAll(() => app.stop());

const idOf = async (table: 'person' | 'course' | 'unit', key: 'reference' | 'slug' | 'code', value: string) =>
  (await app.db.one<{ id: number }>(`select id from ${table} where ${key} = $1`, [value]))!.id;

const open = async (reference: string) =>
  (
    await app.db.query('select 1 from requirement where person_id = $1 and completion_id is null', [
      await idOf('person', 'reference', reference),
    ])
  ).length;

describe('requirements', () => {
  it('of a moment in which somebody finished unseen are settled after the commit', async () => {
    await assign(app, 'dawn', ['000002']);
    await finish(app, 'bo');
    await app.db.query('update requirement set completion_id = null');
    expect(await open('bo')).toBe(1);
    await app.runJobs();
    await app.nest.get(FollowListener).compare();
    expect(await open('bo')).toBe(0);
  });

  it('an earlier completion, taken before anybody asked, settles nothing by itself', async () => {
    await finish(app, 'cy', 'another-course');
    const cy = await idOf('person', 'reference', 'cy');
    const course = await idOf('course', 'slug', 'another-course');
    app.clock.set('2027-02-12T10:00:00Z');
    await assign(app, 'dawn', ['000001'], { course: 'another-course' });
    await app.db.query(`insert into requirement (person_id, course_id, due_on) values ($1, $2, '2027-03-01')`, [
      cy,
      course,
    ]);
    await app.db.query(
      `insert into requirement_reason select r.id, a.id from requirement r, assignment a where r.person_id = $1 and a.course_id = $2`,
      [cy, course],
    );
    await app.nest.get(AssignmentsListener).catchUp();
    expect(await open('cy')).toBe(1);
  });

  it('settle although the demo already knows a later completion', async () => {
    await assign(app, 'dawn', ['000001']);
    const sam = await idOf('person', 'reference', 'sam');
    const course = await idOf('course', 'slug', COURSE);
    const ahead = await app.db.one<{ id: number }>(
      `insert into completion (person_id, course_id, course_version_id, period, completed_at)
       select $1, $2, id, 7, '2027-03-01' from course_version where course_id = $2 returning id`,
      [sam, course],
    );
    await app.db.query('update requirement set completion_id = $1 where person_id = $2 and course_id = $3', [
      ahead!.id,
      sam,
      course,
    ]);
    await finish(app, 'sam');
    const settled = await app.db.one<{ at: Date }>(
      'select c.completed_at as at from requirement r join completion c on c.id = r.completion_id where r.person_id = $1 and r.course_id = $2',
      [sam, course],
    );
    expect(settled!.at).toEqual(new Date('2027-02-12T10:00:00Z'));
  });

  it('begin a new period once a completion no longer counts', async () => {
    await app.db.query('alter table course_version disable trigger course_version_immutable');
    await app.db.query(`update course_version set validity_months = 12`);
    await app.db.query('alter table course_version enable trigger course_version_immutable');
    app.clock.set('2028-02-14T10:00:00Z');
    await assign(app, 'dawn', ['000002'], { dueOn: '2028-03-01' });
    const bo = await idOf('person', 'reference', 'bo');
    const rows = await app.db.query(
      `select period, due_on::text as due, completion_id is null as open from requirement where person_id = $1 order by period`,
      [bo],
    );
    expect(rows).toEqual([
      { period: 0, due: '2027-02-24', open: false },
      { period: 1, due: '2028-03-01', open: true },
    ]);
    app.clock.set('2027-02-12T10:00:00Z');
  });
});

describe('the audience in SQL', () => {
  it('agrees with the rule, person by person', async () => {
    const course = await idOf('course', 'slug', 'another-course');
    const people = await app.db.query<{ unitId: number; onLeave: boolean; done: boolean; askedBefore: boolean }>(
      `select p.unit_id as "unitId",
              exists (select from leave l where l.person_id = p.person_id and l.valid @> '2027-02-12'::date) as "onLeave",
              exists (select from completion c where c.person_id = p.person_id and c.course_id = $1) as done,
              exists (select from requirement r where r.person_id = p.person_id and r.course_id = $1 and r.completion_id is null) as "askedBefore"
         from posting p where p.unit_id is not null`,
      [course],
    );
    const unitIds = [...new Set(people.map(({ unitId }) => unitId))];
    for (const unit of await app.nest
      .get(AudienceQueries)
      .byUnit(
        { unitIds, areaIds: [], regionIds: [], network: false, roles: null, personIds: [] },
        course,
        app.clock.now(),
      )) {
      const count = (which: Standing) =>
        people.filter((one) => one.unitId === unit.unitId && standing(one) === which).length;
      expect(unit).toEqual({
        unitId: unit.unitId,
        kind: 'branch',
        asked: count('asked'),
        askedBefore: count('askedBefore'),
        done: count('done'),
        onLeave: count('onLeave'),
      });
    }
  });
});

describe('after a course', () => {
  it('the next one that somebody asked for is offered', async () => {
    const actor = await app.nest.get(ActorLoader).load(await idOf('person', 'reference', 'sam'));
    const cards = await app.nest.get(NextDue).cardsFor(actor!, await idOf('course', 'slug', COURSE));
    expect(cards).toEqual([
      { title: 'Another course', text: 'Due 24 Feb', action: { text: 'Start', path: '/courses/another-course' } },
    ]);
  });
});
