import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import type { Browserless } from '../support/browserless.js';
import { aFile, importNetworkFile, importPeople, UNIT_HEADER } from './files.js';
import { aNetwork, NOW, signIn } from './people-world.js';

let app: TestApp;
let dawn: Browserless;
let dale: Browserless;
let ros: Browserless;
let pia: Browserless;
let sam: Browserless;

/** Old Quay went into Vennelshaw of its own area, Hillend of another area into Ashbridge. */
const MERGERS = [
  'R1,North,A07,Northmere and Coast,021060,Old Quay,branch,england,2020-01-01,2026-09-30,021048',
  'R1,North,A08,Dale and Fell,021051,Hillend,branch,england,2020-01-01,2026-06-30,021047',
];

beforeAll(async () => {
  app = await startTestApp({ now: NOW });
  await aNetwork(app);
  await importNetworkFile(app, aFile([`${UNIT_HEADER},merged_into`, ...MERGERS, ''].join('\n')));
  [dawn, dale, ros, pia, sam] = (await Promise.all(
    ['200001', '200002', '900001', '150001', '100001'].map((one) => signIn(app, one)),
  )) as [Browserless, Browserless, Browserless, Browserless, Browserless];
});
afterAll(() => app.stop());

describe('a unit that has merged', () => {
  it('is found by its name, with the note where it went, also in the file', async () => {
    expect((await ros.get('/network?find=old+quay')).words).toMatch(
      /Old Quay 021060 .*Closed on 30 September 2026 and merged into Vennelshaw/,
    );
    const [row] = parse((await ros.get('/network.csv?find=old+quay')).text, { bom: true, columns: true }) as Record<
      string,
      string
    >[];
    expect(row).toMatchObject({
      'Merged into': '021048',
      Note: 'Closed on 30 September 2026 and merged into Vennelshaw',
    });
  });

  it('stands in the tree of its last day, and not in that of the next', async () => {
    const lastDay = await dawn.get('/network/areas/A07?on=2026-09-30');
    expect(lastDay.words).toContain('3 units');
    expect(lastDay.words).not.toContain('Closed on 30 September 2026');
    const next = await dawn.get('/network/areas/A07?on=2026-10-01');
    expect(next.words).toContain('2 units');
    expect(next.words).toContain('Closed on 30 September 2026 and merged into Vennelshaw');
  });

  it('says where it went, and its successor what came to it and since when, with links', async () => {
    const closed = await dawn.get('/network/units/021060');
    expect(closed.words).toContain('Where it went Vennelshaw (021048) Merged into it at the end of 30 September 2026');
    expect(closed.text).toContain('href="/network/units/021048"');
    const successor = await dawn.get('/network/units/021048');
    expect(successor.words).toContain('What came to it Old Quay (021060) Part of it since 1 October 2026');
    expect(successor.text).toContain('href="/network/units/021060"');
  });

  it('is one link away from the dashboard of its successor, for those who may open places', async () => {
    const { words, text } = await dawn.get('/units/021048');
    expect(words).toContain('Old Quay (021060) Part of it since 1 October 2026');
    expect(text).toContain('href="/network/units/021060"');
  });

  it('is listed in its area with its part, and what became of it', async () => {
    const { words } = await dawn.get('/areas/A07?from=2026-09-07&to=2026-10-04');
    expect(words).toContain('Merged into Vennelshaw on 30 September 2026; counted until then');
  });
});

describe('people whose unit has closed', () => {
  it('are told to the administrator, and listed with the way to what is known of the unit', async () => {
    expect((await ros.get('/admin')).words).not.toContain('Needs attention');
    await importPeople(app, ['100007,Ola Quay,,021060,staff,2020-01-01,']);
    const admin = await ros.get('/admin');
    expect(admin.words).toContain(
      'Needs attention 1 person still has a post in a unit that has closed, and counts nowhere. Move them with the people file or on their own page. Look at them',
    );
    expect(admin.text).toContain('href="/people?show&#x3D;unitClosed"');
    const list = await ros.get('/people?show=unitClosed');
    expect(list.words).toContain('1 person with a post in a closed unit');
    expect(list.words).toMatch(/Ola Quay .*The unit has closed/);
    expect(list.text).toContain('href="/network/units/021060"');
    expect((await ros.get('/people.csv?show=unitClosed')).text).toContain('Ola Quay');
    expect((await dawn.get('/people?show=unitClosed')).words).toContain('Ola Quay');
    expect((await dawn.get('/network/units/021060')).words).toContain(
      'Needs attention 1 person still has a post here, though the unit has closed',
    );
  });

  it('are none any more once the people file has moved them', async () => {
    await importPeople(app, ['100007,Ola Quay,,021048,staff,2026-10-01,']);
    expect((await ros.get('/people?show=unitClosed')).words).toContain('Nobody has a post in a unit that has closed');
    expect((await ros.get('/admin')).words).not.toContain('Needs attention');
  });
});

describe('outsiders', () => {
  it('read the name of what their unit merged into or what came to it, and cannot open it', async () => {
    const hillend = await dale.get('/network/units/021051');
    expect(hillend.words).toContain('Where it went Ashbridge (021047) Merged into it at the end of 30 June 2026');
    expect(hillend.text).not.toContain('href="/network/units/021047"');
    const ashbridge = await dawn.get('/network/units/021047');
    expect(ashbridge.words).toContain('What came to it Hillend (021051) Part of it since 1 July 2026');
    expect(ashbridge.text).not.toContain('href="/network/units/021051"');
    expect((await dawn.get('/network/units/021051')).status).toBe(404);
    expect((await dale.get('/network/units/021047')).status).toBe(404);
    expect((await dawn.get('/network?find=hillend')).words).toContain('Nothing here is called');
  });

  it('have no link that they may not follow', async () => {
    expect((await sam.get('/network/units/021047')).status).toBe(403);
    expect((await pia.get('/units/021048')).text).not.toContain('href="/network/units/021060"');
  });

  it('see nobody of another area whose unit has closed', async () => {
    await importPeople(app, ['100007,Ola Quay,,021060,staff,2026-10-01,']);
    expect((await dale.get('/people?show=unitClosed')).words).toContain('Nobody has a post in a unit that has closed');
    expect((await dawn.get('/people?show=unitClosed')).words).toContain('Ola Quay');
  });
});
