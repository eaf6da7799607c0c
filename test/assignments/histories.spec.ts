import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { AssignmentForm } from '../../src/assignments/assigning/assignments.forms.js';
import { AssignmentsService } from '../../src/assignments/assigning/assignments.service.js';
import { AssignmentsListener } from '../../src/assignments/assignments.listener.js';
import { ExtensionForm } from '../../src/assignments/changing/changing.forms.js';
import { ChangingService } from '../../src/assignments/changing/changing.service.js';
import { FollowListener } from '../../src/assignments/following/follow.listener.js';
import { type Happening, requirementsOf } from '../../src/assignments/requirements/requirements-of.js';
import { ActorLoader } from '../../src/network/actor-loader.service.js';
import type { Actor } from '../../src/platform/actor.js';
import { addDays } from '../../src/platform/dates.js';
import { RuleBroken } from '../../src/platform/errors.js';
import { aReadingCourse, publish } from '../factories/courses.js';
import { importPeople, importUnits } from '../network/files.js';
import { type TestApp, startTestApp } from '../support/app.js';

const FIRST_DAY = '2027-02-01';
const UNITS = ['000001', '000002', '000003'];
const PEOPLE = ['ada', 'ben', 'cal', 'dot', 'eve'];

let app: TestApp;
let dawn: Actor;
const ids = { units: new Map<number, number>(), people: new Map<number, number>() };

beforeAll(async () => {
  app = await startTestApp({ now: `${FIRST_DAY}T09:00:00Z` });
  await importUnits(
    app,
    UNITS.map((code) => `R1,North,A1,Moors,${code},Branch ${code},branch,england,2020-01-01,`),
  );
  await importPeople(app, [
    ...PEOPLE.map((reference, at) => `${reference},Person ${reference},,${UNITS[at % 3]},staff,2020-01-01,`),
    'dawn,Dawn Mercer,,A1,areaManager,2020-01-01,',
  ]);
  const person = await app.db.one<{ id: number }>(`select id from person where reference = 'dawn'`);
  dawn = (await app.nest.get(ActorLoader).load(person!.id))!;
  const units = await app.db.query<{ id: number }>('select id from unit order by code');
  units.forEach(({ id }, at) => ids.units.set(at, id));
  const people = await app.db.query<{ id: number }>(
    'select id from person where reference = any ($1) order by reference',
    [PEOPLE],
  );
  people.forEach(({ id }, at) => ids.people.set(at, id));
});
afterAll(() => app.stop());

/** What somebody tries; the product may refuse it. */
interface Attempt {
  kind: Happening['kind'];
  wait: number;
  which: number;
  days: number;
  units: number[];
  people: number[];
}

const some = (most: number) => fc.uniqueArray(fc.nat({ max: most - 1 }), { maxLength: 2 });
const attempt: fc.Arbitrary<Attempt> = fc.record({
  kind: fc.constantFrom('asked', 'asked', 'extended', 'withdrawn', 'undone', 'moved', 'moved', 'finished', 'nothing'),
  wait: fc.constantFrom(0, 0, 1, 3, 9),
  which: fc.nat({ max: 9 }),
  days: fc.integer({ min: 0, max: 20 }),
  units: some(UNITS.length),
  people: some(PEOPLE.length),
});

describe('requirements on any history', () => {
  it('are what the rule says they are', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(attempt, { minLength: 3, maxLength: 9 }), async (attempts) => {
        const slug = `history-${(run += 1)}`;
        await begin(slug);
        const history = await live(slug, attempts);
        expect(await stored(slug)).toEqual(byPerson(requirementsOf(startingUnits(), history)));
        await app.nest.get(FollowListener).compare();
      }),
      { numRuns: 25 },
    );
  }, 240_000);
});

const startingUnits = () => new Map(PEOPLE.map((_, at): [number, number | null] => [at, at % UNITS.length]));

async function begin(slug: string): Promise<void> {
  app.clock.set(`${FIRST_DAY}T09:00:00Z`);
  await app.db.query('truncate requirement, assignment cascade');
  await app.db.query(`delete from posting where person_id = any ($1)`, [[...ids.people.values()]]);
  await app.db.query(
    `insert into posting (person_id, unit_id, role, main, valid) select *, 'staff', true, '[2020-01-01,)' from unnest($1::int[], $2::int[])`,
    [[...ids.people.values()], PEOPLE.map((_, at) => ids.units.get(at % UNITS.length))],
  );
  await publish(app, aReadingCourse({ slug, title: slug }));
}

/** Tries one thing after the other, as the product would be used; answers what it took. */
async function live(slug: string, attempts: readonly Attempt[]): Promise<Happening[]> {
  const history: Happening[] = [];
  let day = FIRST_DAY;
  for (const one of attempts) {
    for (let waited = 0; waited < one.wait; waited += 1) {
      day = addDays(day, 1);
      app.clock.set(`${day}T09:00:00Z`);
      await app.nest.get(FollowListener).bringUpToDate();
      history.push({ kind: 'nothing', day });
    }
    const happened = await tried(slug, one, day, history);
    if (happened) history.push(happened);
    await app.nest.get(FollowListener).bringUpToDate();
    history.push({ kind: 'nothing', day });
  }
  return history;
}

