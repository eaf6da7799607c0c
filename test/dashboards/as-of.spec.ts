import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importPeople, importUnits } from '../network/files.js';
import { aReadingCourse, publish } from '../factories/courses.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { Browserless } from '../support/browserless.js';
import { answers, idOf, mondays } from './world.js';

let app: TestApp;
let dawn: Browserless;
let dale: Browserless;
let regina: Browserless;
let ros: Browserless;

/** Moorby moves from A07 to A08 on Thursday 7 May 2026; Old Quay closes on 20 May; area A09 changes regions on 1 May. */
beforeAll(async () => {
  app = await startTestApp({ now: '2027-02-10T10:00:00Z' });
  await importUnits(app, [
    'R1,North,A07,Northmere,021047,Ashbridge,branch,england,2020-01-01,',
    'R1,North,A07,Northmere,021049,Moorby,branch,england,2020-01-01,2026-05-06',
    'R1,North,A08,Dale,021049,Moorby,branch,england,2026-05-07,',
    'R1,North,A07,Northmere,021060,Old Quay,branch,england,2020-01-01,2026-05-20',
    'R1,North,A08,Dale,021050,Fellside,branch,england,2020-01-01,',
    'R1,North,A09,Borders,021070,Marchton,branch,england,2020-01-01,',
    'R2,South,A20,Downs,031001,Chalkford,branch,england,2020-01-01,',
  ]);
  await app.db.query(
    `update area_region set valid = '[2020-01-01,2026-05-01)' where area_id = (select id from area where code = 'A09')`,
  );
  await app.db.query(
    `insert into area_region (area_id, region_id, valid)
     select a.id, r.id, '[2026-05-01,)' from area a, region r where a.code = 'A09' and r.code = 'R2'`,
  );
  await app.db.query('select refresh_unit_place(array(select id from unit))');
  await importPeople(app, [
    's1,Sam Kaur,,021047,staff,2020-01-01,',
    's2,Mo Moor,,021049,staff,2020-01-01,',
    's3,Gia Gone,,021049,staff,2020-01-01,2026-06-30',
    's4,Nia New,,021049,staff,2026-09-01,',
    'cham,Cai Champion,,021049,champion,2020-01-01,',
    'else,Elis Elsewhere,,021050,champion,2020-01-01,',
    'dawn,Dawn Mercer,,A07,areaManager,2020-01-01,',
    'dale,Dale Other,,A08,areaManager,2020-01-01,',
    'regi,Regina North,,R1,regionalManager,2020-01-01,',
    'ros,Ros Admin,,031001,administrator,2020-01-01,',
  ]);
  await finished(['put-it-right', '2026-03-10'], ['own-it', '2026-04-10']);
  const units = ['021047', '021049', '021050', '021060', '021070', '031001'];
  await answers(
    app,
    units.flatMap((unit, at) => mondays('2027-02-01', 60).map((week) => ({ unit, week, n: 12 + at, easy: 9 }))),
  );
  [dawn, dale, regina, ros] = (await Promise.all(
    ['dawn', 'dale', 'regi', 'ros'].map(async (reference) => app.signInAs(await idOf(app, reference))),
  )) as [Browserless, Browserless, Browserless, Browserless];
});
afterAll(() => app.stop());

/** Mo finished these courses at noon. */
async function finished(...courses: [slug: string, on: string][]): Promise<void> {
  await publish(app, ...courses.map(([slug]) => aReadingCourse({ slug, title: slug })));
  for (const [slug, on] of courses)
    await app.db.query(
      `insert into completion (person_id, course_id, course_version_id, unit_id, completed_at)
       select person.id, course.id, v.id, unit.id, $2::date + time '12:00' from course
         join course_version v on v.course_id = course.id, person, unit
        where course.slug = $1 and person.reference = 's2' and unit.code = '021049'`,
      [slug, on],
    );
}

const MAY = 'from=2026-04-27&to=2026-05-31';
const rowsOf = async (who: Browserless, path: string) =>
  parse((await who.get(path)).text, { bom: true, columns: true }) as Record<string, string>[];
