import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Standings } from '../../src/feedback/standings/standings.service.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { Browserless } from '../support/browserless.js';
import { ashbridgeSlips, answers, aWorld, idOf } from './world.js';

let app: TestApp;
let dawn: Browserless;
let regi: Browserless;
let nik: Browserless;

beforeAll(async () => {
  app = await startTestApp({ now: '2027-02-10T10:00:00Z' });
  await aWorld(app);
  await ashbridgeSlips(app);
  await answers(app, [{ unit: '031001', week: '2027-02-01', n: 60, easy: 57 }]);
  const signIn = async (reference: string) => app.signInAs(await idOf(app, reference));
  [dawn, regi, nik] = await Promise.all([signIn('dawn'), signIn('regi'), signIn('nik')]);
});
afterAll(() => app.stop());

const named = async (browser: Browserless, query = '') => {
  const { text } = await browser.get(`/dashboard/units${query}`);
  return [...text.matchAll(/<th role="rowheader".*?<a href="[^"]*">(.*?)<\/a>/g)].map(([, name]) => name);
};

describe.each(['before standings are kept', 'from kept standings'])('the table of all units, %s', (when) => {
  beforeAll(async () => {
    if (when === 'from kept standings') await app.nest.get(Standings).fill('2027-02-10');
  });

  it('lists what its reader reaches', async () => {
    expect(await named(dawn, '?order=az')).toEqual(['Ashbridge', 'Quietby', 'Vennelshaw']);
    expect(await named(regi, '?order=az')).toEqual(['Ashbridge', 'Fellside', 'Quietby', 'Vennelshaw']);
    expect(await named(nik, '?order=az')).toHaveLength(5);
  });

  it('says of each where it stands, and how its customers find it', async () => {
    const { words } = await regi.get('/dashboard/units?order=az');
    const slipping = when === 'from kept standings' ? ', slipping' : '';
    expect(words).toMatch(
      new RegExp(`Ashbridge 021047 Northmere and Coast, North .*67.8 60.6 to 74.2, 4 weeks${slipping}`),
    );
    expect(words).toMatch(/Quietby 021049 .*Too few yet/);
  });

  it.each([
    ['?kind=branch&find=ash', ['Ashbridge']],
    ['?find=0210&order=az', ['Ashbridge', 'Fellside', 'Quietby', 'Vennelshaw']],
    ['?region=R2', ['Chalkford']],
    ['?area=A08', ['Fellside']],
    ['?kind=department', []],
    ['?region=R9', []],
  ])('is narrowed by %s', async (query, names) => {
    expect(await named(nik, query)).toEqual(names);
  });
});

describe('the order', () => {
  it.each([
    ['', ['Fellside', 'Ashbridge', 'Vennelshaw', 'Chalkford', 'Quietby']],
    ['?order=high', ['Chalkford', 'Vennelshaw', 'Ashbridge', 'Fellside', 'Quietby']],
    ['?order=responses', ['Ashbridge', 'Vennelshaw', 'Chalkford', 'Fellside', 'Quietby']],
    ['?weeks=4&order=low', ['Fellside', 'Ashbridge', 'Vennelshaw', 'Chalkford', 'Quietby']],
  ])('%s leaves those without a score to the end', async (query, names) => {
    expect(await named(nik, query)).toEqual(names);
  });

  it('by the fall in ease begins with the deepest', async () => {
    expect((await named(nik, '?order=fall'))[0]).toBe('Ashbridge');
    expect((await named(nik, '?against=none&order=fall')).slice(0, 2)).toEqual(['Ashbridge', 'Chalkford']);
  });

  it('by training is for a region at most', async () => {
    expect((await nik.get('/dashboard/units')).words).toContain('Choose a region to order by training.');
    expect((await nik.get('/dashboard/units?region=R1')).text).toContain('value="behind"');
    expect(await named(regi, '?order=behind')).toHaveLength(4);
  });
});

describe('its address', () => {
  it('carries the weeks, the comparison and the columns from link to link', async () => {
    const { text } = await regi.get('/dashboard/units?weeks=13&against=year&columns=net.friendly&area=A07');
    const links = [...text.matchAll(/href="(\/dashboard\/units[^"]*)"/g)].map(([, one]) =>
      one!.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&'),
    );
    expect(links.length).toBeGreaterThan(2);
    for (const link of links) expect(link).toMatch(/weeks=13&against=year$/);
    expect(text).toContain('name="weeks"');
    expect(text).toMatch(/type="hidden" name="columns" value="net\.friendly"/);
  });

  it('says what cannot be', async () => {
    const { status, words } = await regi.get('/dashboard/units?weeks=7');
    expect(status).toBe(422);
    expect(words).toContain('Choose the last 4, 13, 26 or 52 weeks.');
  });

  it('is saved, listed and opened again with all that was chosen', async () => {
    const page = '/dashboard/units?order=fall&weeks=13';
    const { text } = await dawn.get(page);
    expect(text).toContain('Save this view');
    expect(text).not.toContain('/alerts/new');
    expect((await dawn.get(`/views/new?address=${encodeURIComponent(page)}`)).words).toContain('All units');
    const saved = await dawn.post('/views', { token: randomUUID(), address: page, name: 'Falling' });
    expect(saved.status).toBe(303);
    expect((await dawn.get('/views')).words).toContain('All units');
    const view = await app.db.one<{ id: number }>(`select id from saved_view where name = 'Falling'`);
    expect((await dawn.get(`/views/${view!.id}`)).location).toBe(page);
  });

  it('is one press from the network and from a region', async () => {
    expect((await nik.get('/dashboard')).text).toContain('href="/dashboard/units"');
    expect((await regi.get('/regions/R1')).text.replaceAll('&#x3D;', '=')).toContain(
      'href="/dashboard/units?region=R1"',
    );
  });
});

describe('its file', () => {
  const lines = async (browser: Browserless, query = '') =>
    (await browser.get(`/dashboard/units.csv${query}`)).text.trim().split('\r\n');

  it('holds every unit in the order of the page, with everything where no columns were chosen', async () => {
    const [head, ...rows] = await lines(nik, '?order=az');
    expect(head).toMatch(/^Code,Name,Kind,Area,Region,Weeks,Assigned completion: finished/);
    expect(head).toContain('Expectations: answers');
    expect(rows.map((row) => row.split(',')[1])).toEqual([
      'Ashbridge',
      'Chalkford',
      'Fellside',
      'Quietby',
      'Vennelshaw',
    ]);
    expect(rows[0]).toMatch(/^021047,Ashbridge,Branches,Northmere and Coast,North,4,/);
  });

  it('holds the columns that were chosen, over the weeks that were', async () => {
    const [head, first] = await lines(nik, '?columns=responses&weeks=4&find=ash');
    expect([head, first]).toEqual([
      'Code,Name,Kind,Area,Region,Weeks,Responses',
      '021047,Ashbridge,Branches,Northmere and Coast,North,4,180',
    ]);
  });
});

describe('an outsider', () => {
  it('finds nothing of another region by any filter, and a colleague at the counter no table at all', async () => {
    expect(await named(dawn, '?region=R2')).toEqual([]);
    expect(await named(dawn, '?area=A08')).toEqual([]);
    expect(await named(dawn, '?find=Chalk')).toEqual([]);
    expect((await dawn.get('/dashboard/units')).text).not.toContain('Dale and Fell');
    const sam = await app.signInAs(await idOf(app, 's0'));
    expect((await sam.get('/dashboard/units')).status).toBe(403);
    expect((await sam.get('/views/new?address=/dashboard/units')).status).toBe(404);
  });
});
