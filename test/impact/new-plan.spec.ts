import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { as } from '../campaigns/week-world.js';
import type { TestApp } from '../support/app.js';
import type { Fields } from '../support/browserless.js';
import { csv, FIRST_MONDAY, look, NEW, query } from './plan-form.js';
import { BRANCHES, firstHalfTrains, SLUG, someAnswers, startNetwork, WEEKS } from './study-world.js';

describe('a training in waves', () => {
  let app: TestApp;
  const nik = () => as(app, 'nik');
  const problemsOf = async (more: Fields) => {
    const { status, words } = await (await nik()).get(look(more));
    expect(status).toBe(422);
    return words;
  };

  beforeAll(async () => {
    app = await startNetwork();
    await someAnswers(app, { from: 0, to: WEEKS });
    await firstHalfTrains(app, 3);
  });
  afterAll(() => app.stop());

  describe('is chosen', () => {
    it('in a form with what is usual, and a Monday that leaves time to tell people', async () => {
      const { status, text } = await (await nik()).get(NEW);
      expect(status).toBe(200);
      expect(text).toMatch(/name="kinds" type="checkbox" value="branch" checked/);
      expect(text).toContain('value="2027-01-04"');
      expect(text).toMatch(/<option value="2" selected>two waves/);
    });

    it('with the course of the link that led here, the first if it names several', async () => {
      const { text } = await (await nik()).get(`${NEW}?course=${SLUG}&course=another`);
      expect(text).toContain(`<option value="${SLUG}" selected>`);
    });

    it.each<[string, Fields, string]>([
      ['no course', { course: '' }, 'Choose a course.'],
      ['a course that is not there', { course: 'nothing' }, 'Choose a course.'],
      ['one wave alone', { waves: '1', comparison: '' }, 'With one wave there has to be a comparison'],
      ['seven waves', { waves: '7' }, 'Choose from 1 to 6 waves.'],
      [
        'a Thursday',
        { firstMonday: '2027-01-14' },
        'That is a Thursday. A wave begins on a Monday: 18 January 2027, say.',
      ],
      ['today', { firstMonday: '2026-12-21' }, 'That Monday is not ahead of us.'],
      ['a Monday in two years', { firstMonday: '2028-12-18' }, 'Choose a Monday within the next year.'],
      ['no day', { firstMonday: 'soon' }, 'Give the Monday on which the first wave begins.'],
      ['27 weeks', { weeksBetween: '27' }, 'Give a whole number of weeks from 1 to 26.'],
      ['six days', { daysGiven: '6' }, 'Give a whole number of days from 7 to 91.'],
      ['another region', { regions: 'R9' }, 'Choose from the list.'],
      ['kinds that are not there', { kinds: 'paymentPoint' }, 'There is no unit of these kinds there.'],
      ['more parts than areas', { regions: 'R1', waves: '5' }, 'There are 5 areas there: too few for 6 parts.'],
      ['a long reason', { reason: 'x'.repeat(301) }, 'Say why in up to 300 characters.'],
    ])('and says what is wrong with %s', async (_, more, sentence) =>
      expect(await problemsOf(more)).toContain(sentence),
    );
  });

  describe('is looked at', () => {
    it('with its waves, what it can see and whom it asks, and nothing is stored', async () => {
      const { status, words } = await (await nik()).get(look());
      expect(status).toBe(200);
      expect(words).toContain('Put it right first time, in two waves');
      expect(words).toContain(
        'The first wave begins on 11 January 2027, the last on 8 February 2027; everybody in a wave is due by 8 March 2027.',
      );
      expect(words).toMatch(/Wave 1 11 January 2027 [34] \d\d \d\d [56]\d\.\d/);
      expect(words).toMatch(/Wave 2 8 February 2027 [34] \d\d \d\d [56]\d\.\d/);
      expect(words).toMatch(/Comparison never [34] \d\d \d\d [56]\d\.\d/);
      expect(words).toMatch(/This can see an effect of \d+\.\d points or more, four times out of five\./);
      expect(words).toContain('Nobody in the comparison is asked.');
      expect(words).toContain('Asked today, nobody would go above 15 minutes of learning a week.');
      expect(words).toContain('Why it cannot be drawn again');
      expect(words).not.toMatch(/Draw again/);
      expect(await app.db.query('select from wave_plan')).toHaveLength(0);
    });

    it('with each area in one part, the same each time, whatever it is called', async () => {
      const browser = await nik();
      const file = async (more: Fields = {}) => csv((await browser.get(`${NEW}.csv?${query(more)}`)).text);
      const rows = await file();
      expect(rows.map((row) => row['Area code']!).toSorted()).toEqual(
        Array.from({ length: 10 }, (_, area) => `A${area}`),
      );
      expect(rows.reduce((sum, row) => sum + Number(row['Units']), 0)).toBe(BRANCHES);
      expect(rows[0]).toMatchObject({ Wave: 'Wave 1', Begins: FIRST_MONDAY });
      expect(await file({ title: 'Another name', reason: 'Another reason', daysGiven: '14' })).toEqual(rows);
      expect(await file({ firstMonday: '2027-01-18' })).not.toEqual(rows);
    });

    it('leaves out who has finished it, and the comparison', async () => {
      const { words } = await (await nik()).get(look({ comparison: '' }));
      expect(words).toContain('57 people would be asked, at 57 branches, as of today.');
      expect(words).toContain('3 people have finished it already.');
      expect(words).not.toContain('Comparison never');
    });

    it('says how the smallest effect changes, on the page and as a file', async () => {
      const browser = await nik();
      const { text } = await browser.get(look({ weeksBetween: '6' }));
      expect(text).toContain('two waves (chosen)');
      const rows = csv((await browser.get(`${NEW}/smallest-effects.csv?${query({ weeksBetween: '6' })}`)).text);
      expect(rows.map((row) => row['Waves'])).toEqual(['1', '2', '3', '4', '5', '6']);
      const two = ['2', '4', '6', '8', '13', '26'].map((weeks) => Number(rows[1]![`${weeks} weeks apart`]));
      expect(two).toEqual(two.toSorted((a, b) => b - a));
      expect(text).toContain(`>${two[2]!.toFixed(1)}<`);
    });

    it('says so where nobody has answered', async () => {
      const { words } = await (await nik()).get(look({ metric: 'netEmotion' }));
      expect(words).toContain('Too little is known from answers there to say how small an effect this can see.');
    });

    it('sends a file of a plan that cannot be looked at back to the form', async () => {
      const { status, location } = await (await nik()).get(`${NEW}.csv?${query({ waves: '9' })}`);
      expect(status).toBe(303);
      expect(location).toContain(`${NEW}?`);
      expect(location).toContain('waves=9');
    });
  });

  describe('is not for outsiders', () => {
    it.each(['dawn', 'ross', 'p0'])('%s may not plan', async (who) => {
      const browser = await as(app, who);
      for (const path of [NEW, look(), `${NEW}.csv?${query({})}`, `${NEW}/smallest-effects.csv?${query({})}`])
        expect((await browser.get(path)).status).toBe(403);
    });
  });
});
