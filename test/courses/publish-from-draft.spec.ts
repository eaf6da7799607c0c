import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aCourse, aReadingCourse, aText, publish } from '../factories/courses.js';
import { aSmallNetwork } from '../learning/people.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { Browserless } from '../support/browserless.js';
import { aDesk, aDraft, AtDraft, nextVersion, revisionOf } from './author.js';

let app: TestApp;
let people: Awaited<ReturnType<typeof aSmallNetwork>>;
let desk: Awaited<ReturnType<typeof aDesk>>;
let browser: Browserless;
let courses = 0;
let slug: string;

beforeAll(async () => {
  app = await startTestApp();
  people = await aSmallNetwork(app);
  desk = await aDesk(app);
  browser = await app.signInAs(desk.grace);
});
afterAll(() => app.stop());
beforeEach(() => {
  slug = `course-${++courses}`;
});

const versions = () =>
  app.db.query<{ number: number; state: string; publishedBy: number | null; partWay: string }>(
    `select v.number, v.state, v.published_by "publishedBy", v.part_way "partWay"
       from course_version v join course c on c.id = v.course_id where c.slug = $1 order by v.number`,
    [slug],
  );

async function draft(change: Parameters<typeof aDraft>[3] = undefined, source = aCourse({ slug })): Promise<AtDraft> {
  return new AtDraft(browser, await aDraft(app, desk.grace, source, change));
}

describe('publishing a draft', () => {
  it('makes a version, says so, and puts it into the catalogue', async () => {
    const grace = await draft();
    const before = await grace.get('/publish');
    expect(before.words).toContain('Publish as version 1');
    expect(before.words).not.toContain('to put right');
    const answer = await grace.publish();
    expect(answer.location).toBe(`/studio/published/${slug}/versions`);
    const page = await browser.follow(answer);
    expect(page.words).toContain('Published as version 1.');
    expect(page.words).toContain('Version 1 Live');
    expect(page.words).toContain('Grace Bell');
    expect(page.text).toContain(`href="/courses/${slug}"`);
    const sam = await app.signInAs(people.sam);
    expect((await sam.get(`/courses/${slug}`)).words).toContain('Put it right');
    expect(await versions()).toEqual([
      { number: 1, state: 'published', publishedBy: desk.grace.id, partWay: 'finish' },
    ]);
  });

  it('is recorded as an event and in the audit', async () => {
    await (await draft()).publish();
    const [version] = await app.db.query<{ id: number }>(
      'select v.id from course_version v join course c on c.id = v.course_id where c.slug = $1',
      [slug],
    );
    expect(
      await app.db.query(`select from event where kind = 'courses.published' and body @> $1`, [
        { courseVersionIds: [version!.id] },
      ]),
    ).toHaveLength(1);
    expect(
      await app.db.query(
        `select from audit_entry where action = 'studio.publish' and subject_id = $1 and actor_id = $2`,
        [String(version!.id), desk.grace.id],
      ),
    ).toHaveLength(1);
  });

  it('twice, in two tabs and by two authors at once, is one version', async () => {
    const grace = await draft();
    const revision = revisionOf(await grace.get('/publish'));
    const hal = await app.signInAs(desk.hal);
    await hal.get(`/studio/courses/${grace.draftId}/publish`);
    const answers = await Promise.all([
      grace.send('/publish', { revision, partWay: 'finish' }),
      grace.send('/publish', { revision, partWay: 'finish' }),
      hal.post(`/studio/courses/${grace.draftId}/publish`, { revision, partWay: 'startersOnly' }),
    ]);
    expect(answers.map((answer) => answer.location)).toEqual(Array(3).fill(`/studio/published/${slug}/versions`));
    expect(await versions()).toHaveLength(1);
    expect((await grace.send('/publish', { revision })).location).toBe(`/studio/published/${slug}/versions`);
    expect((await grace.get('/publish')).location).toBe(`/studio/published/${slug}/versions`);
  });

  it('is refused when somebody changed the draft since the page was opened', async () => {
    const grace = await draft();
    const revision = revisionOf(await grace.get('/publish'));
    const hal = new AtDraft(await app.signInAs(desk.hal), grace.draftId);
    await hal.post('/quiz/deletions', {}, '/quiz');
    const answer = await grace.send('/publish', { revision, partWay: 'finish' });
    expect(answer.status).toBe(422);
    expect(answer.words).toContain('Hal Moon changed this at');
    expect(await versions()).toEqual([]);
  });

  it('happens wholly or not at all', async () => {
    const grace = await draft();
    await app.db.query(`create function fail_now() returns trigger language plpgsql as $$ begin raise 'no'; end $$`);
    await app.db.query('create trigger fail_now before insert on lesson for each row execute function fail_now()');
    expect((await grace.publish()).status).toBe(500);
    expect(await versions()).toEqual([]);
    expect(await app.db.query('select from quiz where key = $1', [slug])).toEqual([]);
    await app.db.query('drop trigger fail_now on lesson');
    await app.db.query('drop function fail_now');
    expect((await grace.publish()).location).toBe(`/studio/published/${slug}/versions`);
    expect(await versions()).toHaveLength(1);
  });

  it('a page without a choice, or with a strange one, comes back', async () => {
    const grace = await draft();
    expect((await grace.post('/publish', { partWay: 'throwOut' })).status).toBe(422);
    expect((await grace.send('/publish', { revision: 'x', partWay: 'finish' })).status).toBe(422);
    expect(await versions()).toEqual([]);
  });
});

