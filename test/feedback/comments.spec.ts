import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommentReading } from '../../src/feedback/themes/reading.service.js';
import { aWorld, idOf } from '../dashboards/world.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { Browserless } from '../support/browserless.js';
import { importLines, MAPPING } from './imports.js';

let app: TestApp;
let dawn: Browserless;
let nik: Browserless;

const line = (id: string, unit: string, day: string, felt: string, said: string) =>
  `${id},${unit},${day} 12:00,${felt === 'irritated' ? 2 : 5},${felt},,"${said}"`;

beforeAll(async () => {
  app = await startTestApp({ now: '2027-02-10T10:00:00Z' });
  await aWorld(app);
  await importLines(
    app,
    [
      line('a1', '021047', '01/02/2027', 'irritated', 'The queue was long & <b>slow</b>'),
      line('a2', '021047', '02/02/2027', 'irritated', 'Sent elsewhere again, in another queue'),
      line('a3', '021047', '03/02/2027', 'delighted', 'So friendly'),
      line('a4', '021047', '20/01/2027', 'delighted', 'Gwasanaeth da yn y tŷ bach'),
      line('a5', '021047', '21/01/2027', 'satisfied', 'A printer that works'),
      line('a6', '021047', '01/03/2027', 'satisfied', 'From the days to come, a queue'),
      ...[1, 2, 3, 4].map((n) => line(`b${n}`, '021048', '01/02/2027', 'irritated', `Hidden queue number ${n}`)),
      ...Array.from({ length: 30 }, (_, n) =>
        line(`c${n}`, '021050', '05/01/2027', 'satisfied', `Comment number ${n} about a parcel`),
      ),
      line('d1', '031001', '05/01/2027', 'satisfied', 'A word from Downs'),
    ],
    { mapping: { ...MAPPING, unit: { column: 'branch' } } },
  );
  await app.nest.get(CommentReading).keepUp();
  dawn = await app.signInAs(await idOf(app, 'dawn'));
  nik = await app.signInAs(await idOf(app, 'nik'));
});
afterAll(() => app.stop());

const wordsOn = async (browser: Browserless, path: string) => {
  const { text } = await browser.get(path);
  return [...text.matchAll(/<blockquote><p>“(.*?)”<\/p>/g)].map(([, words]) => words);
};

