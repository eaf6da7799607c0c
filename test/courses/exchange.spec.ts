import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { readCourseFile } from '../../src/courses/content/content.js';
import type { DraftContent } from '../../src/courses/studio/drafts/draft-content.js';
import { root } from '../../src/platform/root.js';
import { aContentDirectory, aCourse, aReadingCourse, aText, publish } from '../factories/courses.js';
import { CoursesService } from '../../src/courses/courses.service.js';
import { aSmallNetwork } from '../learning/people.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { Answer, Browserless } from '../support/browserless.js';
import { aDesk, aDraft, AtDraft } from './author.js';

let app: TestApp;
let people: Awaited<ReturnType<typeof aSmallNetwork>>;
let desk: Awaited<ReturnType<typeof aDesk>>;
let grace: Browserless;

beforeAll(async () => {
  app = await startTestApp();
  people = await aSmallNetwork(app);
  desk = await aDesk(app);
  grace = await app.signInAs(desk.grace);
});
afterAll(() => app.stop());

const FOLDER = join(root, 'content/courses');
const shipped = readdirSync(FOLDER).map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')] as const);

async function send(text: string | null, fields: Record<string, string> = {}): Promise<Answer> {
  await grace.get('/studio/imports');
  const file = text === null ? null : { name: 'course.yaml', content: text };
  return grace.upload('/studio/imports', file, { formToken: randomUUID(), exists: 'goOn', text: '', ...fields });
}

/** Sends a course file; gives the draft that it became. */
async function take(text: string, exists: 'goOn' | 'copy' = 'goOn'): Promise<AtDraft> {
  const answer = await send(text, { exists });
  if (answer.location === null) throw new Error(answer.words);
  return new AtDraft(grace, Number(answer.location.split('/').at(-1)));
}

const contentOf = async ({ draftId }: AtDraft) =>
  (await app.db.one<{ content: DraftContent; courseId: number | null }>(
    'select content, course_id "courseId" from course_draft where id = $1',
    [draftId],
  ))!;

const drafts = async () => (await app.db.one<{ n: number }>('select count(*)::int n from course_draft'))!.n;

describe('a course that ships', () => {
  it.each(shipped)('%s imported, exported and imported again is the same', async (name, text) => {
    const first = await take(text);
    const file = await first.get('/export/file');
    expect(file.headers.get('content-disposition')).toBe(`attachment; filename=${name}`);
    expect(file.headers.get('content-type')).toContain('yaml');
    expect(readCourseFile({ name, text: file.text })).toEqual(readCourseFile({ name, text }));
    const before = (await contentOf(first)).content;
    const second = await take(file.text);
    expect(second.draftId).toBe(first.draftId);
    expect((await contentOf(second)).content).toEqual(before);
  });
});

describe('exporting', () => {
  it('a version as it was published, whatever came later, loads as the very same version', async () => {
    await publish(app, aCourse({ slug: 'exported' }));
    await publish(app, aCourse({ slug: 'exported', title: 'Later' }));
    const page = await grace.get('/studio/published/exported/versions/1/export');
    expect(page.words).toContain('Version 1');
    const { text } = await grace.get('/studio/published/exported/versions/1/export/file');
    expect(text).toContain('title: Put it right\n');
    await publish(app, parse(text) as never);
    const hashes = await app.db.query<{ hash: string }>(
      `select content_hash hash from course_version v join course c on c.id = v.course_id
        where c.slug = 'exported' order by v.number`,
    );
    expect(hashes).toHaveLength(3);
    expect(hashes[2]).toEqual(hashes[0]);
  });

  it('lists the pictures, and a file with its pictures makes no new version where both are kept', async () => {
    const picture = { kind: 'image', key: 'smile', src: 'smile.svg', alt: 'A smile', caption: null };
    const source = aReadingCourse({
      slug: 'pictured',
      lessons: [{ title: 'One', minutes: 1, blocks: [aText('a', 'Hello.'), picture] }],
    });
    const load = async (course: typeof source, images: Record<string, string>) =>
      (await app.nest.get(CoursesService).loadContent(await aContentDirectory([course], images))).published;
    expect(await load(source, { 'smile.svg': '<svg/>' })).toEqual(['pictured']);
    const page = await grace.get('/studio/published/pictured/versions/1/export');
    const name = /download="([^"]+)"/.exec(page.text)![1]!;
    expect(name).toMatch(/^smile-[0-9a-f]{8}\.svg$/);
    expect((await grace.get(`/content/images/${name}`)).text).toBe('<svg/>');
    const { text } = await grace.get('/studio/published/pictured/versions/1/export/file');
    expect(await load(parse(text) as typeof source, { [name]: '<svg/>' })).toEqual([]);
  });

  it('an unfinished draft is written as far as it goes', async () => {
    const id = await aDraft(app, desk.grace, aCourse({ slug: 'unfinished' }), (content) => ({ ...content, title: '' }));
    const { text } = await new AtDraft(grace, id).get('/export/file');
    expect(text).toMatch(/^slug: unfinished\nkind: course\ntitle: ""\n/);
    const again = await send(text);
    expect(again.status).toBe(422);
    expect(again.words).toContain('course.yaml, line 3: Write the title in “title”.');
  });
});

