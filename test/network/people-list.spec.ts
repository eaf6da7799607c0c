import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { folded } from '../../src/network/people/folded.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { Browserless } from '../support/browserless.js';
import { aNetwork, NOW, signIn } from './people-world.js';

let app: TestApp;
let dawn: Browserless;
let ros: Browserless;
let regina: Browserless;
let pia: Browserless;

beforeAll(async () => {
  app = await startTestApp({ now: NOW });
  await aNetwork(app);
  [dawn, ros, regina, pia] = (await Promise.all(
    ['200001', '900001', '250001', '150001'].map((one) => signIn(app, one)),
  )) as [Browserless, Browserless, Browserless, Browserless];
});
afterAll(() => app.stop());

const namesOf = (text: string) =>
  [...text.matchAll(/<th role="rowheader" scope="row"><span class="b">(?:<a[^>]*>)?([^<]+)/g)].map(([, name]) => name);
const list = async (who: Browserless, query = '') => namesOf((await who.get(`/people${query}`)).text);
const csvOf = async (who: Browserless, query = '') => {
  const { text, status } = await who.get(`/people.csv${query}`);
  return { status, rows: parse(text, { bom: true, columns: true }) as Record<string, string>[] };
};

describe('the list of people', () => {
  it('holds those in post in the area, by name, and says how many', async () => {
    const { words } = await dawn.get('/people');
    expect(words).toContain('7 people in post');
    expect(await list(dawn)).toEqual([
      'Cho Champion',
      'Dawn Mercer',
      'Ella Mahmood',
      'Mina Move',
      'Pia Post',
      'Sam Kaur',
      'Siân O’Neill-Rees',
    ]);
  });

  it('says what each does, where, since when, and who is away', async () => {
    const { words } = await dawn.get('/people');
    expect(words).toContain(
      'Mina Move 100004 Role Colleague Where Vennelshaw Northmere and Coast Now since 4 May 2026',
    );
    expect(words).toContain('since 1 January 2020 On long leave until 31 January 2027');
    expect(words).toContain('Dawn Mercer 200001 Role Area manager Where Northmere and Coast Now since 1 January 2020');
  });

  it('is wider for those who look after more', async () => {
    expect((await regina.get('/people')).words).toContain('10 people in post');
    expect((await ros.get('/people')).words).toContain('15 people in post');
    expect(await list(pia)).toEqual(['Ella Mahmood', 'Mina Move', 'Pia Post']);
  });

  it('narrows by role, place and state', async () => {
    expect(await list(ros, '?role=areaManager')).toEqual(['Dale Other', 'Dawn Mercer']);
    expect(await list(regina, '?place=unit:021050')).toEqual(['Fay Fell']);
    expect(await list(ros, '?place=area:A08')).toEqual(['Dale Other', 'Fay Fell']);
    expect(await list(dawn, '?show=onLeave')).toEqual(['Ella Mahmood']);
    expect(await list(dawn, '?show=left')).toEqual(['Lee Left', 'Ola Quay']);
    expect(await list(dawn, '?show=joining')).toEqual(['Nia Next']);
    expect((await dawn.get('/people?show=left')).words).toContain('Left on 30 June 2026');
    expect((await dawn.get('/people?show=joining')).words).toContain('Starts on 4 January 2027');
  });

  it('shows another day as it was, and the way back', async () => {
    const { words, text } = await dawn.get('/people?on=2026-03-31');
    expect(words).toContain('As of 31 March 2026 Back to today');
    expect(namesOf(text)).toEqual([
      'Cho Champion',
      'Dawn Mercer',
      'Ella Mahmood',
      'Gone Away',
      'Lee Left',
      'Ola Quay',
      'Pia Post',
      'Sam Kaur',
      'Siân O’Neill-Rees',
    ]);
    expect(text).not.toContain('/people/100010"');
    const { status, words: said } = await dawn.get('/people?on=2026-02-31');
    expect([status, said]).toEqual([422, expect.stringContaining('Choose a day that is on the calendar.')]);
    expect((await dawn.get('/people.csv?on=soon')).status).toBe(422);
  });

  it('goes from page to page by the rows themselves, there and back', async () => {
    await app.db.query(
      `with made as (insert into person (reference, name) select 'P' || lpad(i::text, 4, '0'), 'Zed ' || lpad(i::text, 4, '0')
                       from generate_series(1, 120) i returning id)
       insert into posting (person_id, unit_id, role, main, valid)
       select made.id, unit.id, 'staff', true, '[2020-01-01,)' from made, unit where unit.code = '031001'`,
    );
    const next = (text: string) =>
      /href="([^"]+)" rel="next"/.exec(text)?.[1]?.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=');
    const first = await ros.get('/people?find=zed');
    const second = await ros.get(next(first.text)!);
    const third = await ros.get(next(second.text)!);
    expect([first, second, third].map(({ text }) => namesOf(text).length)).toEqual([50, 50, 20]);
    expect(namesOf(third.text).at(-1)).toBe('Zed 0120');
    expect(next(third.text)).toBeUndefined();
    const back = /href="([^"]+)" rel="prev"/.exec(third.text)?.[1]?.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=');
    expect(namesOf((await ros.get(back!)).text)).toEqual(namesOf(second.text));
    expect(second.words).toContain('Showing 50 of 120.');
    await app.db.query(`delete from posting where person_id in (select id from person where name like 'Zed %')`);
    await app.db.query(`delete from person where name like 'Zed %'`);
  });
});

