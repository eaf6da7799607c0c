import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { answers, aWorld, idOf } from '../dashboards/world.js';
import { type TestApp, startTestApp } from '../support/app.js';
import { HEADING, importLines, MAPPING } from './imports.js';

let app: TestApp;
const signIn = async (reference: string) => app.signInAs(await idOf(app, reference));

beforeAll(async () => {
  app = await startTestApp({ now: '2027-02-10T10:00:00Z' });
  await aWorld(app);
});
afterAll(() => app.stop());

describe('the list of imports', () => {
  it('says what is missing while there is none', async () => {
    expect((await (await signIn('nik')).get('/feedback/imports')).words).toContain('No file has been imported yet');
  });

  it('shows what became of each file', async () => {
    const good = (id: string) => `${id},021047,06/01/2027 09:30,5,delighted,4,Quick`;
    await importLines(app, [good('r1'), good('r2'), 'r3,nowhere,06/01/2027 09:30,5,,,']);
    const { words } = await (await signIn('nik')).get('/feedback/imports');
    expect(words).toContain('Branch survey');
    expect(words).toContain('Done, with rejected lines 3 2 0 0 1');
    expect(words).toContain('Showing 1 to 1 of 1.');
  });

  it('is read by the CX team only', async () => {
    for (const reference of ['dawn', 'post', 's0', 'regi']) {
      expect((await (await signIn(reference)).get('/feedback/imports')).status).toBe(403);
    }
  });
});

