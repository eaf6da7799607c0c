/** A dashboard is the same page at every level; what is not open any more shows its past, and few people are never told apart. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importPeople, importUnits } from '../network/files.js';
import { type TestApp, startTestApp } from '../support/app.js';
import { answers, ashbridgeSlips, aWorld, idOf, mondays } from './world.js';

let app: TestApp;
const signIn = async (reference: string) => app.signInAs(await idOf(app, reference));

beforeAll(async () => {
  app = await startTestApp({ now: '2027-02-10T10:00:00Z' });
  await aWorld(app);
  await importUnits(app, [
    'R1,North,A07,Northmere and Coast,021060,Oldgate,branch,england,2020-01-01,2027-01-27',
    'R1,North,A07,Northmere and Coast,P7001,Corner Stores,paymentPoint,england,2020-01-01,',
    'R1,North,A07,Northmere and Coast,CC-7,Talk Team,contactCentre,england,2020-01-01,',
    'R1,North,A07,Northmere and Coast,HO-7,Claims,department,england,2020-01-01,',
    'R1,North,A09,Tiny Dale,021070,Lonely,branch,england,2020-01-01,',
  ]);
  await importPeople(app, [
    'lone,Lena Lone,,021070,postmaster,2020-01-01,',
    'tina,Tina Tiny,,A09,areaManager,2020-01-01,',
  ]);
  await ashbridgeSlips(app);
  const year = mondays('2027-02-01', 17);
  await answers(app, [
    ...mondays('2027-01-18', 13).map((week) => ({
      unit: '021060',
      week,
      n: 20,
      easy: 15,
      said: 'It is closing, sadly',
    })),
    ...['P7001', 'CC-7', 'HO-7'].flatMap((unit) => year.map((week) => ({ unit, week, n: 10, easy: 8, said: 'Slow' }))),
    { unit: '021070', week: '2027-01-18', n: 9, easy: 2, said: 'Only I come here' },
  ]);
});
afterAll(() => app.stop());

const COMMON = ['Worth doing this week', 'How easy it is', 'Drivers', 'What customers say'];

describe('the four levels', () => {
  it('hold the same sections in the same order with the same words', async () => {
    const nikhil = await signIn('nik');
    const found = [];
    for (const path of ['/dashboard', '/regions/R1', '/areas/A07', '/units/021047']) {
      const { text } = await nikhil.get(path);
      const headings = [...text.matchAll(/<h2[^>]*>([^<]+)<\/h2>/g)].map(([, words]) => words!.trim());
      found.push(headings.filter((words) => COMMON.includes(words)));
    }
    expect(found).toEqual([COMMON, COMMON, COMMON, COMMON]);
  });

  it('lead every figure to its rows, the weeks kept', async () => {
    const { text } = await (await signIn('dawn')).get('/areas/A07?weeks=13&against=year');
    for (const path of ['show&#x3D;ease', 'show&#x3D;responses', 'show&#x3D;courses&amp;columns&#x3D;courses'])
      expect(text).toContain(`href="/areas/A07?${path}&amp;weeks&#x3D;13&amp;against&#x3D;year#places"`);
    expect(text).toContain('href="/areas/A07/comments?from&#x3D;2026-11-09"');
    const unit = await (await signIn('dawn')).get('/units/021047');
    expect(unit.text).toContain('/feedback/responses?unit&#x3D;021047&amp;from&#x3D;2027-01-11&amp;to&#x3D;2027-02-01');
    for (const about of [
      'answered&#x3D;ease',
      'answered&#x3D;emotion',
      'answered&#x3D;friendly',
      'felt&#x3D;irritated',
    ])
      expect(unit.text).toContain(`from&#x3D;2027-01-11&amp;to&#x3D;2027-02-01&amp;${about}"`);
    expect(unit.text).toContain('/feedback/responses?unit&#x3D;021047&amp;from&#x3D;2027-01-25&amp;to&#x3D;2027-01-25');
  });

  it.each(['P7001', 'CC-7', 'HO-7'])('%s is never called a branch on its own page', async (code) => {
    const { words, status } = await (await signIn('dawn')).get(`/units/${code}`);
    expect(status).toBe(200);
    expect(words).not.toMatch(/\bbranch/i);
  });

  it('an area that holds them calls its rows units, and one of branches alone calls them branches', async () => {
    const mixed = (await (await signIn('dawn')).get('/areas/A07')).words;
    for (const said of ['Find a unit', 'Show units', 'All units', 'Tick units to assign'])
      expect(mixed).toContain(said);
    const plain = (await (await signIn('tina')).get('/areas/A09')).words;
    for (const said of ['Find a branch', 'Show branches', 'All branches']) expect(plain).toContain(said);
  });
});

describe('a unit that has closed', () => {
  it('shows how it stood until its last day, reached from its history', async () => {
    const dawn = await signIn('dawn');
    expect((await dawn.get('/network/units/021060')).text).toContain('href="/units/021060"');
    const { words, status, text } = await dawn.get('/units/021060');
    expect(status).toBe(200);
    expect(words).toContain('It closed: 27 January 2027 was its last day');
    expect(words).toContain('Four weeks to Sunday 24 January 2027');
    expect(words).toMatch(/Ease score 75\.0/);
    expect(words).not.toMatch(/Not now, or done|Assign training|Record the change/);
    expect(text).toContain('href="/network/units/021060"');
    expect((await dawn.get('/units/021060.csv')).text).toContain('2027-01-18');
  });

  it.each([
    ['dale', 404],
    ['s0', 404],
    ['regi', 200],
  ])('is there for who reached it: %s gets %d', async (who, status) =>
    expect((await (await signIn(who)).get('/units/021060')).status).toBe(status),
  );
});

describe('few answers and few people', () => {
  it.each([
    ['tina', '/units/021070'],
    ['tina', '/areas/A09'],
  ])('%s sees no score at %s on nine answers, and words only because nine wrote', async (who, path) => {
    const { words } = await (await signIn(who)).get(path);
    expect(words).toMatch(/Ease score – Too few/);
    expect(words).toMatch(/Net emotion – Too few/);
    expect(words).not.toMatch(/slipping|weak spot|deserves a thank-you|22\.2/);
  });

  it('tell the month and never the day where one person works', async () => {
    const { words } = await (await signIn('tina')).get('/units/021070');
    expect(words).toMatch(/“Only I come here” .*?January 2027/);
    expect(words).not.toMatch(/\d{1,2} January 2027(?! )\S*“|ease 2 of 5, \d{1,2} January/);
  });

  it('grey a score on ten to twenty-nine answers, with its interval', async () => {
    await answers(app, [{ unit: '021070', week: '2027-02-01', n: 11, easy: 9 }]);
    const { words } = await (await signIn('tina')).get('/areas/A09?show=az');
    expect(words).toMatch(/Lonely 021070 .*55\.0 34\.2 to 74\.2/);
  });
});
