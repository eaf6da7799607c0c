import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CourseGates } from '../../src/courses/course-gates.service.js';
import type { CourseWindow } from '../../src/courses/course-window.js';
import { CoursesQueries } from '../../src/courses/courses.queries.js';
import { aCourse, aReadingCourse, aText, publish } from '../factories/courses.js';
import { learner } from '../learning/learner.js';
import { aSmallNetwork } from '../learning/people.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { Browserless } from '../support/browserless.js';

let app: TestApp;
let people: Awaited<ReturnType<typeof aSmallNetwork>>;
let sam: Browserless;

const lesson = (title: string) => [{ title, minutes: 2, blocks: [aText('why', 'Because.')] }];

beforeAll(async () => {
  app = await startTestApp();
  people = await aSmallNetwork(app);
  const friendly = { primaryDriver: 'friendly', drivers: ['friendly', 'professional'] };
  const themeDay = { kind: 'themeDay', primaryDriver: 'knowledge', drivers: ['knowledge'] };
  await publish(
    app,
    aCourse(),
    aReadingCourse({ slug: 'first-ten', title: 'The first ten seconds', ...friendly, lessons: lesson('Looking up') }),
    aReadingCourse({
      slug: 'queues',
      title: 'Queues and how to keep them moving',
      lessons: lesson('Walking the queue'),
    }),
    aReadingCourse({ slug: 'know-it', title: 'Know it or find out', ...themeDay, lessons: lesson('Asking') }),
    aReadingCourse({ slug: 'ciwiau', title: 'Ciwiau heb straen', language: 'cy', lessons: lesson('Cyfarch') }),
  );
  sam = await app.signInAs(people.sam);
});
afterAll(() => app.stop());

const titles = (html: string) => [...html.matchAll(/class="course__t"[^>]*>([^<]+)</g)].map((match) => match[1]);

describe('the catalogue', () => {
  it('lists courses by driver, and theme days by themselves', async () => {
    const { text, words } = await sam.get('/courses');
    expect(titles(text)).toEqual([
      'The first ten seconds',
      'Ciwiau heb straen',
      'Put it right',
      'Queues and how to keep them moving',
      'Know it or find out',
    ]);
    expect(words).toContain('Theme days Know it or find out 8 minutes');
    expect(text).toMatch(/<title>\s*Courses/);
    expect(text).toContain('lang="cy"');
  });

  it('narrows to a driver, also where it is not the first', async () => {
    expect(titles((await sam.get('/courses?driver=professional')).text)).toEqual(['The first ten seconds']);
    expect((await sam.get('/courses?driver=professional')).text).toMatch(/aria-current="true">.*Professional/s);
  });

  it.each([
    ['a word of the title', 'queue', ['Queues and how to keep them moving']],
    ['another form of the word', 'moved', ['Queues and how to keep them moving']],
    ['a lesson', 'walking', ['Queues and how to keep them moving']],
    ['half a word of the title', 'seco', ['The first ten seconds']],
    ['words of the summary', 'bad moment', 5],
    ['Welsh as it stands', 'ciwiau', ['Ciwiau heb straen']],
    ['a percent sign', '%', 'No course found'],
    ['an underscore', '_', 'No course found'],
    ['nothing like it', 'zebra', 'No course found'],
    ['operators', '"queue -', ['Queues and how to keep them moving']],
    ['a zero byte', '%00queue', ['Queues and how to keep them moving']],
  ])('finds %s', async (_, q, expected) => {
    const { status, text, words } = await sam.get(
      `/courses?q=${q === '%' ? '%25' : q.startsWith('%00') ? q : encodeURIComponent(q)}`,
    );
    expect(status).toBe(200);
    if (Array.isArray(expected)) expect(titles(text)).toEqual(expected);
    else if (typeof expected === 'number') expect(titles(text)).toHaveLength(expected);
    else expect(words).toContain(expected);
  });

  it('keeps the words that were typed, and escapes them', async () => {
    const { text } = await sam.get(`/courses?q=${encodeURIComponent('<b>"queue"')}`);
    expect(text).toContain('value="&lt;b&gt;&quot;queue&quot;"');
    expect(text).not.toContain('<b>"queue"');
  });

  it('ignores a driver that does not exist and fields sent twice', async () => {
    expect(titles((await sam.get('/courses?driver=speed')).text)).toHaveLength(5);
    expect((await sam.get('/courses?q=queue&q=first&driver=friendly&driver=x')).status).toBe(200);
  });

  it('says what is begun and what is done', async () => {
    const begun = await learner(app, people.kim, 'put-it-right');
    await begun.continueFrom(1);
    const finished = await learner(app, people.kim, 'first-ten');
    await finished.continueFrom(1);
    const { words } = await begun.browser.get('/courses');
    expect(words).toContain('The first ten seconds Done 8 minutes');
    expect(words).toContain('Put it right In progress Step 2 of 3 saved');
    expect((await sam.get('/courses')).words).not.toMatch(/Done|In progress/);
  });

  it('wants a sign-in', async () => {
    expect((await app.visitor().get('/courses')).location).toMatch(/^\/sign-in/);
  });
});