const responsesOf = (words: string) => Number(/Responses ([\d,]+) In /.exec(words)?.[1]?.replace(',', ''));
/** What the card of the team says. */
const teamIn = (words: string) => /Who finished what For learning.*?Download/.exec(words)?.[0] ?? '';
const sum = (rows: Record<string, string>[]) => rows.reduce((all, row) => all + Number(row.Responses), 0);

describe('the page of an area about weeks that are over', () => {
  it('stands on the tree of their last day, and says so', async () => {
    const { words, text } = await dawn.get(`/areas/A07?${MAY}`);
    expect(words).toContain('As of 31 May 2026 Back to today');
    expect(text).toContain('<a class="txt" href="/areas/A07">Back to today</a>');
    expect(words).toContain('Northmere 1 branch');
    expect(words).toContain('5 weeks to Sunday 31 May 2026. Compared');
  });

  it('lists what stood there for a part, with the part, and without a way to what is out of reach', async () => {
    const { words, text } = await dawn.get(`/areas/A07?${MAY}`);
    expect(words).toContain('Moorby 021049 Moved to A08 on 7 May 2026; counted here until then');
    expect(words).toContain('Old Quay 021060 Closed on 20 May 2026; counted until then');
    expect(text).not.toContain('/units/021049');
    expect(text).not.toContain('Assign to selected');
    const { words: other, text: theirs } = await dale.get(`/areas/A08?${MAY}`);
    expect(other).toContain('Moorby 021049 Came from A07 on 7 May 2026; counted here from then');
    expect(theirs).toContain('/units/021049');
  });

  it('adds up: its headline is the sum of its rows, each counted where it stood on the day', async () => {
    for (const query of [
      MAY,
      'weeks=52',
      'from=2026-05-04&to=2026-05-10',
      'from=2026-03-02&to=2026-03-29&against=none',
    ]) {
      const [page, rows] = [await dawn.get(`/areas/A07?${query}`), await rowsOf(dawn, `/areas/A07.csv?${query}`)];
      expect(responsesOf(page.words)).toBe(sum(rows));
    }
    const [a07, a08] = await Promise.all([
      rowsOf(dawn, `/areas/A07.csv?${MAY}`),
      rowsOf(dale, `/areas/A08.csv?${MAY}`),
    ]);
    const moorby = [...a07, ...a08].filter(({ Code }) => Code === '021049');
    expect(moorby.map((row) => row['Part of the weeks'])).toEqual([
      expect.stringContaining('Moved to A08'),
      expect.stringContaining('Came from A07'),
    ]);
    expect(sum(moorby)).toBe(5 * 13);
  });

  it('offers nothing to do about what is over', async () => {
    const { words } = await dawn.get(`/areas/A07?${MAY}`);
    expect(words).not.toContain('Worth doing this week');
  });

  it('is today’s page for the latest weeks, with what left during them', async () => {
    const { words } = await dawn.get('/areas/A07?weeks=52');
    expect(words).not.toContain('As of');
    expect(words).toContain('Moved to A08 on 7 May 2026');
    const { words: usual } = await dawn.get('/areas/A07');
    expect(usual).not.toContain('Moorby');
    app.clock.set('2026-05-13T10:00:00Z');
    expect((await dawn.get('/areas/A07')).words).toContain(
      'Moorby 021049 Moved to A08 on 7 May 2026; counted here until then',
    );
    app.clock.set('2027-02-10T10:00:00Z');
  });
});

