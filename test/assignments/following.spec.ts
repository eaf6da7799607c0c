import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FollowListener } from '../../src/assignments/following/follow.listener.js';
import { dueAfterLeave, type Leave } from '../../src/assignments/requirements/due-after-leave.js';
import { addDays } from '../../src/platform/dates.js';
import { importPeople, importUnits } from '../network/files.js';
import { type TestApp, startTestApp } from '../support/app.js';
import { askedBy, aSmallNetwork, assign, finish, ledgerOf, signedIn } from './network.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: '2027-02-10T10:00:00Z' });
  await aSmallNetwork(app);
  await app.runJobs();
});
beforeEach(async () => {
  app.clock.set('2027-02-10T10:00:00Z');
  await app.db.query('truncate assignment, requirement, message, completion, lesson_read, enrolment cascade');
});
afterAll(() => app.stop());

const requirement = (reference: string) =>
  app.db.one<{ due: string; closed: string | null; since: string | null }>(
    `select r.due_on::text as due, r.closed_how as closed, why.since::text
       from requirement r join person p on p.id = r.person_id join requirement_reason why on why.requirement_id = r.id
      where p.reference = $1`,
    [reference],
  );
const noDrift = () => expect(app.nest.get(FollowListener).compare()).resolves.toBeUndefined();

describe('requirements follow people', () => {
  it('who joins after an import is asked at once, with a fair time, and told the day after', async () => {
    const { path } = await assign(app, 'dawn', ['000001'], { dueOn: '2027-02-24' });
    app.clock.set('2027-02-15T10:00:00Z');
    await importPeople(app, ['new,Nell New,,000001,staff,2027-02-15,']);
    await app.runJobs();
    expect(await requirement('new')).toEqual({ due: '2027-03-01', closed: null, since: '2027-02-15' });
    expect((await ledgerOf(app, path)).filter(({ reference }) => reference === 'new')).toEqual([
      { reference: 'new', kind: 'assigned', due: '2027-02-16 00:00', state: 'planned' },
    ]);
    expect((await (await signedIn(app, 'new')).get('/')).words).toContain('Dawn Mercer, your area manager, asked you');
    await noDrift();
  });

  it('who moves takes what the new place asks and leaves what the old one did', async () => {
    const old = await assign(app, 'dawn', ['000001']);
    const area = await assign(app, 'ross', [], { everyUnitOf: 'A2', course: 'another-course' });
    await importPeople(app, ['mo,Mo Vere,,000001,staff,2026-01-01,']);
    await app.runJobs();
    expect(await askedBy(app, old.path)).toContain('mo');
    app.clock.set('2027-02-12T10:00:00Z');
    await importPeople(app, ['mo,Mo Vere,,000004,staff,2027-02-12,']);
    await app.runJobs();
    expect(await askedBy(app, old.path)).not.toContain('mo');
    expect(await askedBy(app, area.path)).toContain('mo');
    expect(
      (await ledgerOf(app, old.path)).filter(({ reference }) => reference === 'mo').map(({ state }) => state),
    ).toEqual(['suppressed']);
    await noDrift();
  });

  it('who leaves has nothing to finish, and keeps what was finished', async () => {
    const { path } = await assign(app, 'dawn', ['000002']);
    await importPeople(app, ['lea,Lea Over,,000002,staff,2026-01-01,', 'fin,Fin Done,,000002,staff,2026-01-01,']);
    await app.runJobs();
    await finish(app, 'fin');
    app.clock.set('2027-02-14T10:00:00Z');
    await importPeople(app, [
      'lea,Lea Over,,000002,staff,2026-01-01,2027-02-13',
      'fin,Fin Done,,000002,staff,2026-01-01,2027-02-13',
    ]);
    await app.runJobs();
    expect((await requirement('lea'))?.closed).toBe('ended');
    expect((await requirement('fin'))?.closed).toBeNull();
    expect(await askedBy(app, path)).toEqual(['bo', 'fin']);
    await noDrift();
  });

  it('a unit that moves to another area takes its people along', async () => {
    const { path } = await assign(app, 'omar', [], { everyUnitOf: 'A2' });
    app.clock.set('2027-02-12T10:00:00Z');
    await importUnits(app, ['R1,North,A2,Coast,000003,Emptiford,branch,england,2027-02-12,']);
    await importPeople(app, ['emp,Em Pty,,000003,staff,2027-02-12,']);
    await app.runJobs();
    expect(await askedBy(app, path)).toContain('emp');
    await noDrift();
  });

  it('nobody joins an assignment whose date has passed', async () => {
    const { path } = await assign(app, 'dawn', ['000001'], { dueOn: '2027-02-12' });
    app.clock.set('2027-02-13T10:00:00Z');
    await importPeople(app, ['late,Late Comer,,000001,staff,2027-02-13,']);
    await app.runJobs();
    expect(await askedBy(app, path)).not.toContain('late');
    await noDrift();
  });

  it('who comes back from leave is asked then; who goes on leave keeps the days', async () => {
    await assign(app, 'dawn', ['000001'], { dueOn: '2027-06-10' });
    app.clock.set('2027-06-01T10:00:00Z');
    await app.nest.get(FollowListener).bringUpToDate();
    expect(await requirement('ana')).toEqual({ due: '2027-06-15', closed: null, since: '2027-06-01' });
    await app.db.query(
      `insert into leave (person_id, valid) select id, '[2027-06-03,2027-06-13)' from person where reference = 'sam'`,
    );
    await app.nest.get(FollowListener).bringUpToDate();
    expect((await requirement('sam'))?.due).toBe('2027-06-20');
    await app.db.query(`delete from leave where valid = '[2027-06-03,2027-06-13)'`);
  });
});

