import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OrganisationFiles } from '../../src/generate/files/organisation-files.service.js';
import { Generator } from '../../src/generate/generator.service.js';
import { Imports } from '../../src/network/imports/imports.service.js';
import { wrongCells } from '../feedback/custom-metrics/metrics-world.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { Running } from '../start/process.js';
import { brokenReferences, checksums, generate, optionsOf, SMALL } from './generated.js';

let app: TestApp;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cxu-generate-'));
  app = await startTestApp();
  await generate(app);
}, 180_000);
afterAll(async () => {
  await app.stop();
  await rm(folder, { recursive: true });
});

const number = async (sql: string) => (await app.db.one<{ n: number }>(sql))?.n;

describe('a generated organisation', () => {
  it('has exactly the units and people asked for, and about the answers', async () => {
    expect(await number('select count(*) as n from unit')).toBe(SMALL.units);
    expect(await number('select count(*) as n from person')).toBe(SMALL.people);
    expect(await number('select count(distinct week)::int as n from unit_week')).toBe(SMALL.weeks);
    const perUnitWeek = await number('select avg(responses)::float8 as n from unit_week');
    expect(perUnitWeek).toBeGreaterThan(2.4);
    expect(perUnitWeek).toBeLessThan(4.2);
  });

  it('opens its pages for an area manager: the area, a unit of it, and nothing of the next area', async () => {
    const area = await app.db.one<{ code: string; name: string; person_id: number; unit: string }>(
      `select area.code, area.name, posting.person_id, min(unit.code) as unit
         from posting join area on area.id = posting.area_id
         join unit_place place on place.area_id = area.id and place.valid @> date '2027-02-10'
         join unit on unit.id = place.unit_id
        where posting.valid @> date '2027-02-10' and unit.kind = 'branch' group by 1, 2, 3 order by 1 limit 1`,
    );
    const manager = await app.signInAs(area!.person_id);
    const page = await manager.get(`/areas/${area!.code}`);
    expect([page.status, page.words.includes(area!.name)]).toEqual([200, true]);
    expect((await manager.get('/')).status).toBe(200);
    expect((await manager.get(`/units/${area!.unit}`)).status).toBe(200);
    expect((await manager.get('/assignments')).status).toBe(200);
    expect((await manager.get('/areas/P001')).status).toBe(404);
  });

  it('adds its answers up exactly', async () => {
    expect(
      await app.db.query(
        `select unit_id, week from (select unit_id, week, count(*) as n, count(*) filter (where ease >= 4) as top, count(comment) as said,
                                           sum(knowledge) as knowledge from survey_response group by 1, 2) raw
           full join unit_week using (unit_id, week)
          where raw.n is distinct from responses or raw.top is distinct from ease_top or raw.said is distinct from comments
             or coalesce(raw.knowledge, 0) is distinct from knowledge_sum`,
      ),
    ).toEqual([]);
    expect(
      await app.db.query(
        `select area_id, day from (
           select place.area_id, (answered_at at time zone 'Europe/London')::date as day, count(*) as n, count(emotion) as emotions
             from survey_response join unit_place place using (unit_id)
            where place.valid @> (answered_at at time zone 'Europe/London')::date group by 1, 2) raw
           full join area_day using (area_id, day)
          where raw.n is distinct from responses
             or raw.emotions is distinct from delighted + satisfied + neutral + disappointed + irritated`,
      ),
    ).toEqual([]);
  });

  it('counts the visitors of every open branch by day, and adds them up exactly', async () => {
    const [{ days = 0, branches = 0 } = {}] = await app.db.query<{ days: number; branches: number }>(
      'select count(distinct starts_on)::int as days, count(distinct place_id)::int as branches from metric_value',
    );
    expect([days, branches > 10]).toEqual([78, true]);
    expect(await wrongCells(app)).toEqual([]);
  });

  it('refers to nothing that is not there, though nobody looked while it was written', async () => {
    expect(await brokenReferences(app)).toEqual([]);
  });

  it('leaves no trigger out that would have done something', async () => {
    expect(
      await app.db.query(
        `select tgrelid::regclass::text, tgname from pg_trigger
          where not tgisinternal and tgtype & 4 > 0 and tgenabled <> 'A'
            and tgrelid::regclass::text in ('survey_import', 'survey_response', 'unit_week', 'area_day', 'answer_place', 'enrolment',
              'lesson_read', 'attempt', 'attempt_event', 'attempt_response', 'completion', 'assignment', 'assignment_unit',
              'requirement', 'requirement_reason', 'pledge')`,
      ),
    ).toEqual([]);
  });

  it('has every completion in the unit where the person was on that day, after a passed attempt', async () => {
    expect(await number('select count(*) as n from completion')).toBeGreaterThan(800);
    expect(
      await number(
        `select count(*) as n from completion c
          where not exists (select from posting p where p.person_id = c.person_id and p.unit_id = c.unit_id and p.main
                               and p.valid @> (c.completed_at at time zone 'Europe/London')::date)
             or not exists (select from attempt a where a.id = c.attempt_id and a.passed)`,
      ),
    ).toBe(0);
    expect(await number('select count(*) as n from requirement where completion_id is not null')).toBeGreaterThan(20);
  });
});