describe('the page of a region', () => {
  it('lists an area that changed regions in both, each with its days, and adds up', async () => {
    const query = 'from=2026-04-06&to=2026-05-31';
    const [north, south] = await Promise.all([ros.get(`/regions/R1?${query}`), ros.get(`/regions/R2?${query}`)]);
    expect(north.words).toContain('Borders A09 Moved to R2 on 1 May 2026; counted here until then');
    expect(south.words).toContain('Borders A09 Came from R1 on 1 May 2026; counted here from then');
    expect(north.words).toContain('North 2 areas As of');
    for (const [code, page] of [
      ['R1', north],
      ['R2', south],
    ] as const)
      expect(responsesOf(page.words)).toBe(sum(await rowsOf(ros, `/regions/${code}.csv?${query}`)));
    const network = await ros.get(`/dashboard?${query}`);
    expect(responsesOf(network.words)).toBe(responsesOf(north.words) + responsesOf(south.words));
  });

  it('is the sum of its areas’ own pages', async () => {
    const [north, ...areas] = await Promise.all(
      ['/regions/R1', '/areas/A07', '/areas/A08'].map((path) => regina.get(`${path}?${MAY}`)),
    );
    const borders = (await rowsOf(regina, `/regions/R1.csv?${MAY}`)).find(({ Code }) => Code === 'A09')!;
    expect(responsesOf(north!.words)).toBe(
      areas.reduce((all, { words }) => all + responsesOf(words), Number(borders.Responses)),
    );
  });
});

describe('the page of a unit', () => {
  it('says where it stood then', async () => {
    const { words } = await dale.get('/units/021049?from=2026-03-02&to=2026-03-29');
    expect(words).toContain(
      'What customers said and the team had finished, as of 29 March 2026 It stood in Northmere (A07) then, and its answers count there. Back to today',
    );
    expect((await dale.get('/units/021050?from=2026-03-02&to=2026-03-29')).words).not.toContain('It stood in');
    expect((await dale.get('/units/021049')).words).not.toContain('had finished, as of');
  });

  it('shows the team of that day with what it had finished by then, today the team of today', async () => {
    const then = await dale.get('/units/021049?from=2026-03-02&to=2026-03-29');
    const [past, now] = [teamIn(then.words), teamIn((await dale.get('/units/021049')).words)];
    expect(past).toContain('Everybody in post on 29 March 2026, with what they had finished by then.');
    expect(past).toMatch(/Cai Champion Nothing yet .*Gia Gone Nothing yet .*Mo Moor 1 course/);
    expect(past).not.toContain('Nia New');
    expect(now).toMatch(/Cai Champion .*Mo Moor 2 courses .*Nia New/);
    expect(now).not.toContain('Gia Gone');
    expect(then.words).toMatch(/Course completion 17% Of 2 courses for 3 colleagues in post/);
    expect(then.text).toContain('/units/021049/team.csv?from&#x3D;2026-03-02&amp;to&#x3D;2026-03-29');
    const rows = await rowsOf(dale, '/units/021049/team.csv?from=2026-03-02&to=2026-03-29');
    expect(rows.map((row) => [row.Name, row.Finished])).toEqual([
      ['Cai Champion', '0'],
      ['Gia Gone', '0'],
      ['Mo Moor', '1'],
    ]);
    expect((await dale.get('/units/021049/team.csv?from=2026-03-02')).status).toBe(422);
  });

  it('shows a champion who finished what in the own unit, and nothing that only its leader does', async () => {
    const [cai, elis] = await Promise.all(['cham', 'else'].map(async (one) => app.signInAs(await idOf(app, one))));
    const { words, text } = await cai!.get('/units/021049');
    expect(teamIn(words)).toMatch(/Mo Moor 2 courses/);
    expect(text).not.toMatch(/Record what else|\/assignments\/new|\/feedback\/responses/);
    expect((await rowsOf(cai!, '/units/021049/team.csv')).map((row) => row.Name)).toContain('Mo Moor');
    expect((await elis!.get('/units/021049')).status).toBe(404);
    expect((await elis!.get('/units/021049/team.csv')).status).toBe(404);
  });
});

describe('outsiders', () => {
  it('find no page of another area or unit by asking for another day', async () => {
    const march = '?from=2026-03-02&to=2026-03-29';
    const answers = await Promise.all([
      dawn.get(`/units/021049${march}`),
      dawn.get(`/areas/A08${march}`),
      dale.get(`/areas/A07${march}`),
      regina.get(`/areas/A09${march}`),
      dawn.get(`/areas/A08.csv${march}`),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  });
});