describe('importing', () => {
  it('pasted text becomes a draft as a file does', async () => {
    const answer = await send(null, { text: stringify(aCourse({ slug: 'pasted' })) });
    expect(answer.location).toMatch(/^\/studio\/courses\/\d+$/);
    expect((await grace.follow(answer)).words).toContain('Imported as a draft. Nothing is published yet.');
  });

  it('of a published course goes on with it, and is published as its next version', async () => {
    await publish(app, aCourse({ slug: 'going-on' }));
    const draft = await take(stringify(aCourse({ slug: 'going-on', title: 'Going on' })));
    const { text } = await draft.get('/publish');
    expect(text).toContain('The title is now “Going on”.');
    expect((await grace.follow(await draft.publish())).words).toContain('Published as version 2.');
  });

  it('of a course with an open draft replaces what is in it, and can be undone', async () => {
    const first = await take(stringify(aCourse({ slug: 'replaced' })));
    const second = await take(stringify(aCourse({ slug: 'replaced', title: 'Replaced' })));
    expect(second.draftId).toBe(first.draftId);
    expect((await contentOf(first)).content.title).toBe('Replaced');
    await first.post('/undos', { lesson: '' }, '');
    expect((await contentOf(first)).content.title).toBe('Put it right');
  });

  it('as a copy gets an address and questions of its own', async () => {
    await publish(app, aCourse({ slug: 'original' }));
    const copy = await take(stringify(aCourse({ slug: 'original' })), 'copy');
    const { content, courseId } = await contentOf(copy);
    expect(courseId).toBeNull();
    expect(content).toMatchObject({ slug: 'original-2', quiz: { questions: [{ key: 'original-2-1' }] } });
    expect((await copy.publish()).location).toBe('/studio/published/original-2/versions');
  });

  it('with questions of another course gets its own', async () => {
    await publish(app, aCourse({ slug: 'lender' }));
    const draft = await take(stringify(aCourse({ slug: 'borrower', quiz: aCourse({ slug: 'lender' }).quiz })));
    expect((await contentOf(draft)).content.quiz!.questions[0]!.key).toBe('borrower-1');
  });

  it('says which pictures are not kept here, and publishing waits for them', async () => {
    const picture = { kind: 'image', key: 'smile', src: 'nowhere.svg', alt: 'A smile', caption: null };
    const lessons = [{ title: 'One', minutes: 1, blocks: [picture] }];
    const answer = await send(stringify(aReadingCourse({ slug: 'no-picture', lessons })));
    const page = await grace.follow(answer);
    expect(page.words).toContain('1 picture is not kept here: choose it in its lesson.');
    expect((await grace.get(`${answer.location}/publish`)).words).toContain('Lesson 1 shows the picture “nowhere.svg”');
  });

  it('sent twice is one draft', async () => {
    await grace.get('/studio/imports');
    const before = await drafts();
    const fields = { formToken: randomUUID(), exists: 'goOn', text: stringify(aCourse({ slug: 'twice' })) };
    const answers = await Promise.all([1, 2, 3].map(() => grace.upload('/studio/imports', null, fields)));
    expect(new Set(answers.map((answer) => answer.location)).size).toBe(1);
    expect(await drafts()).toBe(before + 1);
  });
});

