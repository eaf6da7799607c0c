import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { as, finish, startWeek } from '../campaigns/week-world.js';
import { importUnits } from '../network/files.js';
import type { TestApp } from '../support/app.js';
import type { Fields } from '../support/browserless.js';
import { answers } from './answers.js';
import { aStudy, found, VERDICTS } from './study-rows.js';

const COURSE = 'put-it-right-first-time';
const NEW = '/impact/studies/new';
const code = (at: number) => String(500000 + at);

const QUESTION = {
  ...{ title: '', courses: COURSE, campaign: '', metric: 'ease', kinds: 'branch', from: '', to: '' },
  ...{ threshold: '80', weighting: 'answers', clusterLevel: 'unit' },
};
const asked = (more: Fields = {}) => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...QUESTION, ...more, look: '1' }))
    for (const one of [value].flat()) query.append(name, String(one));
  return `${NEW}?${query.toString()}`;
};

/** What the button under a preview sends. */
function fieldsIn(html: string): Fields {
  const fields: Record<string, string[]> = {};
  const form = html.slice(html.indexOf('action="/impact/studies"'));
  for (const [, name, value] of form.slice(0, form.indexOf('</form>')).matchAll(/name="(\w+)" value="([^"]*)"/g))
    (fields[name!] ??= []).push(value!.replaceAll('&#x27;', "'"));
  return fields;
}

