import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import type { Browserless } from '../support/browserless.js';
import { aNetwork, NOW, signIn } from './people-world.js';

let app: TestApp;
let dawn: Browserless;
let dale: Browserless;
let ros: Browserless;
let regina: Browserless;
let pia: Browserless;

beforeAll(async () => {
  app = await startTestApp({ now: NOW });
  await aNetwork(app);
  [dawn, dale, ros, regina, pia] = (await Promise.all(
    ['200001', '200002', '900001', '250001', '150001'].map((one) => signIn(app, one)),
  )) as [Browserless, Browserless, Browserless, Browserless, Browserless];
});
afterAll(() => app.stop());

describe('the tree', () => {
  it('opens from regions into areas, with who looks after them and how many are there', async () => {
    const { words, text } = await ros.get('/network');
    expect(words).toContain('The network 2 regions, 3 areas, 5 units, 12 people');
    expect(words).toContain('North 2 areas, 4 units, 7 people');
    expect(words).toContain('Northmere and Coast A07 Looked after by Dawn Mercer Units 2 People 6');
    expect(text).toContain('href="/network/areas/A07"');
    expect(text).toContain('href="/areas/A07"');
    expect(text).not.toContain('<details class="card card--flush tree-region" open');
  });

  it('is open where there is only one region', async () => {
    expect((await regina.get('/network')).text).toContain('tree-region" open');
  });

  it('shows a postmaster the own unit', async () => {
    const { words, text } = await pia.get('/network');
    expect(words).toContain('Your units');
    expect(text).toContain('href="/network/units/021048"');
    expect(text).not.toContain('021047');
  });

  it('lists the units of an area: open ones, one to come, one that has closed', async () => {
    const { words } = await dawn.get('/network/areas/A07');
    expect(words).toContain('Northmere and Coast A07, North. 2 units, 6 people');
    expect(words).toContain('Looked after by Dawn Mercer. In North since 1 January 2020.');
    expect(words).toMatch(/Vennelshaw 021048 .*Led by Pia Post People 3 Status here since 1 January 2020/);
    expect(words).toMatch(/Not open yet .*New Quay 021061 .*Opens on 1 March 2027/);
    expect(words).toMatch(/Closed .*Old Quay 021060 .*Closed on 30 September 2026/);
    expect(words).not.toContain('Moorby');
  });

  it('stands as it stood on another day', async () => {
    const { words, text } = await dawn.get('/network/areas/A07?on=2026-03-31');
    expect(words).toContain('As of 31 March 2026 Back to today');
    expect(words).toContain('4 units, 8 people');
    expect(words).toContain('Moorby 021049');
    expect(text).toContain('href="/areas/A07?from&#x3D;2026-03-09&amp;to&#x3D;2026-04-05"');
    expect((await ros.get('/network?on=2026-03-31')).words).toContain('2 regions, 3 areas, 6 units');
    expect((await ros.get('/network?on=2019-12-31')).words).toContain('Opens on 1 January 2020');
    expect((await ros.get('/network?on=31.3.2026')).status).toBe(422);
  });

  it.each([
    ['a part of a name', 'quay', ['New Quay', 'Old Quay']],
    ['the beginning of a code', '0210', ['Ashbridge', 'Fellside', 'Moorby', 'Vennelshaw', 'New Quay', 'Old Quay']],
    ['a misspelt name', 'Ashbrigde', ['Ashbridge']],
    ['an area', 'dale', ['Dale and Fell']],
    ['an area’s code', 'a20', ['Downs']],
    ['nothing', 'xyzzy', []],
  ])('finds %s', async (_, find, names) => {
    const { text } = await ros.get(`/network?find=${encodeURIComponent(find)}`);
    expect([...text.matchAll(/scope="row"><span class="b"><a[^>]*>([^<]+)/g)].map(([, name]) => name)).toEqual(names);
  });

  it('can be taken away, whole or by area', async () => {
    const rows = async (path: string) =>
      parse((await ros.get(path)).text, { bom: true, columns: true }) as Record<string, string>[];
    expect((await rows('/network.csv')).map((row) => [row.Code, row.Units, row.People])).toEqual([
      ['A08', '2', '1'],
      ['A07', '2', '6'],
      ['A20', '1', '5'],
    ]);
    expect((await rows('/network/areas/A07.csv?on=2026-03-31')).map((row) => row.Name)).toEqual([
      'Ashbridge',
      'Moorby',
      'Old Quay',
      'Vennelshaw',
      'New Quay',
    ]);
    expect((await rows('/network.csv?find=quay')).map((row) => [row.Name, row.Area, row.Note])).toEqual([
      ['New Quay', 'Northmere and Coast', 'Opens on 1 March 2027'],
      ['Old Quay', 'Northmere and Coast', 'Closed on 30 September 2026'],
    ]);
  });
});

describe('the history of a unit', () => {
  it('says where it stood from when to when, what brought it there, and who led it', async () => {
    const { words, text } = await dale.get('/network/units/021049');
    expect(words).toContain('Moorby Branch, 021049, England');
    expect(words).toContain('A08 Dale and Fell , North since 4 May 2026 · Moved here from Northmere and Coast');
    expect(words).toContain('A07 Northmere and Coast , North 1 January 2020 to 3 May 2026 · The first place on record');
    expect(text).toContain('href="/network/areas/A08"');
    expect(text).not.toContain('href="/network/areas/A07"');
    expect((await dawn.get('/network/units/021048')).words).toContain('Pia Post , Postmaster since 1 January 2020');
  });

  it('goes on after it has closed, with the way to its last dashboard', async () => {
    const { words, text } = await dawn.get('/network/units/021060');
    expect(words).toContain('Closed on 30 September 2026');
    expect(text).toContain('href="/units/021060"');
    expect((await dawn.get('/units/021060')).status).toBe(200);
    expect((await dawn.get('/network/units/021061')).words).toContain('Opens on 1 March 2027');
  });
});

describe('outsiders', () => {
  it('find neither another area nor its units, in pages, files, search and counts', async () => {
    const answers = await Promise.all(
      ['areas/A08', 'areas/A99', 'areas/A08.csv', 'units/021050', 'units/999999'].map((path) =>
        dawn.get(`/network/${path}`),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    const { words } = await dawn.get('/network');
    expect(words).not.toContain('Dale and Fell');
    expect(words).toContain('1 area, 2 units, 6 people');
    for (const find of ['fellside', '021050', 'Felside', 'dale', 'A08'])
      expect((await dawn.get(`/network?find=${find}`)).words).toContain('Nothing here is called');
    expect((await dawn.get('/network.csv')).text).not.toContain('A08');
  });

  it('do not see another day’s tree of another area', async () => {
    expect((await dale.get('/network/areas/A07?on=2026-03-31')).status).toBe(404);
    expect((await dawn.get('/network/units/021049')).status).toBe(404);
  });

  it('see nothing when they look after nobody', async () => {
    const sam = await signIn(app, '100001');
    const answers = await Promise.all(
      ['/network', '/network.csv', '/network/areas/A07', '/network/units/021047'].map((path) => sam.get(path)),
    );
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
  });
});