describe('what blocks publishing', () => {
  it('is listed with links to the very places, and stops the form as well as the button', async () => {
    const grace = await draft((content) => ({
      ...content,
      drivers: [],
      primaryDriver: null,
      lessons: content.lessons.map((lesson) => ({
        ...lesson,
        blocks: [{ kind: 'image' as const, key: 'smile', src: '', alt: '', caption: null }],
      })),
      quiz: {
        ...content.quiz!,
        questions: content.quiz!.questions.map((question) => ({
          ...question,
          question: {
            ...question.question,
            options: question.question.options.map((option) => ({ ...option, fraction: '0' })),
          },
        })),
      },
    }));
    const { text, words } = await grace.get('/publish');
    const id = grace.draftId;
    expect(words).toContain('6 things to put right first');
    expect(text).toContain(`href="/studio/courses/${id}/about#drivers">No driver is chosen.`);
    expect(text).toContain(`/lessons/2/blocks/smile">Lesson 2 has an image without a text alternative.`);
    expect(text).toContain(`/quiz/questions/${slug}-1">Question 1 has no right answer.`);
    expect(words).not.toContain('Publish as version');
    const answer = await grace.send('/publish', { revision: revisionOf(await grace.get()), partWay: 'finish' });
    expect(answer.status).toBe(422);
    expect(answer.words).toContain('This can’t be published yet.');
    expect(await versions()).toEqual([]);
  });

  it('every link in the list leads to a page', async () => {
    const grace = await draft((content) => ({
      ...content,
      title: '',
      minutes: null,
      lessons: [{ key: 'lesson-1', title: '', minutes: null, blocks: [] }],
      quiz: { ...content.quiz!, title: '', questions: [] },
    }));
    const { text } = await grace.get('/publish');
    const links = [...text.matchAll(/<li><svg[\s\S]*?href="([^"]+)"/g)].map((match) => match[1]!);
    expect(links.length).toBe(7);
    for (const link of links) expect([link, (await browser.get(link)).status]).toEqual([link, 200]);
  });

  it('what the linter advises does not', async () => {
    const long = Array(40).fill('word').join(' ');
    const source = aReadingCourse({ slug, lessons: [{ title: 'One', minutes: 1, blocks: [aText('x', long)] }] });
    const grace = await draft(undefined, source);
    const { words } = await grace.get('/publish');
    expect(words).toContain('Worth a look');
    expect(words).toContain('Lesson 1 has a sentence of over 30 words');
    expect((await grace.publish()).location).toBe(`/studio/published/${slug}/versions`);
  });

  it('a question under a name of another course is one', async () => {
    await publish(app, aCourse({ slug: `${slug}-other` }));
    const grace = await draft(undefined, aCourse({ slug, quiz: aCourse({ slug: `${slug}-other` }).quiz }));
    expect((await grace.get('/publish')).words).toContain('Question 1 is kept under a name of another course.');
  });
});

describe('the next version', () => {
  it('shows what it changes, and is not published while nothing does', async () => {
    await (await draft()).publish();
    const grace = await nextVersion(browser, slug);
    const same = await grace.get('/publish');
    expect(same.words).toContain('Nothing is different from the version that is live.');
    expect(same.words).not.toContain('Publish as version');
    const refused = await grace.send('/publish', { revision: revisionOf(same), partWay: 'finish' });
    expect(refused.status).toBe(422);
    await grace.post('/quiz/settings', {
      title: 'Again',
      passPercent: 50,
      behaviour: 'deferredFeedback',
      gradingMethod: 'last',
    });
    const { words } = await grace.get('/publish');
    expect(words).toContain('Against version 1 The settings of the quiz are different.');
    expect(words).toContain('Publish as version 2');
    expect((await browser.follow(await grace.publish())).words).toContain('Published as version 2.');
    expect(await versions()).toMatchObject([
      { number: 1, state: 'retired' },
      { number: 2, state: 'published' },
    ]);
  });

  it('of a course from a file is left alone by files afterwards', async () => {
    await publish(app, aCourse({ slug }));
    const grace = await nextVersion(browser, slug);
    await grace.post('/quiz/deletions', {}, '/quiz');
    await grace.publish();
    expect(await publish(app, aCourse({ slug, title: 'From the file' }))).toEqual([]);
    expect((await browser.get(`/courses/${slug}`)).words).not.toContain('From the file');
  });

  it('a published version never changes', async () => {
    await (await draft()).publish();
    const of = `course_id = (select id from course where slug = '${slug}')`;
    await expect(app.db.query(`update course_version set title = 'x' where ${of}`)).rejects.toThrow(/never changes/);
    await expect(app.db.query(`update course_version set part_way = 'move' where ${of}`)).rejects.toThrow(
      /never changes/,
    );
    await expect(app.db.query(`update course_version set published_by = null where ${of}`)).rejects.toThrow(
      /never changes/,
    );
    await expect(
      app.db.query(
        `update lesson set title = 'x' where course_version_id in (select id from course_version where ${of})`,
      ),
    ).rejects.toThrow(/never changes/);
  });
});

