import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CoursesService } from '../../src/courses/courses.service.js';
import { aContentDirectory, aCourse, aReadingCourse, aText, publish } from '../factories/courses.js';
import { startTestApp, type TestApp } from '../support/app.js';

let app: TestApp;
let courses = 0;
let slug: string;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());
beforeEach(() => {
  slug = `course-${++courses}`;
});

const load = (directory: string) => app.nest.get(CoursesService).loadContent(directory);

const versions = (of = slug) =>
  app.db.query<{ id: number; number: number; state: string; title: string }>(
    `select v.id, v.number, v.state, v.title from course_version v join course c on c.id = v.course_id
      where c.slug = $1 order by v.number`,
    [of],
  );

describe('loading content', () => {
  it('publishes a course with its lessons and its quiz', async () => {
    expect(await publish(app, aCourse({ slug }))).toEqual([slug]);
    expect(await versions()).toMatchObject([{ number: 1, state: 'published', title: 'Put it right' }]);
    const [stored] = await app.db.query<{ lessons: number; questions: number }>(
      `select (select count(*) from lesson l where l.course_version_id = v.id) lessons,
              (select count(*) from quiz_slot s where s.quiz_version_id = v.quiz_version_id) questions
         from course_version v join course c on c.id = v.course_id where c.slug = $1`,
      [slug],
    );
    expect(stored).toEqual({ lessons: 2, questions: 1 });
  });

  it('changes nothing when the content is the same, also from two processes at once', async () => {
    const directory = await aContentDirectory([aCourse({ slug })]);
    const loads = await Promise.all([load(directory), load(directory), load(directory)]);
    expect(loads.flatMap(({ published }) => published)).toEqual([slug]);
    expect((await load(directory)).published).toEqual([]);
    expect(await versions()).toHaveLength(1);
  });

  it('makes the next version of what changed, and of nothing else', async () => {
    const other = `${slug}-other`;
    await publish(app, aReadingCourse({ slug }), aReadingCourse({ slug: other }));
    expect(await publish(app, aReadingCourse({ slug, title: 'New words' }), aReadingCourse({ slug: other }))).toEqual([
      slug,
    ]);
    expect(await versions()).toMatchObject([
      { number: 1, state: 'retired', title: 'Just read' },
      { number: 2, state: 'published', title: 'New words' },
    ]);
    expect(await versions(other)).toHaveLength(1);
  });

  it('goes back to earlier words as a version of its own', async () => {
    await publish(app, aReadingCourse({ slug }));
    await publish(app, aReadingCourse({ slug, title: 'New words' }));
    await publish(app, aReadingCourse({ slug }));
    expect((await versions()).map(({ state }) => state)).toEqual(['retired', 'retired', 'published']);
  });

  it('publishes nothing at all when one file is wrong, and says where', async () => {
    const good = aReadingCourse({ slug });
    const bad = aReadingCourse({ slug: `${slug}-bad`, minutes: 'five', lessons: [] });
    await expect(publish(app, good, bad)).rejects.toThrow(
      [
        'The content can’t be published yet:',
        `- content/courses/${slug}-bad.yaml, line 8: Give “minutes” as a whole number from 1 to 240.`,
      ].join('\n'),
    );
    expect(await versions()).toEqual([]);
  });

  it('keeps what it has when a file is gone', async () => {
    await publish(app, aReadingCourse({ slug }));
    expect(await publish(app)).toEqual([]);
    expect(await versions()).toMatchObject([{ state: 'published' }]);
  });

  it('reads an empty directory as no content', async () => {
    expect((await load('/nowhere/at/all')).published).toEqual([]);
  });

  it('records that versions went live, in ids', async () => {
    await publish(app, aReadingCourse({ slug }));
    const [version] = await versions();
    const [event] = await app.db.query<{ body: object }>(
      `select body from event where kind = 'courses.published' order by id desc limit 1`,
    );
    expect(event?.body).toEqual({ courseVersionIds: [version!.id] });
  });
});