describe('generating', () => {
  it('again writes nothing, and neither does another size', async () => {
    await expect(generate(app)).rejects.toThrow('All of that is here already');
    await expect(generate(app, 'feedback', { ...SMALL, seed: 12 })).rejects.toThrow('All of that is here already');
    const other = await startTestApp();
    await generate(other, 'network', { ...SMALL, units: 5 });
    await expect(generate(other, 'people')).rejects.toThrow('made with --units 5');
    await expect(generate(other, 'learning', { ...SMALL, units: 5 })).rejects.toThrow(
      'run it with --only people first',
    );
    await other.stop();
  });

  it('goes on where it was interrupted, and ends up with the same rows', async () => {
    const again = await startTestApp({ now: '2029-05-05T12:00:00Z' });
    const counting = () => (done: number) => {
      if (done > 900) throw new Error('the light went out');
    };
    await expect(again.nest.get(Generator).run(SMALL, null, { counting, say: () => undefined })).rejects.toThrow(
      'the light went out',
    );
    expect(await again.db.one('select count(distinct week) < 30 as cut from unit_week')).toEqual({ cut: true });
    await generate(again);
    expect(await checksums(again.databaseUrl)).toEqual(await checksums(app.databaseUrl));
    await again.stop();
  }, 120_000);

  it('writes the same rows part by part, in any order in which one part does not stand on a missing one', async () => {
    const other = await startTestApp();
    await expect(generate(other, 'feedback')).rejects.toThrow('run it with --only network first');
    for (const part of ['network', 'feedback', 'people', 'learning'] as const) await generate(other, part);
    await expect(generate(other, 'feedback')).rejects.toThrow('All of that is here already');
    expect(await checksums(other.databaseUrl)).toEqual(await checksums(app.databaseUrl));
    await other.stop();
  }, 120_000);

  it('leaves a database alone that holds a network of its own', async () => {
    const other = await startTestApp();
    await other.db.query(`insert into region (code, name) values ('R1', 'North')`);
    await expect(generate(other)).rejects.toThrow('This database holds a network already');
    expect(await other.db.one('select count(*)::int as n from unit')).toEqual({ n: 0 });
    await other.stop();
  });
});

describe('npm run cxu -- generate', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  const cxu = async (...args: string[]) => {
    const command = Running.node(['scripts/cxu.mjs', 'generate', ...args, '--json'], {
      DATABASE_URL: database.url,
      CXU_DATA: folder,
      TZ: 'Pacific/Auckland',
    });
    const code = await command.ended;
    return { code, answer: JSON.parse(command.answer) as Record<string, unknown> };
  };

  it('writes the same rows in another process, time zone and year, and the truth beside them', async () => {
    const truth = join(folder, 'truth.json');
    const { code, answer } = await cxu(...optionsOf(SMALL), '--truth', truth);
    expect(code).toBe(0);
    expect(answer).toMatchObject({
      ...SMALL,
      parts: [{ part: 'network', rows: 70 }, { part: 'people', rows: 320 }, {}, {}],
    });
    expect(await checksums(database.url)).toEqual(await checksums(app.databaseUrl));
    const { studies } = JSON.parse(await readFile(truth, 'utf8')) as {
      studies: { key: string; waves: { units: string[] }[] }[];
    };
    expect(studies.map(({ key }) => key)).toEqual(['lasting', 'fading', 'none', 'lowest']);
    expect(studies[0]!.waves[0]!.units[0]).toMatch(/^\d{6}$/);
  }, 120_000);

  it('says what is wrong with what was asked, and exits with 1', async () => {
    const { code, answer } = await cxu('--units', 'many');
    expect([code, answer]).toEqual([1, { error: '--units takes a whole number from 3 to 100000.' }]);
  }, 60_000);
});

describe('the files of an organisation', () => {
  it('are taken over by the imports without a single reject, and make the same network', async () => {
    const other = await startTestApp();
    const { units, people } = await other.nest.get(OrganisationFiles).write(SMALL, join(folder, 'files'));
    const imports = other.nest.get(Imports);
    const options = { dryRun: false, actorId: null, progress: () => undefined };
    expect(await imports.importNetwork(units, options)).toMatchObject({ rejected: 0 });
    expect(await imports.importPeople(people, options)).toMatchObject({ rejected: 0 });
    expect(await placesIn(other)).toEqual(await placesIn(app));
    expect(await postingsIn(other)).toEqual(await postingsIn(app));
    await other.stop();
  }, 60_000);
});

const placesIn = (of: TestApp) =>
  of.db.query(
    `select unit.code, unit.name, kind, nation, area.code as area, region.code as region, place.valid::text
       from unit_place place join unit on unit.id = unit_id join area on area.id = area_id join region on region.id = region_id
      order by 1, place.valid`,
  );

const postingsIn = (of: TestApp) =>
  of.db.query(
    `select reference, person.name, email, coalesce(unit.code, area.code, region.code) as place, role, main, valid::text
       from posting join person on person.id = person_id left join unit on unit.id = unit_id left join area on area.id = area_id
       left join region on region.id = region_id
      order by 1, 4, 5, valid`,
  );