describe('single answers', () => {
  it('hold no words of customers where fewer than five wrote some', async () => {
    const week = { unit: '021048', week: '2027-01-18', n: 6, easy: 2 };
    await answers(app, [{ ...week, said: 'Only four of us' }]);
    const pia = await signIn('post');
    const four = await pia.get('/feedback/responses?unit=021048');
    expect(four.words).toContain('6 answers, newest first With fewer than five comments at a unit');
    expect(four.words).not.toContain('Only four of us');
    await answers(app, [{ ...week, week: '2027-01-25', n: 1, easy: 0, said: 'And a fifth' }]);
    expect((await pia.get('/feedback/responses?unit=021048')).words).toContain('Only four of us');
    expect(four.words).toContain('January 2027 Ease 5 of 5');
    expect(four.words).not.toMatch(/\d January 2027/);
  });

  it('of days to come are not there yet', async () => {
    await answers(app, [{ unit: '021048', week: '2027-02-22', n: 3, easy: 3 }]);
    expect((await (await signIn('post')).get('/feedback/responses?unit=021048')).words).toContain('7 answers');
  });

  it('can be narrowed to weeks, and a wrong day in the address is as if it were not there', async () => {
    const pia = await signIn('post');
    await answers(app, [{ unit: '021049', week: '2027-01-25', n: 20, easy: 9 }]);
    await answers(app, [{ unit: '021049', week: '2027-02-01', n: 20, easy: 9 }]);
    const nik = await signIn('nik');
    expect((await nik.get('/feedback/responses?unit=021049&from=2027-01-27&to=2027-01-25')).words).toContain(
      '20 answers, Monday 25 to Sunday 31 January 2027',
    );
    expect((await pia.get("/feedback/responses?unit=021048&from=2027-99-99&to=';drop")).words).toContain('7 answers');
  });

  it('can be narrowed to a question and to a feeling: the number that led there and its rows are the same customers', async () => {
    await importLines(app, [
      'q1,021047,03/03/2025 09:30,5,delighted,,Swift',
      'q2,021047,04/03/2025 09:30,2,irritated,3,Slow',
      'q3,021047,05/03/2025 09:30,,irritated,5,',
    ]);
    const nik = await signIn('nik');
    const month = '/feedback/responses?unit=021047&from=2025-03-03&to=2025-03-03';
    const all = await nik.get(month);
    expect(all.words).toContain('3 answers, Saturday 1 to Monday 31 March 2025, newest first');
    expect(all.words).not.toContain('Show all answers');
    const friendly = await nik.get(`${month}&answered=friendly`);
    expect(friendly.words).toContain('2 answers, Saturday 1 to Monday 31 March 2025, newest first');
    expect(friendly.words).toContain('Only those who answered about “Friendly”. Show all answers');
    const eased = await nik.get(`${month}&answered=ease&felt=irritated`);
    expect(eased.words).toContain('1 answer, Saturday');
    expect(eased.words).toContain('Only those who answered about “Ease”. Only those who felt “Irritated”.');
    const file = await nik.get(`/feedback/responses.csv?unit=021047&from=2025-03-03&to=2025-03-03&felt=irritated`);
    expect(file.text.trim().split('\n')).toHaveLength(3);
    expect((await nik.get(`${month}&answered=constructor&felt=__proto__`)).words).toContain('3 answers, Saturday');
  });

  it('of a small unit are narrowed to whole months only, on the page and in the file', async () => {
    const pia = await signIn('post');
    const { words } = await pia.get('/feedback/responses?unit=021048&from=2027-01-25&to=2027-01-25');
    expect(words).toContain('7 answers, Friday 1 to Sunday 31 January 2027, newest first');
    expect(words).toContain('days are widened to whole months');
    const file = await pia.get('/feedback/responses.csv?unit=021048&from=2027-01-25&to=2027-01-25');
    expect(file.text.trim().split('\r\n')).toHaveLength(8);
  });

  it('of a small unit stand month by month, and in no order within one', async () => {
    const days = Array.from({ length: 20 }, (_, n) => `${n + 1}`.padStart(2, '0'));
    await importLines(
      app,
      days.map((day) => `m${day},021048,${day}/03/2025 09:30,5,delighted,,Said on the ${day}th`),
    );
    const nik = await signIn('nik');
    const { text } = await nik.get('/feedback/responses.csv?unit=021048&from=2025-03-03&to=2025-04-06');
    const said = [...text.matchAll(/Said on the (\d+)th/g)].map(([, day]) => day);
    expect(said.toSorted()).toEqual(days);
    expect(said).not.toEqual(days.toReversed());
    const page = await nik.get('/feedback/responses?unit=021048&from=2025-03-03&to=2025-04-06');
    expect([...page.text.matchAll(/Said on the (\d+)th/g)].map(([, day]) => day)).toEqual(said);
  });

  it('of a small unit are gone through page by page as the file has them, though a month goes over several pages', async () => {
    await importLines(
      app,
      Array.from({ length: 130 }, (_, n) => {
        const day = `${1 + (n % 28)}`.padStart(2, '0');
        return `p${n},021048,${day}/0${4 + Math.floor(n / 70)}/2025 10:00,5,delighted,,Paged ${n} on`;
      }),
    );
    const nik = await signIn('nik');
    const span = 'unit=021048&from=2025-04-07&to=2025-05-26';
    const numbers = (text: string) => [...text.matchAll(/Paged (\d+) on/g)].map(([, n]) => n);
    const file = numbers((await nik.get(`/feedback/responses.csv?${span}`)).text);
    expect(file).toHaveLength(130);
    const pages = await Promise.all([1, 2, 3].map((page) => nik.get(`/feedback/responses?${span}&page=${page}`)));
    expect(pages.flatMap(({ text }) => numbers(text))).toEqual(file);
  });
});

describe('a mapping', () => {
  it('is kept in versions: the same words again are the same version', async () => {
    const line = 'r9,021047,06/01/2027 09:30,5,,,';
    await importLines(app, [line]);
    await importLines(app, [line], { mapping: { ...MAPPING, comment: undefined } });
    const versions = await app.db.query<{ number: number }>(
      'select number from survey_mapping m join survey_source s on s.id = m.source_id where s.name = $1 order by 1',
      ['Branch survey'],
    );
    expect(versions.map(({ number }) => number)).toEqual([1, 2]);
    expect(HEADING).toContain('said');
  });
});