describe('a course that opens later', () => {
  let window: CourseWindow | null = null;
  let courseId: number;

  beforeAll(async () => {
    courseId = (await app.nest.get(CoursesQueries).idsBySlug(['know-it'])).get('know-it')!;
    app.nest.get(CourseGates).register({
      windows: async (ids) => new Map(window && ids.includes(courseId) ? [[courseId, window]] : []),
    });
  });

  it('says when, and cannot be started from anywhere', async () => {
    window = { opensOn: '2027-02-13', closesOn: null };
    expect((await sam.get('/courses')).words).toContain('Know it or find out Opens Saturday 13 February');
    const about = await sam.get('/courses/know-it');
    expect(about.words).toContain('This opens on Saturday 13 February. Come back then.');
    expect(about.text).not.toContain('/courses/know-it/enrolments');
    expect((await sam.get('/courses/know-it/lessons/1')).location).toBe('/courses/know-it');
    const started = await sam.post('/courses/know-it/enrolments');
    expect(started.status).toBe(422);
    expect(started.words).toContain('This opens on Saturday 13 February.');
    expect((await sam.post('/courses/know-it/lessons/1/reads', { version: 1 })).location).toBe('/courses/know-it');
    expect(await app.db.query('select from enrolment where person_id = $1', [people.sam.id])).toEqual([]);
  });

  it('opens on its day', async () => {
    app.clock.set('2027-02-13T00:00:01Z');
    expect((await sam.get('/courses/know-it/lessons/1')).status).toBe(200);
    app.clock.set('2027-02-10T10:00:00Z');
  });

  it('stays open for somebody who is part-way', async () => {
    window = null;
    const pat = await learner(app, people.pat, 'know-it');
    await pat.browser.get('/courses/know-it');
    await pat.browser.post('/courses/know-it/enrolments');
    window = { opensOn: '2027-01-01', closesOn: '2027-01-31' };
    expect((await pat.open(1)).status).toBe(200);
    expect((await sam.get('/courses/know-it')).words).toContain('This has closed to new starters.');
    window = null;
  });
});

describe('addresses that lead nowhere', () => {
  it.each([
    '/courses/no-such-course',
    '/courses/No%20Such',
    '/courses/%00',
    `/courses/${'a'.repeat(500)}`,
    '/courses/no-such-course/lessons/1',
    '/courses/no-such-course/quiz',
    '/courses/no-such-course/finished',
    '/courses/first-ten/quiz',
    '/courses/put-it-right/lessons/99',
  ])('%s is not found, in words', async (path) => {
    const { status, words } = await sam.get(path);
    expect(status).toBe(404);
    expect(words).toContain('We can’t find that page');
  });

  it('the finished page of a course that is not finished leads to the course', async () => {
    expect((await sam.get('/courses/put-it-right/finished')).location).toBe('/courses/put-it-right');
  });
});
