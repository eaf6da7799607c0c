import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aCheck, aCourse, aReadingCourse, aScenario, aText } from '../factories/courses.js';
import { completions, learner, type Learner } from '../learning/learner.js';
import { aSmallNetwork } from '../learning/people.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { Browserless } from '../support/browserless.js';
import { aDesk, aDraft, type AtDraft, AtDraft as At, nextVersion } from './author.js';

let app: TestApp;
let people: Awaited<ReturnType<typeof aSmallNetwork>>;
let grace: Browserless;
let author: { id: number };
let courses = 0;
let slug: string;

beforeAll(async () => {
  app = await startTestApp();
  people = await aSmallNetwork(app);
  author = (await aDesk(app)).grace;
  grace = await app.signInAs(author);
});
afterAll(() => app.stop());
beforeEach(() => {
  slug = `course-${++courses}`;
});

const LESSONS = [
  { title: 'Listen first', minutes: 3, blocks: [aText('why', 'Let them finish.'), aScenario()] },
  { title: 'Own the fix', minutes: 2, blocks: [aText('how', 'Say what happens next.'), aCheck()] },
  { title: 'Follow up', minutes: 2, blocks: [aText('then', 'Ring them.')] },
];

async function published(source = aCourse({ slug, lessons: LESSONS })): Promise<void> {
  expect((await new At(grace, await aDraft(app, author, source)).publish()).location).not.toBeNull();
}

/** Publishes a version in which lesson 2 says something else. */
async function publishAnew(
  partWay: string,
  change: (draft: AtDraft) => Promise<unknown> = rewriteLesson2,
): Promise<void> {
  const draft = await nextVersion(grace, slug);
  await change(draft);
  const answer = await draft.publish(partWay);
  expect([answer.location, answer.words.slice(0, 400)]).toEqual([
    `/studio/published/${slug}/versions`,
    expect.any(String),
  ]);
}

let rewrites = 0;

async function rewriteLesson2(draft: AtDraft): Promise<void> {
  const answer = await draft.post(
    '/lessons/2/blocks/how',
    { lesson: 'lesson-2', blockKind: 'text', text: `Say it anew, ${++rewrites}.`, do: 'save' },
    '/lessons/2',
  );
  expect(answer.status).toBe(303);
}

const versionNow = async (sam: Learner) =>
  (await app.db.one<{ number: number }>('select number from course_version where id = $1', [
    Number(/name="version" value="(\d+)"/.exec((await sam.open(1)).text)![1]),
  ]))!.number;

describe('a new version while somebody is part-way', () => {
  it('tells the author how many, and what each choice means for them', async () => {
    await published();
    const sam = await learner(app, people.sam, slug);
    await sam.continueFrom(1);
    await (await learner(app, people.kim, slug)).continueFrom(1);
    const draft = await nextVersion(grace, slug);
    await rewriteLesson2(draft);
    const { words, text } = await draft.get('/publish');
    expect(words).toContain('2 people are part-way through version 1.');
    expect(words).toContain('Lesson 2, “Own the fix”, says something else.');
    expect(words).toContain('Lessons 1 and 3 stay read for those who have read them.');
    expect(text).toMatch(/value="finish" checked/);
  });

  it('by default they finish theirs, undisturbed; starters get the new one', async () => {
    await published();
    const sam = await learner(app, people.sam, slug);
    await sam.say(1, 'parcel', 0, 'opening', 'a');
    await publishAnew('finish');
    expect((await sam.open(1)).words).toContain('Feels better');
    expect((await sam.say(1, 'parcel', 1, 'heard', 'a')).status).toBe(303);
    await sam.continueFrom(1);
    expect((await sam.open(2)).words).toContain('Say what happens next.');
    await sam.continueFrom(2);
    await sam.continueFrom(3);
    await sam.takeQuiz('1');
    expect(await completions(app, people.sam)).toContainEqual(expect.objectContaining({ slug, version: 1 }));
    const kim = await learner(app, people.kim, slug);
    expect((await kim.open(2)).words).toContain('Say it anew');
    expect(await versionNow(sam)).toBe(2);
  });

  it('an open attempt stays, whatever is chosen', async () => {
    for (const [index, partWay] of ['finish', 'move', 'startersOnly'].entries()) {
      slug = `quiz-${courses}-${index}`;
      await published();
      const sam = await learner(app, people.sam, slug);
      for (const lesson of [1, 2, 3]) await sam.continueFrom(lesson);
      const attempt = await sam.answerQuiz('1');
      await publishAnew(partWay, async (draft) => {
        await rewriteLesson2(draft);
        await draft.post('/quiz/settings', {
          title: 'Other',
          passPercent: 100,
          behaviour: 'immediateFeedback',
          gradingMethod: 'first',
        });
      });
      expect((await sam.browser.post(`/courses/${slug}/quiz`)).location).toBe(attempt);
      expect((await sam.browser.post(`/courses/${slug}/enrolments`)).location).toContain(`/courses/${slug}/quiz`);
      expect((await sam.handIn(attempt)).status).toBe(303);
      expect(await completions(app, people.sam)).toContainEqual(expect.objectContaining({ slug, version: 1 }));
    }
  });
});