describe('retiring a course', () => {
  it('takes it out of the catalogue until it is brought back, and says who did', async () => {
    await (await draft(undefined, aCourse({ slug, title: `Retiring ${slug}` }))).publish();
    const sam = await app.signInAs(people.sam);
    const gone = await browser.follow(await browser.post(`/studio/published/${slug}/retirements`));
    expect(gone.words).toContain('This course is retired');
    expect(gone.words).toContain('Retired by Grace Bell');
    expect((await sam.get('/courses')).words).not.toContain(`Retiring ${slug}`);
    expect((await sam.get(`/courses/${slug}`)).status).toBe(404);
    expect((await sam.post(`/courses/${slug}/enrolments`)).status).toBe(404);
    await browser.post(`/studio/published/${slug}/retirements`);
    expect(await publish(app, aCourse({ slug, title: 'From a file' }))).toEqual([]);
    const back = await browser.follow(await browser.post(`/studio/published/${slug}/returns`));
    expect(back.words).toContain('Brought back by Grace Bell');
    expect((await sam.get('/courses')).words).toContain(`Retiring ${slug}`);
    expect(await app.db.query('select from course_shelf_change')).toHaveLength(2);
  });

  it('whoever has begun it finishes it', async () => {
    await (await draft(undefined, aReadingCourse({ slug }))).publish();
    const sam = await app.signInAs(people.sam);
    await sam.post(`/courses/${slug}/enrolments`);
    await browser.post(`/studio/published/${slug}/retirements`);
    expect((await sam.get(`/courses/${slug}/lessons/1`)).status).toBe(200);
  });
});

describe('outsiders', () => {
  const pages = ['', '/publish', '/quiz', '/quiz/settings', '/export', '/export/file', '/preview'];

  it('nobody outside the CX team sees a draft or its publishing', async () => {
    const grace = await draft();
    for (const outsider of [people.sam, people.dawn]) {
      const visitor = await app.signInAs(outsider);
      for (const page of pages) {
        expect([page, (await visitor.get(`/studio/courses/${grace.draftId}${page}`)).status]).toEqual([page, 403]);
      }
      expect((await visitor.post(`/studio/courses/${grace.draftId}/publish`, { revision: 1 })).status).toBe(403);
      expect((await visitor.get(`/studio/published/${slug}/versions`)).status).toBe(403);
      expect((await visitor.post(`/studio/published/${slug}/retirements`)).status).toBe(403);
      expect((await visitor.get('/studio/imports')).status).toBe(403);
    }
    expect(await versions()).toEqual([]);
  });

  it('an analyst may look and not publish', async () => {
    const grace = await draft();
    const nikhil = new AtDraft(await app.signInAs(desk.nikhil), grace.draftId);
    const page = await nikhil.get('/publish');
    expect(page.status).toBe(200);
    expect(page.words).not.toContain('Publish as version');
    expect((await nikhil.send('/publish', { revision: revisionOf(page), partWay: 'finish' })).status).toBe(403);
    expect((await nikhil.send('/quiz/deletions', { revision: 1 })).status).toBe(403);
    expect((await nikhil.browser.post(`/studio/published/${slug}/retirements`)).status).toBe(403);
  });

  it('wants a sign-in', async () => {
    expect((await app.visitor().get('/studio/courses/1/publish')).location).toMatch(/^\/sign-in/);
  });

  it.each([
    '/studio/courses/999999/publish',
    '/studio/courses/x/publish',
    '/studio/published/nothing/versions',
    '/studio/published/No%20Such/versions',
    '/studio/published/nothing/versions/1/export',
    '/studio/courses/999999/quiz',
    '/studio/courses/0/export',
  ])('%s is not found', async (path) => {
    expect((await browser.get(path)).status).toBe(404);
  });
});