describe('a file that can’t be read', () => {
  it('comes back with every problem and its line, and its text to put right in place', async () => {
    const text = stringify(aCourse({ slug: 'lines', minutes: 'five', drivers: ['speed'], language: 'fr' }));
    const answer = await send(text);
    expect(answer.status).toBe(422);
    expect(answer.words).toMatch(/\d things to put right/);
    expect(answer.words).toContain('course.yaml, line 8: Give “minutes” as a whole number from 1 to 240.');
    expect(answer.words).toContain('course.yaml, line 9: Set “language” to one of: en, cy.');
    expect(answer.text).toContain('minutes: five');
  });

  const bomb = [
    'a: &a [x,x,x,x,x,x,x,x,x]',
    ...'bcdefgh'.split('').map((name, index) => {
      const before = 'abcdefgh'[index]!;
      return `${name}: &${name} [${Array(9).fill(`*${before}`).join(',')}]`;
    }),
  ].join('\n');

  it.each([
    ['references that multiply', bomb],
    ['brackets without end', '['.repeat(60_000)],
    [
      'nesting without end',
      Array.from({ length: 3000 }, (_, depth) => `${' '.repeat(Math.min(depth, 60))}a:`).join('\n'),
    ],
    ['a list in the place of a course', '- 1\n- 2'],
    ['a number', '42'],
    ['binary', '\u0000\u0001\u0002'],
    ['JSON of wrong types', '{"slug": {"a": []}, "lessons": "x", "quiz": [1], "drivers": {}, "title": 7}'],
    ['a prototype', '__proto__: {a: 1}\nconstructor: x\nslug: y'],
    ['a tag', 'slug: !!js/function "function () {}"'],
    ['two documents', 'slug: a\n---\nslug: b'],
    ['keys twice', 'slug: a\nslug: b'],
    ['tabs', 'slug: a\n\tkind: b'],
    ['only blanks', '  \n \n'],
    [
      'a scenario that leads nowhere',
      stringify(
        aReadingCourse({
          slug: 'lost',
          lessons: [{ title: 'x', minutes: 1, blocks: [{ kind: 'scenario', key: 's', start: 'nowhere', nodes: [] }] }],
        }),
      ),
    ],
  ])('%s is refused in words', async (_, text) => {
    const before = await drafts();
    const started = Date.now();
    const answer = await send(null, { text });
    expect(answer.status).toBe(422);
    expect(answer.words).toContain('There is a problem');
    expect(Date.now() - started).toBeLessThan(5000);
    expect(await drafts()).toBe(before);
  });

  it('too large is refused, and nothing too', async () => {
    expect((await send('x'.repeat(400 * 1024))).status).toBe(413);
    const nothing = await send(null);
    expect(nothing.status).toBe(422);
    expect(nothing.words).toContain('Choose a file or paste the course.');
  });

  it('a form with other fields than its own does no harm', async () => {
    const text = stringify(aCourse({ slug: 'tampered' }));
    expect((await send(text, { formToken: 'x' })).status).toBe(422);
    expect((await send(text, { exists: 'everything' })).status).toBe(422);
    expect((await send(text, { courseId: '1', state: 'published' })).status).toBe(303);
    expect(await app.db.query(`select from course where slug = 'tampered'`)).toEqual([]);
  });
});

describe('outsiders', () => {
  it('can neither import nor export', async () => {
    await publish(app, aCourse({ slug: 'kept-in' }));
    const nikhil = await app.signInAs(desk.nikhil);
    expect((await nikhil.get('/studio/published/kept-in/versions/1/export/file')).status).toBe(200);
    expect((await nikhil.get('/studio/imports')).status).toBe(403);
    expect((await nikhil.upload('/studio/imports', null, { formToken: randomUUID(), text: 'x' })).status).toBe(403);
    for (const person of [people.sam, people.dawn]) {
      const outsider = await app.signInAs(person);
      expect((await outsider.get('/studio/published/kept-in/versions/1/export')).status).toBe(403);
      expect((await outsider.get('/studio/published/kept-in/versions/1/export/file')).status).toBe(403);
      expect((await outsider.upload('/studio/imports', null, { formToken: randomUUID(), text: 'x' })).status).toBe(403);
    }
  });
});