describe('taking people along', () => {
  it('happens after the lesson they are in; what has not changed stays read', async () => {
    await published();
    const sam = await learner(app, people.sam, slug);
    await sam.continueFrom(1);
    await sam.answer(2, 'sure', '1');
    await publishAnew('move');
    expect((await sam.open(2)).words).toContain('Say what happens next.');
    const back = await sam.browser.post(`/courses/${slug}/enrolments`);
    expect(back.headers.get('location')).toBe(`/courses/${slug}/lessons/2#sure`);
    expect(await versionNow(sam)).toBe(1);
    const onward = await sam.continueFrom(2);
    expect(onward.location).toBe(`/courses/${slug}/lessons/2`);
    const page = await sam.browser.follow(onward);
    expect(page.words).toContain('This course has a new version. You go on in it: what had not changed stays read.');
    expect(page.words).toContain('Say it anew');
    expect(await versionNow(sam)).toBe(2);
    expect((await sam.course()).words).toContain('Step 2 of 4 saved.');
    await sam.continueFrom(2);
    await sam.continueFrom(3);
    await sam.takeQuiz('1');
    expect(await completions(app, people.sam)).toContainEqual(expect.objectContaining({ slug, version: 2 }));
    expect(await completions(app, people.sam)).not.toContainEqual(expect.objectContaining({ slug, version: 1 }));
  });

  it('happens at Continue for who is between two lessons', async () => {
    await published();
    const sam = await learner(app, people.sam, slug);
    await sam.continueFrom(1);
    await publishAnew('move');
    expect((await sam.open(2)).words).toContain('Say what happens next.');
    expect((await sam.browser.post(`/courses/${slug}/enrolments`)).location).toBe(`/courses/${slug}/lessons/2`);
    expect((await sam.open(2)).words).toContain('Say it anew');
    const record = await sam.browser.get('/record');
    expect(record.text.match(new RegExp(`href="/courses/${slug}"`, 'g'))).toHaveLength(1);
  });

  it('finishes the course where nothing is left to do in the new version', async () => {
    const three = aReadingCourse({ slug, lessons: LESSONS });
    await published(three);
    const sam = await learner(app, people.sam, slug);
    await sam.continueFrom(1);
    await sam.continueFrom(2);
    await publishAnew('move', (draft) => draft.post('/lessons/3/deletions', { lesson: 'lesson-3' }, ''));
    const finished = await sam.browser.follow(await sam.browser.post(`/courses/${slug}/enrolments`));
    expect(finished.status).toBe(200);
    expect(await completions(app, people.sam)).toContainEqual(expect.objectContaining({ slug, version: 2 }));
  });

  it('skips versions that took nobody along, and ends at the newest that did', async () => {
    await published();
    const sam = await learner(app, people.sam, slug);
    await sam.continueFrom(1);
    await publishAnew('move');
    await publishAnew('finish');
    await sam.browser.post(`/courses/${slug}/enrolments`);
    expect(await versionNow(sam)).toBe(2);
  });

  it('keeps everything that was done in the older version', async () => {
    await published();
    const sam = await learner(app, people.sam, slug);
    await sam.say(1, 'parcel', 0, 'opening', 'a');
    await sam.continueFrom(1);
    await publishAnew('move');
    await sam.browser.post(`/courses/${slug}/enrolments`);
    const rows = await app.db.query<{ number: number; continued: boolean; read: number }>(
      `select v.number, e.continued_in is not null continued,
              (select count(*)::int from lesson_read r join lesson l on l.id = r.lesson_id
                where l.course_version_id = v.id and r.person_id = e.person_id) "read"
         from enrolment e join course_version v on v.id = e.course_version_id join course c on c.id = v.course_id
        where c.slug = $1 order by v.number`,
      [slug],
    );
    expect(rows).toEqual([
      { number: 1, continued: true, read: 1 },
      { number: 2, continued: false, read: 1 },
    ]);
  });

  it('two tabs at once go on once', async () => {
    await published();
    const sam = await learner(app, people.sam, slug);
    await sam.continueFrom(1);
    await publishAnew('move');
    const answers = await Promise.all([1, 2, 3, 4].map(() => sam.browser.post(`/courses/${slug}/enrolments`)));
    expect(answers.map((answer) => answer.status)).toEqual([303, 303, 303, 303]);
    expect(await versionNow(sam)).toBe(2);
  });
});

describe('a version for new starters only', () => {
  it('leaves those who have finished an older one with it', async () => {
    await published(aReadingCourse({ slug, lessons: LESSONS.slice(0, 2) }));
    const sam = await learner(app, people.sam, slug);
    await sam.continueFrom(1);
    await sam.continueFrom(2);
    await publishAnew('startersOnly');
    expect((await sam.open(2)).words).toContain('Say what happens next.');
    expect((await sam.course()).words).toContain('You finished this on');
    expect((await (await learner(app, people.kim, slug)).open(2)).words).toContain('Say it anew');
    await publishAnew('finish');
    expect((await sam.course()).words).toContain('You finished an earlier version on');
  });
});