describe('the comparison at night', () => {
  it.each([
    [
      'a requirement that is not there',
      'delete from requirement_reason; delete from requirement',
      /[1-9]\d* are missing/,
    ],
    [
      'a date that somebody changed by hand',
      `update requirement_reason set due_on = '2027-03-01'`,
      /[1-9]\d* have another date/,
    ],
    [
      'somebody whom nobody asked',
      `insert into requirement (person_id, course_id, due_on) select p.id, r.course_id, r.due_on from person p, requirement r where p.reference = 'cy' limit 1;
       insert into requirement_reason select r.id, a.id from requirement r, assignment a, person p where p.id = r.person_id and p.reference = 'cy'`,
      /1 should have ended/,
    ],
  ])('raises an alarm for %s', async (_, harm, words) => {
    await assign(app, 'dawn', ['000001', '000002']);
    for (const statement of harm.split(';')) await app.db.query(statement);
    await expect(app.nest.get(FollowListener).compare()).rejects.toThrow(words);
  });

  it('stands as failed among the jobs', async () => {
    await assign(app, 'dawn', ['000001']);
    await app.runJobs();
    await app.db.query('delete from requirement_reason');
    await app.db.query(`insert into job (kind) values ('assignments.compare')`);
    await app.runJobs();
    const job = await app.db.one<{ error: string }>(
      `select error from job where kind = 'assignments.compare' order by id desc limit 1`,
    );
    expect(job!.error).toMatch(/Requirements differ from the assignments: [1-9]\d* are missing/);
  });
});

describe('long leave in SQL', () => {
  it('stops the clock as the rule says', async () => {
    const person = (await app.db.one<{ id: number }>(`select id from person where reference = 'bo'`))!.id;
    const day = (n: number) => addDays('2027-02-01', n);
    const leaves = fc
      .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 1, max: 10 })), {
        maxLength: 3,
        selector: ([at]) => at,
      })
      .map((parts): Leave[] =>
        parts.sort((a, b) => a[0] - b[0]).map(([at, days]) => ({ from: day(at * 10), to: day(at * 10 + days) })),
      );
    await fc.assert(
      fc.asyncProperty(leaves, fc.nat({ max: 40 }), fc.nat({ max: 60 }), async (away, since, days) => {
        await app.db.query('delete from leave where person_id = $1', [person]);
        for (const { from, to } of away)
          await app.db.query('insert into leave (person_id, valid) values ($1, daterange($2::date, $3::date))', [
            person,
            from,
            to,
          ]);
        const row = await app.db.one<{ due: string }>('select due_after_leave($1, $2::date, $3::date)::text as due', [
          person,
          day(since),
          day(since + days),
        ]);
        expect(row!.due).toBe(dueAfterLeave(away, day(since), day(since + days)));
      }),
      { numRuns: 60 },
    );
    await app.db.query('delete from leave where person_id = $1', [person]);
  });
});