describe('a search', () => {
  it.each([
    ['a part of the name', 'kau', ['Sam Kaur', 'Samson Kaurin']],
    ['words in any order', 'kaur sam', ['Sam Kaur', 'Samson Kaurin']],
    ['no accent, apostrophe or hyphen', 'sian oneill rees', ['Siân O’Neill-Rees']],
    ['the beginning of a reference', '2000', ['Dale Other', 'Dawn Mercer']],
    ['two letters swapped', 'kuar', ['Sam Kaur', 'Samson Kaurin']],
    ['a letter too few', 'Ela Mahmod', ['Ella Mahmood']],
    ['pasted references', '100001, 100003;100008', ['Ella Mahmood', 'Fay Fell', 'Sam Kaur']],
    ['nobody', 'xyzzy', []],
    ['what a pattern would be', '%', []],
  ])('finds %s', async (_, find, names) => {
    expect(await list(ros, `?find=${encodeURIComponent(find)}`)).toEqual(names);
  });

  it('says what it searched instead, and when nobody is called that', async () => {
    expect((await ros.get('/people?find=kuar')).words).toContain('Nobody is called “kuar”. This is “kaur”.');
    expect((await ros.get('/people?find=xyzzy')).words).toContain('Nobody here is called “xyzzy”');
  });

  it('folds names in the page as in the database', async () => {
    const names = [
      'Siân O’Neill-Rees',
      'ÅSA Łukasz',
      'Željko Šimić',
      'Jean-Luc d’Arc',
      'Ŵyn ap Gwŷn',
      'J. Nuñez',
      'Øyvind',
    ];
    const rows = await app.db.query<{ f: string }>(
      'select folded(name) as f from unnest($1::text[]) with ordinality n (name, at) order by at',
      [names],
    );
    expect(rows.map(({ f }) => f)).toEqual(names.map(folded));
  });
});

describe('the file of the list', () => {
  it('holds the same people, neutralised, and is written down', async () => {
    await app.db.query(`update person set name = '=Cho Champion' where reference = '160001'`);
    const { rows } = await csvOf(dawn, '?show=inPost');
    await app.db.query(`update person set name = 'Cho Champion' where reference = '160001'`);
    expect(rows.map((row) => row['Personnel reference'])).toHaveLength(7);
    expect(rows.map((row) => row.Name)).toContain("'=Cho Champion");
    expect(rows.find((row) => row.Name === 'Ella Mahmood')).toMatchObject({
      Role: 'Colleague',
      Code: '021048',
      Area: 'Northmere and Coast',
      'On long leave': 'yes',
      'Long leave until': '2027-01-31',
    });
    const audit = await app.db.one(
      `select action, detail from audit_entry where action = 'network.exportPeople' order by id desc limit 1`,
    );
    expect(audit).toMatchObject({ detail: { people: 7 } });
  });

  it('holds addresses for administrators only', async () => {
    expect(Object.keys((await csvOf(dawn)).rows[0]!)).not.toContain('E-mail address');
    expect((await csvOf(ros)).rows.find((row) => row.Name === 'Sam Kaur')).toMatchObject({
      'E-mail address': 'sam@example.org',
    });
  });
});

describe('outsiders', () => {
  it('find nobody of another area, by name, reference, misspelt name or edge', async () => {
    for (const find of ['fell', '100008', 'Fya Fell', '100008 100009', 'ros admin', 'nikhil'])
      expect(await list(dawn, `?find=${encodeURIComponent(find)}`)).toEqual([]);
    expect((await dawn.get('/people?find=100008 999999')).words).toContain(
      'We can’t find “100008” and “999999” among your people.',
    );
    expect((await dawn.get('/people?find=Fya Fell')).words).not.toContain('Fay Fell');
  });

  it('cannot ask for a place that is not theirs, which reads like one that nobody has', async () => {
    const [other, none] = await Promise.all(
      ['area:A08', 'area:A99'].map((place) => dawn.get(`/people?place=${place}`)),
    );
    expect([other!.status, none!.status]).toEqual([404, 404]);
    expect((await dawn.get('/people.csv?place=unit:031001')).status).toBe(404);
    expect((await pia.get('/people?place=unit:021047')).status).toBe(404);
  });

  it('see no list at all when they look after nobody', async () => {
    for (const reference of ['100001', '160001', '170001']) {
      const who = await signIn(app, reference);
      expect([(await who.get('/people')).status, (await who.get('/people.csv')).status]).toEqual([403, 403]);
    }
  });

  it('with a post elsewhere see the people of the place they lead, not those beside whom they work', async () => {
    const { id } = (await app.db.one<{ id: number }>(`select id from person where reference = '150001'`))!;
    await app.db.query(
      `insert into posting (person_id, unit_id, role, main, valid)
       select $1, unit.id, 'staff', false, '[2020-01-01,)' from unit where code = '021047'`,
      [id],
    );
    expect(await list(pia)).toEqual(['Ella Mahmood', 'Mina Move', 'Pia Post']);
    await app.db.query('delete from posting where person_id = $1 and not main', [id]);
  });

  it('see more under cover, and are told under whose', async () => {
    await app.db.query(
      `insert into cover (form_token, for_person_id, deputy_id, role, area_id, starts_on, last_on)
       select 'a cover', giver.id, deputy.id, 'areaManager', area.id, '2026-11-01', '2026-11-30'
         from person giver, person deputy, area
        where giver.reference = '200002' and deputy.reference = '200001' and area.code = 'A08'`,
    );
    expect(await list(dawn)).toContain('Fay Fell');
    expect((await dawn.get('/people')).words).toContain(
      'You also see the people of Dale Other, for whom you stand in until 30 November 2026.',
    );
    app.clock.set('2026-12-01T10:00:00Z');
    expect(await list(dawn)).not.toContain('Fay Fell');
    app.clock.set(NOW);
  });
});