describe('a published version', () => {
  it('never changes', async () => {
    await publish(app, aReadingCourse({ slug }));
    const [version] = await versions();
    const refused = 'a published course version never changes';
    await expect(app.db.query(`update course_version set title = 'x' where id = $1`, [version!.id])).rejects.toThrow(
      refused,
    );
    await expect(
      app.db.query(`update lesson set title = 'x' where course_version_id = $1`, [version!.id]),
    ).rejects.toThrow(refused);
    await expect(app.db.query(`delete from lesson where course_version_id = $1`, [version!.id])).rejects.toThrow(
      refused,
    );
    await expect(
      app.db.query(
        `insert into lesson (course_version_id, position, title, minutes, blocks) values ($1, 9, 'x', 1, '[]')`,
        [version!.id],
      ),
    ).rejects.toThrow(refused);
  });
});

describe('pictures', () => {
  const withPicture = () =>
    aReadingCourse({
      slug,
      lessons: [
        {
          title: 'Look',
          minutes: 1,
          blocks: [
            aText('why', 'Look.'),
            { kind: 'image', key: 'hello', src: 'hello.svg', alt: 'A smile', caption: 'Hello' },
          ],
        },
      ],
    });
  const pathIn = (html: string) => /src="(\/content\/images\/[^"]+)"/.exec(html)?.[1] ?? '';

  it('are shown with their words, kept by browsers for good, and can do no harm', async () => {
    await load(await aContentDirectory([withPicture()], { 'hello.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' }));
    const browser = await app.signInAs(await somebody());
    const { text } = await browser.get(`/courses/${slug}/lessons/1`);
    expect(text).toContain('alt="A smile"');
    const picture = await browser.get(pathIn(text));
    expect(picture.status).toBe(200);
    expect(picture.text).toBe('<svg xmlns="http://www.w3.org/2000/svg"/>');
    expect(picture.headers.get('content-type')).toMatch(/^image\/svg\+xml/);
    expect(picture.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
    expect(picture.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(picture.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('that change make a new version; who is part-way keeps the old picture', async () => {
    const directory = await aContentDirectory([withPicture()], { 'hello.svg': '<svg>one</svg>' });
    await load(directory);
    const sam = await app.signInAs(await somebody());
    await sam.get(`/courses/${slug}`);
    await sam.post(`/courses/${slug}/enrolments`);
    await writeFile(join(directory, 'images', 'hello.svg'), '<svg>two</svg>');
    expect((await load(directory)).published).toEqual([slug]);
    const kim = await app.signInAs(await somebody());
    const pathFor = async (browser: typeof sam) => pathIn((await browser.get(`/courses/${slug}/lessons/1`)).text);
    expect((await sam.get(await pathFor(sam))).text).toBe('<svg>one</svg>');
    expect((await kim.get(await pathFor(kim))).text).toBe('<svg>two</svg>');
  });

  it.each(['nothing.svg', '..%2f..%2fpackage.json', '%00.svg', 'A'.repeat(300)])('%s is not found', async (name) => {
    const browser = await app.signInAs(await somebody());
    expect((await browser.get(`/content/images/${name}`)).status).toBe(404);
  });

  it('are only for people who are signed in', async () => {
    expect((await app.visitor().get('/content/images/hello.svg')).status).toBe(303);
  });
});

let people = 0;

/** A person with a posting in a branch of their own. */
async function somebody(): Promise<number> {
  const n = ++people;
  const row = await app.db.one<{ id: number }>(
    `with p as (insert into person (reference, name) values ($1, 'Sam Kaur') returning id),
          u as (insert into unit (code, name, kind, nation) values ($2, 'Ashbridge', 'branch', 'england') returning id),
          q as (insert into posting (person_id, unit_id, role, main, valid)
                select p.id, u.id, 'staff', true, daterange('2020-01-01', null) from p, u)
     select id from p`,
    [`person-${n}`, String(100000 + n)],
  );
  return row!.id;
}