async function tried(
  slug: string,
  one: Attempt,
  day: string,
  history: readonly Happening[],
): Promise<Happening | null> {
  try {
    return await does(slug, one, day, history);
  } catch (error) {
    if (error instanceof RuleBroken) return null;
    throw error;
  }
}

async function does(slug: string, one: Attempt, day: string, history: readonly Happening[]): Promise<Happening | null> {
  const made = history.filter((past) => past.kind === 'asked');
  const assignment = made[one.which % Math.max(1, made.length)];
  const dueOn = addDays(day, one.days);
  const changing = app.nest.get(ChangingService);
  switch (one.kind) {
    case 'asked':
      return { kind: 'asked', day, dueOn, id: await asks(slug, one, dueOn), units: one.units, people: one.people };
    case 'extended':
      return assignment ? givesTime(assignment.id, one, day, dueOn) : null;
    case 'withdrawn':
      if (!assignment) return null;
      await changing.withdraw(dawn, String(assignment.id), 'Not needed.');
      return { kind: 'withdrawn', day, id: assignment.id };
    case 'undone':
      if (!assignment) return null;
      await changing.undo(dawn, String(assignment.id));
      return { kind: 'undone', day, id: assignment.id };
    case 'moved': {
      const unit = one.days % 4 === 3 ? null : one.days % 4;
      await moves(one.which % PEOPLE.length, unit, day);
      return { kind: 'moved', day, person: one.which % PEOPLE.length, unit };
    }
    case 'finished':
      await finishes(slug, one.which % PEOPLE.length);
      return { kind: 'finished', day, person: one.which % PEOPLE.length };
    default:
      return null;
  }
}

async function givesTime(id: number, { people }: Attempt, day: string, dueOn: string): Promise<Happening> {
  const form = Object.assign(new ExtensionForm(), { formToken: randomUUID(), dueOn });
  const everybody = people.length === 0;
  Object.assign(form, everybody ? { everybody: 'yes' } : { person: people.map((at) => PEOPLE[at]!) });
  const before = await open(id, people);
  await app.nest.get(ChangingService).extend(dawn, String(id), form);
  return { kind: 'extended', day, dueOn, id, people: everybody ? null : before };
}

async function asks(slug: string, { units, people }: Attempt, dueOn: string): Promise<number> {
  const form = Object.assign(new AssignmentForm(), {
    formToken: randomUUID(),
    course: slug,
    reason: 'So that it is known.',
    dueOn,
    unit: units.map((at) => UNITS[at]!),
    person: people.map((at) => PEOPLE[at]!),
  });
  return (await app.nest.get(AssignmentsService).assign(dawn, form)).assignmentId;
}

/** Those of the people whom the assignment asks and who have not finished: an extension is for them. */
async function open(id: number, people: readonly number[]): Promise<number[]> {
  const rows = await app.db.query<{ personId: number }>(
    `select r.person_id as "personId" from requirement r join requirement_reason why on why.requirement_id = r.id
      where why.assignment_id = $1 and why.ended_at is null and r.completion_id is null`,
    [id],
  );
  return people.filter((at) => rows.some(({ personId }) => personId === ids.people.get(at)));
}

async function moves(at: number, unit: number | null, day: string): Promise<void> {
  const person = ids.people.get(at);
  await app.db.query(`delete from posting where person_id = $1 and lower(valid) = $2::date`, [person, day]);
  await app.db.query(
    `update posting set valid = daterange(lower(valid), $2::date) where person_id = $1 and (upper_inf(valid) or upper(valid) > $2::date)`,
    [person, day],
  );
  if (unit === null) return;
  await app.db.query(
    `insert into posting (person_id, unit_id, role, main, valid) values ($1, $2, 'staff', true, daterange($3::date, null))`,
    [person, ids.units.get(unit), day],
  );
}

async function finishes(slug: string, at: number): Promise<void> {
  await app.db.write(async (tx) => {
    const row = await tx.one<{ id: number }>(
      `insert into completion (person_id, course_id, course_version_id, completed_at)
       select $1, v.course_id, v.id, $3 from course_version v join course c on c.id = v.course_id where c.slug = $2
       on conflict do nothing returning id`,
      [ids.people.get(at), slug, tx.now],
    );
    if (row) await app.nest.get(AssignmentsListener).finish(tx, { completionId: row.id });
  });
}

async function stored(slug: string) {
  const rows = await app.db.query<{
    personId: number;
    dueOn: string;
    finished: boolean;
    closed: boolean;
    reasons: number[];
  }>(
    `select r.person_id as "personId", r.due_on::text as "dueOn", r.completion_id is not null as finished,
            r.closed_at is not null as closed,
            (select coalesce(array_agg(why.assignment_id order by why.assignment_id), '{}') from requirement_reason why
              where why.requirement_id = r.id and why.ended_at is null) as reasons
       from requirement r join course c on c.id = r.course_id where c.slug = $1`,
    [slug],
  );
  const at = new Map([...ids.people].map(([place, id]) => [id, place]));
  return byPerson(rows.map(({ personId, ...rest }) => ({ person: at.get(personId)!, ...rest })));
}

function byPerson<T extends { person: number }>(states: T[]): T[] {
  return states.sort((a, b) => a.person - b.person);
}
