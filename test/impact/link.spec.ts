import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importPeople, importUnits } from '../network/files.js';
import { as, finish, startWeek } from '../campaigns/week-world.js';
import type { TestApp } from '../support/app.js';
import { answers } from './answers.js';

const LINK = '/impact/completion-and-scores';
const code = (at: number) => String(500000 + at);

describe('completion against scores', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startWeek();
    const branches = Array.from({ length: 30 }, (_, at) => at);
    await importUnits(
      app,
      branches.map((at) => `R2,South,A3,Downs,${code(at)},Downs ${at},branch,england,2020-01-01,`),
    );
    await importPeople(app, [
      ...branches.flatMap((at) => [
        `${at}a,A,,${code(at)},staff,2020-01-01,`,
        `${at}b,B,,${code(at)},staff,2020-01-01,`,
      ]),
      'olga,Olga South,,A3,areaManager,2020-01-01,',
    ]);
    // Where both finished the course before the window customers rate 90, where one did 85, where nobody did 80.
    for (const at of branches) {
      if (at % 3 > 0) await finish(app, `${at}a`, 'put-it-right-first-time', '2026-11-01T12:00:00Z');
      if (at % 3 > 1) await finish(app, `${at}b`, 'put-it-right-first-time', '2026-11-08T23:59:00Z');
      // Finished inside the window: too late to count.
      if (at % 3 === 0) await finish(app, `${at}a`, 'put-it-right-first-time', '2026-11-09T00:30:00Z');
    }
    await answers(app, [
      ...branches.map((at) => ({ unit: code(at), week: '2026-11-09', n: 100, top: 80 + 5 * (at % 3) + (at % 2) })),
      ...branches.map((at) => ({ unit: code(at), week: '2026-11-02', n: 100, top: 80 + (at % 2) })),
      { unit: '021047', week: '2026-11-09', n: 9 },
      // Not closed yet on Wednesday.
      ...branches.map((at) => ({ unit: code(at), week: '2027-02-08', n: 1000, top: 0 })),
    ]);
  });
  afterAll(() => app.stop());

  const see = async (reference: string, query = '?metric=ease&training=put-it-right-first-time&weeks=13') =>
    (await as(app, reference)).get(LINK + query);

  it('reads completion before the scored weeks and prints slope, correlation and what they rest on', async () => {
    const { words } = await see('nik');
    expect(words).toMatch(
      /Where completion is ten points higher, ease is 1\.0 points higher \(95% range \+\d\.\d to \+\d\.\d\)\./,
    );
    expect(words).toMatch(/Correlation 0\.99 \(95% range 0\.98 to 1\.00\)\./);
    expect(words).toContain('30 units, 3,000 answers. 1 unit with under ten answers is left out.');
    expect(words).toContain('Completion at the end of Sunday 8 November 2026');
  });

  it('sets change against change as well', async () => {
    const { words } = await see('nik');
    expect(words).toMatch(/Where completion rose by ten points more, ease rose by 1\.0 points more/);
    expect(words).toContain('30 units, 6,000 answers.');
  });

  it('carries grade and caution, and speaks of no effect', async () => {
    const { words } = await see('nik');
    expect(words.match(/Grade C, association/g)).toHaveLength(2);
    expect(words).toContain('Well-run branches may do both');
    expect(words).not.toMatch(/uplift|because of the training|effect of/i);
  });

  it('answers another question from its address', async () => {
    const { words, text } = await see('nik', '?metric=netEmotion&training=friendly&weeks=26');
    expect(words).toContain('Friendly courses, and what customers say afterwards');
    expect(words).toContain('Completion is the same everywhere, so there is nothing to compare.');
    expect(text).toMatch(/<option value="netEmotion" selected>/);
    expect(text).toMatch(/<option value="26" selected>/);
  });

  it('takes nonsense in the address for the first choice', async () => {
    const { status, text } = await see('nik', '?metric=ease_n;drop&training=../x&weeks=9999&weeks=4');
    expect(status).toBe(200);
    expect(text).toMatch(/<option value="ease" selected>/);
    expect(text).toMatch(/<option value="all" selected>/);
  });

  it('says that there is not enough when there are under twenty units', async () => {
    app.clock.set('2025-12-10T10:00:00Z');
    const { words } = await see('nik');
    expect(words).toContain('Not enough data yet: 0 units have a score, 20 are needed.');
    app.clock.set('2027-02-10T10:00:00Z');
  });

  it('names an area manager’s own units and nobody else’s', async () => {
    const own = (await see('olga')).words;
    expect(own).toMatch(/Your units .*Downs 0 0% 80\.0 100/);
    const other = await see('dawn');
    expect(other.words).toContain('30 units, 3,000 answers.');
    expect(other.text).not.toContain('Downs ');
    expect(other.words).toContain('the others in groups of five or more, without names');
  });

  it('is asked from the impact page, beside the weeks that have begun', async () => {
    const { words } = await (await as(app, 'dawn')).get('/impact');
    expect(words).toContain('Do branches that train more score higher?');
    expect(words).toMatch(/What did Love Your Customers Week 2027 do\? .* What did Love Your Customers Week 2026 do\?/);
  });

  describe('for an outsider', () => {
    it.each(['sam', 'pia'])('is refused to %s', async (reference) => {
      expect((await see(reference)).status).toBe(403);
      expect((await (await as(app, reference)).get('/impact')).status).toBe(403);
    });
  });
});
