import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import type { Browserless } from '../support/browserless.js';
import { coverWorld, give, signedIn, TODAY } from './cover-world.js';
import { importPeople, importUnits } from './files.js';

let app: TestApp;
let ros: Browserless;

beforeAll(async () => {
  app = await startTestApp({ now: `${TODAY}T10:00:00Z` });
  await coverWorld(app);
  await importPeople(app, ['ann,Ann Left,,000001,staff,2021-04-01,2026-10-31']);
  await importUnits(app, ['R1,North,A08,Coast,000002,Millbridge,branch,england,2026-04-01,']);
  await give(await signedIn(app, 'marcus'), { deputy: 'eleri', lastOn: '2026-11-25' });
  ros = await signedIn(app, 'ros');
});
afterAll(() => app.stop());

const ask = async (person: string, what: string, on = '') =>
  ros.get(`/admin/access?${new URLSearchParams({ person, what, on }).toString()}`);

describe('why can I see this, or not', () => {
  it.each<[string, string, string, string, string[]]>([
    [
      'by the area',
      'dawn',
      '000001',
      '',
      [
        'Yes Dawn Mercer sees Ashbridge (000001) on 20 November 2026.',
        'Dawn Mercer: Area manager, Northmere (A07), since 1 April 2021.',
        'Ashbridge stands in Northmere, since 1 April 2021.',
      ],
    ],
    [
      'not after the unit moved',
      'dawn',
      '000002',
      '',
      [
        'No Dawn Mercer does not see Millbridge (000002) on 20 November 2026.',
        'On this day Millbridge stands in Coast and the region North, since 1 April 2026.',
        'Millbridge stood under Northmere (A07) from 1 April 2021 to 31 March 2026, and stands elsewhere on this day.',
      ],
    ],
    ['but on the day before', 'dawn', '000002', '2026-03-31', ['Yes Dawn Mercer sees Millbridge']],
    ['by the region', 'marcus', '000001', '', ['Ashbridge stands in the region North, since 1 April 2021.']],
    ['an area in its region', 'marcus', 'A07', '', ['Northmere stands in the region North, since 1 April 2021.']],
    ['by the network', 'nik', '000003', '', ['Analyst (CX team): the whole network, and Seahaven with it.']],
    [
      'under cover',
      'eleri',
      '000001',
      '',
      ['Eleri Post covers for Dawn Mercer: Area manager, Northmere (A07), from 20 November 2026 to 25 November 2026.'],
    ],
    ['cover that is over', 'eleri', 'A07', '2026-11-26', ['No', 'to 25 November 2026. That is over.']],
    [
      'without a post',
      'ann',
      '000001',
      '',
      ['Ann Left holds no post on this day: the last one ended on 31 October 2026.'],
    ],
    [
      'a page and its roles',
      'sam',
      '/areas/A07',
      '',
      [
        'No Sam Kaur cannot open /areas/A07 on 20 November 2026.',
        'The page asks for one of these roles: Area manager, Regional manager,',
        'Sam Kaur has on this day: Colleague.',
      ],
    ],
    ['a page without a place', 'sam', '/courses', '', ['Yes Sam Kaur can open /courses']],
  ])('%s', async (_, person, what, on, sentences) => {
    const answer = await ask(person, what, on);
    expect(answer.status).toBe(200);
    for (const sentence of sentences) expect(answer.words).toContain(sentence);
  });

  it.each([
    ['nobody', '000001', '', 'We can’t find anybody with this reference.'],
    ['dawn', '999999', '', 'We can’t find a unit, an area or a region with this code.'],
    ['dawn', '/nowhere', '', 'The product has no page at this address.'],
    ['dawn', '', '', 'We can’t find a unit, an area or a region with this code.'],
    ['dawn', '000001', '2026-02-30', 'Choose a day that is on the calendar.'],
  ])('%s %s %s is answered in words', async (person, what, on, sentence) => {
    const answer = await ask(person, what, on);
    expect([answer.status, answer.words.includes(sentence)]).toEqual([422, true]);
  });

  it('agrees with the door', async () => {
    for (const who of ['sam', 'eleri', 'dawn', 'cole', 'marcus', 'south', 'nik', 'guy'])
      for (const path of [
        '/units/000001',
        '/units/000002',
        '/areas/A07',
        '/areas/A08',
        '/regions/R1',
        '/assignments/new',
      ]) {
        const [opened, said] = [await (await signedIn(app, who)).get(path), await ask(who, path)];
        expect([who, path, said.words.includes(' can open ')]).toEqual([who, path, opened.status === 200]);
      }
  });

  it('writes every look to the audit log', async () => {
    await ask('dawn', '000001');
    const look = await app.db.one<{ action: string; detail: object }>(
      'select action, detail from audit_entry order by id desc limit 1',
    );
    expect(look).toEqual({ action: 'network.explainAccess', detail: { what: '000001', day: TODAY } });
  });
});

describe('outsiders', () => {
  it.each(['sam', 'eleri', 'dawn', 'marcus', 'nik', 'guy'])('%s does not ask', async (who) => {
    expect((await (await signedIn(app, who)).get('/admin/access?person=dawn&what=000001')).status).toBe(403);
  });
});
