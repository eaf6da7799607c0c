import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestApp } from '../support/app.js';
import type { Browserless } from '../support/browserless.js';
import { answers, mondays, type SignIn, whereAshbridgeSlips } from './world.js';

let app: TestApp;
let regina: Browserless;
let nikhil: Browserless;
let signIn: SignIn;

beforeAll(async () => {
  ({ app, signIn } = await whereAshbridgeSlips());
  // The south is steady on many answers, and was better a year ago.
  await answers(app, [
    ...mondays('2027-02-01', 17).map((week) => ({ unit: '031001', week, n: 50, easy: 40 })),
    ...mondays('2026-02-02', 4).map((week) => ({ unit: '031001', week, n: 60, easy: 58 })),
  ]);
  regina = await signIn('regi');
  nikhil = await signIn('nik');
});
afterAll(() => app.stop());

const responsesOf = (words: string) => Number(/Responses ([\d,]+) In /.exec(words)?.[1]?.replace(',', ''));

describe('the page of a region', () => {
  it('says first which area slips, by how much, and leads there', async () => {
    const { words, text } = await regina.get('/regions/R1');
    expect(words).toContain('North 2 areas Four weeks to Sunday 7 February 2027. Compared');
    expect(words).toMatch(
      /Expectations is slipping in Northmere and Coast Ease fell \d+\.\d points to \d+\.\d \(95% interval of the fall: \d+\.\d to \d+\.\d\)\..*Assign ‘Put it right first time’ Tell the area manager See who is slipping in Northmere and Coast/,
    );
    expect(text).toContain('href="/areas/A07"');
    expect(text).toContain('/assignments/new?everyUnitOf&#x3D;A07&amp;course&#x3D;put-it-right-first-time');
    expect(words).not.toContain('Dale and Fell deserves a thank-you');
  });

  it('gives the headline figures with their intervals, and the six drivers', async () => {
    const { words } = await regina.get('/regions/R1');
    expect(words).toMatch(
      /Assigned completion – Nothing assigned is due Course completion 0% Of 1 course for 5 colleagues/,
    );
    expect(words).toMatch(/Ease score \d+\.\d \d+\.\d to \d+\.\d\. Down \d+\.\d Net emotion/);
    expect(words).toMatch(/Drivers In the last four weeks\. Each driver .* Expectations \d+\.\d/);
  });

  it('draws ease week by week with the numbers beneath', async () => {
    const { text, words } = await regina.get('/regions/R1');
    expect(text).toContain('id="ease-wide-t"');
    expect(words).toMatch(/Ease fell \d+\.\d points in the last four weeks\. Week by week, in points out of 100/);
  });

  it('lists each area with its answers, a word only where the change is clear', async () => {
    const { words } = await regina.get('/regions/R1');
    expect(words).toMatch(/Northmere and Coast A07 .*\d+\.\d to \d+\.\d, 4 weeks, slipping/);
    expect(words).toMatch(/Dale and Fell A08 .*25\.0 14\.2 to 40\.2, 4 weeks(?!, (slipping|up))/);
  });

  it('looks further back only where four weeks hold too few answers', async () => {
    await answers(app, [{ unit: '021050', week: '2026-05-04', n: 40, easy: 20 }]);
    app.clock.set('2027-03-24T10:00:00Z');
    const { words } = await regina.get('/regions/R1');
    app.clock.set('2027-02-10T10:00:00Z');
    expect(words).toMatch(/Dale and Fell A08 .*25\.0 14\.2 to 40\.2, 13 weeks/);
  });

  it('can be sorted and narrowed by plain links', async () => {
    const { text } = await regina.get('/regions/R1');
    for (const path of ['show=az', 'show=behind', 'show=ease', 'show=responses', 'only=slipping', 'only=behind'])
      expect(text).toContain(`href="/regions/R1?${path.replace('=', '&#x3D;')}"`);
    const { words, text: sorted } = await regina.get('/regions/R1?show=az');
    expect(words.indexOf('Dale and Fell A08')).toBeLessThan(words.indexOf('Northmere and Coast A07'));
    expect(sorted).toContain('aria-sort="ascending"');
    const slipping = await regina.get('/regions/R1?only=slipping');
    expect(slipping.words).toContain('Showing 1 of 1.');
    expect(slipping.words).toContain('Slipping 1');
    expect((await regina.get('/regions/R1?only=behind')).words).toContain('No area fits these choices');
  });

  it('reads area days, never units', async () => {
    await app.db.query('create table kept as table unit_week; truncate unit_week');
    const { words } = await regina.get('/regions/R1');
    await app.db.query('insert into unit_week table kept; drop table kept');
    expect(words).toMatch(/Northmere and Coast A07 .*4 weeks, slipping/);
  });
});

describe('the page of the network', () => {
  it('is the sum of its regions, and a region the sum of its areas', async () => {
    const network = (await nikhil.get('/dashboard')).words;
    expect(network).toContain('The whole network 2 regions Four weeks to Sunday 7 February 2027. Compared');
    const [north, south] = [await nikhil.get('/regions/R1'), await nikhil.get('/regions/R2')];
    const area = await nikhil.get('/areas/A07');
    expect(responsesOf(network)).toBe(responsesOf(north.words) + responsesOf(south.words));
    expect(responsesOf(north.words)).toBe(responsesOf(area.words) + 40);
  });

  it('leads down to a region, and back', async () => {
    expect((await nikhil.get('/dashboard')).text).toContain('href="/regions/R2"');
    expect((await nikhil.get('/regions/R2')).words).toContain('All regions');
    expect((await regina.get('/regions/R1')).words).not.toContain('All regions');
  });
});