describe('a study', () => {
  let app: TestApp;
  const one = async () => (await app.db.query<Record<string, unknown>>('select * from study order by id')).at(-1)!;
  const count = async () => (await app.db.query('select from study')).length;

  beforeAll(async () => {
    app = await startWeek();
    const branches = Array.from({ length: 6 }, (_, at) => at);
    await importUnits(
      app,
      branches.map((at) => `R2,South,A3,Downs,${code(at)},Downs ${at},branch,england,2020-01-01,`),
    );
    await finish(app, 'kim', COURSE, '2026-09-09T12:00:00Z');
    await finish(app, 'kit', COURSE, '2026-09-16T12:00:00Z');
    const weeks = ['2026-08-31', '2026-09-07', '2026-09-14', '2026-09-21'];
    await answers(
      app,
      weeks.flatMap((week) => ['000002', ...branches.map(code)].map((unit) => ({ unit, week, n: 40 }))),
    );
  });
  afterAll(() => app.stop());

  describe('is asked', () => {
    it('from the page of impact, where nobody has asked yet', async () => {
      const { words, text } = await (await as(app, 'nik')).get('/impact');
      expect(words).toContain('Nobody has asked yet');
      expect(text).toContain(`href="${NEW}"`);
    });

    it('by a form with what is usual chosen', async () => {
      const { status, text, words } = await (await as(app, 'grace')).get(NEW);
      expect(status).toBe(200);
      expect(text).toMatch(/name="kinds" type="checkbox" value="branch" checked/);
      expect(text.match(/ checked/g)).toHaveLength(3);
      expect(words).toContain('Trained from which share of its people');
      expect(text).toContain('value="80"');
    });

    it('with a course chosen by the link that led here', async () => {
      const { text } = await (await as(app, 'nik')).get(`${NEW}?courses=${COURSE}`);
      expect(text).toMatch(new RegExp(`value="${COURSE}" checked`));
    });

    it('and shows what would be in it before it is frozen, without a score', async () => {
      const { status, words } = await (await as(app, 'nik')).get(asked());
      expect(status).toBe(200);
      expect(words).toContain('Weeks from 8 September 2025 to 14 March 2027, closed up to 7 February 2027 so far.');
      expect(words).toMatch(/Units with answers 7 .*Trained 1 the first from 14 September 2026/);
      expect(words).toContain('Not enough yet');
      expect(words).toContain('No score was looked at for this.');
      expect(words).toContain('From here on it is frozen');
      expect(await count()).toBe(0);
    });

    it('of weeks that are still to come', async () => {
      const { words } = await (await as(app, 'nik')).get(asked({ from: '2027-03-01', to: '2027-09-01' }));
      expect(words).toContain('Weeks from 1 March 2027 to 5 September 2027; none of them is closed yet.');
      expect(words).toContain('There will be something to see once the first of its weeks are closed.');
    });
  });

  describe('is registered', () => {
    it('by the button under the preview, once, however often it is pressed', async () => {
      const nik = await as(app, 'nik');
      const fields = fieldsIn((await nik.get(asked())).text);
      const answer = await nik.post('/impact/studies', fields);
      expect(answer.status).toBe(303);
      expect((await nik.post('/impact/studies', fields)).location).toBe(answer.location);
      expect(await count()).toBe(1);
      expect(await one()).toMatchObject({
        ...{ title: 'Did ‘Put it right first time’ make a difference?', metric: 'ease', threshold: '0.800' },
        ...{ cluster_level: 'unit', unit_kinds: ['branch'], region_ids: null, weighting: 'answers' },
        ...{ first_week: '2025-09-08', last_week: '2027-03-08' },
      });
      const { words } = await nik.get(answer.location!);
      expect(words).toContain('Registered. From here on it is frozen');
      expect(words).toContain('Working it out');
    });

    it('and worked out by a job, on the page of which its result then stands', async () => {
      await app.runJobs();
      const { id } = await one();
      const { words } = await (await as(app, 'nik')).get(`/impact/studies/${String(id)}`);
      expect(words).not.toContain('Working it out');
      expect(words).toContain('What is missing');
      expect(words).toContain('Trained units: 1 so far, 20 are needed.');
    });

    it('of a themed week: all courses of its days', async () => {
      const nik = await as(app, 'nik');
      const week = { courses: [], campaign: 'love-your-customers-week-2026', title: 'Did the week help?' };
      await nik.post('/impact/studies', { ...QUESTION, ...week, formToken: randomUUID() });
      const { id, title, campaign_id: campaign } = await one();
      expect(title).toBe('Did the week help?');
      expect(campaign).not.toBeNull();
      const courses = await app.db.query('select from study_course where study_id = $1', [id]);
      expect(courses.length).toBeGreaterThan(1);
    });

    it.each<[string, Fields, string]>([
      ['nothing chosen', { courses: [] }, 'Choose at least one course, or a themed week.'],
      ['both chosen', { campaign: 'love-your-customers-week-2026' }, 'Choose courses or a themed week, not both.'],
      ['a course that is none', { courses: 'no-such-course' }, 'Choose from the list.'],
      ['a themed week that is none', { courses: [], campaign: 'no-such-week' }, 'Choose one of these.'],
      ['a region that is none', { regions: 'R99' }, 'Choose from the list.'],
      ['no kind of unit', { kinds: [] }, 'Choose at least one kind of unit.'],
      ['a kind that is none', { kinds: 'castle' }, 'Choose from the list.'],
      ['an outcome that is none', { metric: 'luck' }, 'Choose one of these.'],
      ['a threshold above all', { threshold: '101' }, 'Give a whole percentage from 1 to 100.'],
      ['no threshold', { threshold: '0' }, 'Give a whole percentage from 1 to 100.'],
      ['a first week that is none', { from: 'soon' }, 'Give a day of the first week, or leave it empty.'],
      ['a day that is none', { to: '2027-02-30' }, 'There’s no such day.'],
      [
        'weeks that run backwards',
        { from: '2027-01-04', to: '2026-01-05' },
        'The last week has to come after the first.',
      ],
      ['too many weeks', { from: '2015-01-05', to: '2027-01-04' }, 'A study covers at most 260 weeks.'],
      ['weights that are none', { weighting: 'luck' }, 'Choose one of these.'],
      ['a level that is none', { clusterLevel: 'planet' }, 'Choose one of these.'],
      ['a question too long', { title: 'x'.repeat(121) }, 'Ask in up to 120 characters.'],
      ['no token', { formToken: '' }, 'Reload the page and try again.'],
    ])('not with %s', async (_, more, sentence) => {
      const nik = await as(app, 'nik');
      const before = await count();
      const { status, words } = await nik.post('/impact/studies', { ...QUESTION, formToken: randomUUID(), ...more });
      expect(status).toBe(422);
      expect(words).toContain(`There is a problem ${sentence}`);
      if (more.formToken === undefined) expect((await nik.get(asked(more))).words).toContain(sentence);
      expect(await count()).toBe(before);
    });

    it('not out of a list where a text belongs', async () => {
      const nik = await as(app, 'nik');
      for (const field of ['title', 'campaign', 'metric', 'from', 'threshold', 'weighting'])
        expect((await nik.get(`${asked({ [field]: '' })}&${field}[a]=b&${field}=c`)).status).toBe(422);
      expect((await nik.get(`${asked({ courses: [] })}&courses[a][b]=c&kinds[x]=branch&regions[y]=R1`)).status).toBe(
        422,
      );
    });
  });

  describe('is listed', () => {
    let id: number;
    beforeAll(async () => {
      id = await aStudy(app, { title: 'Did it help?', registeredAt: '2027-02-10T09:30:00Z' });
      await found(app, id, VERDICTS.clear);
    });

    it('with its latest answer, grade and state', async () => {
      const { words } = await (await as(app, 'dawn')).get('/impact/studies');
      expect(words).toMatch(
        /Did it help\? Branches that reached 80% scored 2\.7 points higher.* \+2\.7 Grade B.* 7 February 2027 Worked out/,
      );
      expect(words).toMatch(/Did the week help\? – – – – Being worked out/);
    });

    it('in a file with points as numbers', async () => {
      const { text, headers } = await (await as(app, 'dawn')).get('/impact/studies.csv');
      expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
      expect(text).toMatch(/Did it help\?,Ease,.*,2\.7,1\.8,3\.6,.*,2027-02-07,Worked out,2027-02-10/);
    });

    it('on the page of impact, as a tile with its interval drawn', async () => {
      const { words, text } = await (await as(app, 'dawn')).get('/impact');
      expect(words).toMatch(/Grade B, not by lot, but the checks pass Did it help\? \+2\.7 Branches that reached 80%/);
      expect(text).toContain('95% interval +1.8 to +3.6');
      expect(words).toContain('Answers up to 7 February 2027.');
    });
  });

  describe('for an outsider', () => {
    it.each(['sam', 'pia'])('is refused to %s', async (reference) => {
      const { id } = await one();
      const browser = await as(app, reference);
      for (const path of ['', '.csv', '/new', `/${String(id)}`, `/${String(id)}.csv`, `/${String(id)}/progress`])
        expect([path, (await browser.get(`/impact/studies${path}`)).status]).toEqual([path, 403]);
    });

    it.each(['dawn', 'ross'])('is read by %s, who registers none and has none worked out', async (reference) => {
      const { id } = await one();
      const browser = await as(app, reference);
      const { status, text } = await browser.get(`/impact/studies/${String(id)}`);
      expect(status).toBe(200);
      expect(text).not.toContain('/runs"');
      expect((await browser.get('/impact/studies')).text).not.toContain(NEW);
      expect((await browser.get(NEW)).status).toBe(403);
      const before = await count();
      const token = { formToken: randomUUID() };
      expect((await browser.post('/impact/studies', { ...QUESTION, ...token })).status).toBe(403);
      expect((await browser.post(`/impact/studies/${String(id)}/runs`, token)).status).toBe(403);
      expect((await browser.post(`/impact/studies/${String(id)}/stop`)).status).toBe(403);
      expect(await count()).toBe(before);
    });

    it('is not there by a number that it does not have', async () => {
      const nik = await as(app, 'nik');
      for (const id of ['0', '987654', '1e3', '12345678901', 'x'])
        expect((await nik.get(`/impact/studies/${id}`)).status).toBe(404);
      expect((await nik.post('/impact/studies/987654/runs', { formToken: randomUUID() })).status).toBe(404);
      expect((await nik.post('/impact/studies/987654/stop')).status).toBe(404);
    });
  });
});