describe('the comments of a place', () => {
  it('are the newest first, of units with five in all, up to now', async () => {
    const found = await wordsOn(dawn, '/areas/A07/comments');
    const [february, january] = [found.slice(0, 3).sort(), found.slice(3).sort()];
    expect(february).toEqual([
      'Sent elsewhere again, in another queue',
      'So friendly',
      'The queue was long &amp; &lt;b&gt;slow&lt;/b&gt;',
    ]);
    expect(january).toEqual(['A printer that works', 'Gwasanaeth da yn y tŷ bach']);
    expect((await dawn.get('/areas/A07/comments')).text).toContain('5 comments, newest first');
  });

  it.each([
    [
      'queue',
      [
        'Sent elsewhere again, in another <mark>queue</mark>',
        'The <mark>queue</mark> was long &amp; &lt;b&gt;slow&lt;/b&gt;',
      ],
    ],
    ['"sent elsewhere"', ['<mark>Sent</mark> <mark>elsewhere</mark> again, in another queue']],
    ['"elsewhere sent"', []],
    ['queue -sent', ['The <mark>queue</mark> was long &amp; &lt;b&gt;slow&lt;/b&gt;']],
    ['printers or friend', ['So <mark>friendly</mark>', 'A <mark>printer</mark> that works']],
    ['ty', ['Gwasanaeth da yn y <mark>tŷ</mark> bach']],
    ['TŶ', ['Gwasanaeth da yn y <mark>tŷ</mark> bach']],
    ['area:1 | &', []],
    ["'); drop table", []],
  ])('are found by %s', async (words, found) =>
    expect(await wordsOn(dawn, `/areas/A07/comments?q=${encodeURIComponent(words)}`)).toEqual(found),
  );

  it.each([
    ['theme=queue', 2],
    ['driver=efficiency', 3],
    ['driver=friendly&theme=queue', 0],
    ['theme=nobody-knows', 0],
    ['felt=irritated', 2],
    ['ease=poor', 2],
    ['kind=branch', 5],
    ['kind=contactCentre', 0],
    ['from=2027-02-01&to=2027-02-02', 3],
    ['to=2027-01-31', 2],
    ['from=2027-03-01', 0],
    ['q=queue&felt=irritated&ease=poor&from=2027-01-01&to=2027-02-01&theme=queue', 2],
  ])('are narrowed by %s', async (query, n) =>
    expect(await wordsOn(dawn, `/areas/A07/comments?${query}`)).toHaveLength(n),
  );

  it('say what cannot be, and show all meanwhile', async () => {
    const { status, text } = await dawn.get('/areas/A07/comments?from=2027-02-31');
    expect(status).toBe(422);
    expect(text).toContain('Give days that are on the calendar.');
    expect((await dawn.get('/areas/A07/comments?q=the')).text).toContain('Those words are in nearly every comment');
    expect((await dawn.get('/areas/A07/comments?q=hippopotamus')).text).toContain('No comment fits');
    expect((await dawn.get('/units/021048/comments')).text).toContain(
      'Customers’ words are shown once a unit has five',
    );
  });

  it('come in pages, each older than the one before', async () => {
    const first = await nik.get('/areas/A08/comments');
    expect(first.text).toContain('30 comments, newest first');
    const older = /href="([^"]*)" rel="next"/.exec(first.text)?.[1]?.replaceAll('&#x3D;', '=') ?? '';
    const [one, two] = [await wordsOn(nik, '/areas/A08/comments'), await wordsOn(nik, older)];
    expect([one.length, two.length, new Set([...one, ...two]).size]).toEqual([25, 5, 30]);
    expect((await nik.get('/areas/A08/comments?after=999999')).text).toContain('This page can no longer be found');
  });

  it('go on where they were when the comment that ended the page is erased meanwhile', async () => {
    const { text } = await nik.get('/areas/A08/comments?q=parcel');
    const older = /href="([^"]*)" rel="next"/.exec(text)?.[1]?.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&') ?? '';
    const before = await wordsOn(nik, older);
    const id = new URL(older, 'http://here').searchParams.get('after');
    await app.db.query(`update survey_response set comment = '' where id = $1`, [id]);
    expect(before).toHaveLength(5);
    expect(await wordsOn(nik, older)).toEqual(before);
    expect(await wordsOn(nik, '/areas/A08/comments')).toHaveLength(25);
    expect((await nik.get('/areas/A08/comments')).text).toContain('29 comments, newest first');
    await app.nest.get(CommentReading).keepUp();
  });

  it.each(['😀', '\u0000', '"', '((', "' & !'", '<->', '-', 'or or', ':*', 'the of and'])(
    'make a page of %j in the search too',
    async (words) => {
      for (const path of ['/dashboard', '/regions/R1', '/areas/A07', '/units/021047'])
        expect((await nik.get(`${path}/comments?q=${encodeURIComponent(words)}`)).status).toBe(200);
    },
  );

  it('are the same at every level', async () => {
    expect(await wordsOn(nik, '/units/021047/comments?q=queue')).toHaveLength(2);
    expect(await wordsOn(nik, '/regions/R1/comments?q=queue')).toHaveLength(2);
    expect(await wordsOn(nik, '/regions/R1/comments?theme=queue&felt=irritated&ease=poor')).toHaveLength(2);
    expect(await wordsOn(nik, '/regions/R1/comments?theme=nobody-knows')).toHaveLength(0);
    expect(await wordsOn(nik, '/regions/R1/comments?q=works&from=2027-01-21&to=2027-01-21')).toHaveLength(1);
    expect(await wordsOn(nik, '/dashboard/comments?driver=friendly&theme=queue')).toHaveLength(0);
    expect(await wordsOn(nik, '/dashboard/comments?q=queue')).toHaveLength(2);
    expect(await wordsOn(nik, '/dashboard/comments?q=parcel')).toHaveLength(25);
    expect(await wordsOn(nik, '/dashboard/comments?theme=delivery')).toHaveLength(25);
  });

  it('give the month at a small unit, on the page and in the file', async () => {
    expect((await dawn.get('/units/021047/comments')).text).not.toContain('3 February 2027');
    const { text } = await dawn.get('/areas/A07/comments.csv?q=friendly');
    expect(text).toContain('021047,Ashbridge,February 2027,5,Delighted,Manner of staff,So friendly');
    expect(text.trim().split('\r\n')).toHaveLength(2);
  });

  it('are narrowed to whole months at a small unit, on the page and in the file: a day asked for would tell the day', async () => {
    const month = await wordsOn(dawn, '/units/021047/comments?from=2027-02-01&to=2027-02-28');
    const { words, text } = await dawn.get('/units/021047/comments?from=2027-02-02&to=2027-02-02');
    expect(month.length).toBeGreaterThan(1);
    expect(await wordsOn(dawn, '/units/021047/comments?from=2027-02-02&to=2027-02-02')).toEqual(month);
    expect(words).toContain('days are widened to whole months');
    expect(text).toContain('value="2027-02-28"');
    const file = await dawn.get('/units/021047/comments.csv?from=2027-02-02&to=2027-02-02');
    expect(file.text.trim().split('\r\n')).toHaveLength(month.length + 1);
  });

  it('of a small unit stand in their month after all that show a day, so that no neighbour tells theirs', async () => {
    const path = '/regions/R1/comments';
    const dated = Array.from({ length: 25 }, () => expect.stringContaining('about a parcel'));
    expect(await wordsOn(nik, `${path}?from=2027-01-20&to=2027-01-31`)).toHaveLength(2);
    expect(await wordsOn(nik, `${path}?from=2027-01-01&to=2027-01-31`)).toEqual(dated);
    const { text } = await nik.get(`${path}.csv?from=2027-01-01&to=2027-01-31`);
    const days = text
      .trim()
      .split('\r\n')
      .slice(1)
      .map((row) => row.split(',')[2]);
    expect(days).toEqual([...days.slice(0, -2).map(() => '5 January 2027'), 'January 2027', 'January 2027']);
    expect((await nik.get(path)).words).toContain('show their month and stand at its beginning');
    expect((await nik.get(`${path}?q=parcel`)).words).not.toContain('show their month');
  });

  it('say that some are still to be read', async () => {
    expect((await dawn.get('/areas/A07/comments')).text).not.toContain('are being read');
    await importLines(app, [line('z1', '021047', '09/02/2027', 'delighted', 'Just now')]);
    expect((await dawn.get('/areas/A07/comments')).text).toContain('look again in a few minutes');
    await app.runJobs();
    expect(await wordsOn(dawn, '/areas/A07/comments?q=just+now')).toEqual([]);
    expect(await wordsOn(dawn, '/areas/A07/comments')).toContain('Just now');
  });

  it('are counted by theme on the dashboards of every level, each theme with the way to its comments', async () => {
    for (const path of ['/dashboard', '/regions/R1', '/areas/A07', '/units/021047']) {
      const { text } = await nik.get(path);
      expect(text).toContain('What customers talk about');
      expect(text.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&')).toContain(
        `href="${path}/comments?from=2027-01-11&to=2027-02-07"`,
      );
    }
    expect((await nik.get('/units/021048')).text).toContain('Themes are shown once there are five comments');
    const sam = await app.signInAs(await idOf(app, 's0'));
    const { text } = await sam.get('/units/021047');
    expect(text).toContain('Queues and open counters');
    expect(text).not.toContain('/comments?from');
  });

  describe('to outsiders', () => {
    it.each([
      ['dawn', '/areas/A08/comments'],
      ['dawn', '/regions/R1/comments'],
      ['dawn', '/units/021050/comments.csv'],
      ['dawn', '/areas/NONE/comments'],
      ['post', '/units/021047/comments'],
    ])('are not found: %s at %s', async (who, path) => {
      const browser = await app.signInAs(await idOf(app, who));
      expect((await browser.get(path)).status).toBe(404);
    });

    it('are not for colleagues at the counter, and those from everywhere for the CX team only', async () => {
      expect((await dawn.get('/dashboard/comments')).status).toBe(403);
      const sam = await app.signInAs(await idOf(app, 's0'));
      expect((await sam.get('/units/021047/comments')).status).toBe(403);
    });
  });
});