describe('weeks and comparison in the address', () => {
  it('show a colleague the same thing at every level', async () => {
    for (const [browser, path] of [
      [nikhil, '/dashboard'],
      [regina, '/regions/R1'],
      [regina, '/areas/A07'],
    ] as const) {
      const { words, status } = await browser.get(`${path}?weeks=13&against=none`);
      expect(status).toBe(200);
      expect(words).toContain('13 weeks to Sunday 7 February 2027. Compared with nothing.');
      expect(words).not.toMatch(/slipping|No clear change/);
    }
    const unit = await regina.get('/units/021047?weeks=13');
    expect(unit.words).toMatch(/on 585 answers, 13 weeks/);
  });

  it('hold two days widened to whole weeks, and say so in the form', async () => {
    const { words, text } = await regina.get('/areas/A07?from=2027-01-13&to=2027-01-20');
    expect(words).toContain('2 weeks to Sunday 24 January 2027. Compared');
    expect(text).toMatch(/name="from" type="date" value="2027-01-11"/);
    expect(text).toMatch(/name="to" type="date" value="2027-01-24"/);
  });

  it('compare with the same weeks a year earlier', async () => {
    const { words } = await nikhil.get('/regions/R2?against=year');
    expect(words).toMatch(/Downs A20 .*80\.0 .* 4 weeks, slipping/);
    expect(words).toContain('Ease fell 16.7 points against the same weeks a year earlier.');
    expect((await nikhil.get('/regions/R2')).words).not.toContain('slipping');
  });

  it('stay in every link of the page, and in the form', async () => {
    const { text } = await regina.get('/areas/A07?weeks=26&against=year&show=az');
    expect(text).toContain('/areas/A07?show&#x3D;ease&amp;weeks&#x3D;26&amp;against&#x3D;year');
    expect(text).toContain('/areas/A07.csv?show&#x3D;az&amp;weeks&#x3D;26&amp;against&#x3D;year');
    expect(text).toContain('<input type="hidden" name="weeks" value="26">');
    expect(text).toContain('<input type="hidden" name="show" value="az">');
  });

  it.each([
    ['?weeks=5', 'Choose the last 4, 13, 26 or 52 weeks.'],
    ['?from=2027-01-11', 'Give both days, a first and a last one that are on the calendar.'],
    ['?from=2027-01-20&to=2027-01-11', 'The first day lies after the last one: swap them.'],
    ['?from=2027-01-20&to=2027-02-09', 'A week counts once it has closed: choose a last day up to 7 February 2027.'],
    ['?from=1000-01-01&to=2027-01-11', 'Choose a year at most.'],
    ['?from=0001-01-01&to=0001-01-08', 'Give both days, a first and a last one that are on the calendar.'],
    ['?against=them', 'Compare with the weeks before, with the same weeks a year earlier, or with nothing.'],
  ])('%s is a sentence, and the page shows the latest weeks', async (query, sentence) => {
    for (const path of ['/dashboard', '/regions/R1', '/areas/A07', '/units/021047']) {
      const { status, words } = await nikhil.get(path + query);
      expect(status).toBe(422);
      expect(words).toContain(`There is a problem ${sentence}`);
    }
    expect((await nikhil.get(`/areas/A07.csv${query}`)).status).toBe(422);
  });
});

describe('an outsider', () => {
  it('learns nothing of another region from sums, files or guesses', async () => {
    const before = responsesOf((await regina.get('/regions/R1')).words);
    await answers(app, [{ unit: '031001', week: '2027-02-01', n: 30, easy: 1 }]);
    expect(responsesOf((await regina.get('/regions/R1')).words)).toBe(before);
    for (const path of [
      '/regions/R2',
      '/regions/R2.csv',
      '/regions/R2/weeks.csv',
      '/areas/A20.csv',
      '/units/031001.csv',
    ])
      expect((await regina.get(path)).status).toBe(404);
    for (const path of ['/dashboard.csv', '/dashboard/weeks.csv']) expect((await regina.get(path)).status).toBe(403);
  });

  it.each([
    ['dale', '/areas/A07.csv', 404],
    ['dawn', '/areas/A08/weeks.csv', 404],
    ['dawn', '/regions/R1.csv', 404],
    ['dawn', '/units/021050/team.csv', 404],
    ['post', '/units/021047.csv', 404],
    ['s0', '/areas/A07.csv', 403],
    ['s0', '/units/021047/team.csv', 404],
    ['gast', '/dashboard.csv', 403],
  ])('%s asking for %s gets %d', async (reference, path, status) => {
    const { status: answer, words } = await (await signIn(reference)).get(path);
    expect(answer).toBe(status);
    expect(words).not.toMatch(/Ashbridge|Fellside|Northmere/);
  });

  it('sees no area of a region in which only one is the own', async () => {
    const { words } = await (await signIn('dawn')).follow(await (await signIn('dawn')).get('/dashboard'));
    expect(words).not.toContain('Dale and Fell');
  });
});
