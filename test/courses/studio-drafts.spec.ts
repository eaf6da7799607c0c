import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aCourse, aReadingCourse, aText, publish } from '../factories/courses.js';
import { contentOf, hidden, newDraft, press, shown, startStudio, type StudioWorld } from './studio-world.js';

let world: StudioWorld;

beforeAll(async () => {
  world = await startStudio();
  await publish(world.app, aCourse(), aReadingCourse());
});
afterAll(() => world.app.stop());

describe('the desk', () => {
  it('is in the navigation of the CX team, and shows what is published', async () => {
    const { text, words } = await world.grace.get('/studio');
    expect(text).toContain('<a href="/studio" aria-current="page">Studio</a>');
    expect(words).toContain('Put it right');
    expect(words).toContain('Write the next version of Put it right');
  });

  it('lists drafts with who changed them', async () => {
    await newDraft(world.grace, { title: 'Listening twice' });
    const { words } = await world.tom.get('/studio');
    expect(words).toMatch(
      /Listening twice Changed by Grace Lim, 10 February 2027 at 10:\d\d New course 1 lesson, no question/,
    );
  });

  it('lets analysts read and nothing more', async () => {
    const path = await newDraft(world.grace, { title: 'For reading' });
    const desk = await world.nikhil.get('/studio');
    expect(desk.status).toBe(200);
    expect(desk.words).not.toContain('Write the next version');
    expect(desk.text).not.toContain('href="/studio/courses/new');
    const draft = await world.nikhil.get(path);
    expect(draft.words).toContain('For reading');
    expect(draft.text).not.toContain(`action="${path}`);
    expect((await world.nikhil.post(`${path}/lessons`, { revision: 1 })).status).toBe(403);
  });
});

describe('a new course', () => {
  it('starts from nothing, with an address made of its title', async () => {
    const path = await newDraft(world.grace, { title: 'Say it, do it: sŵn' });
    expect(await contentOf(world.app, path)).toMatchObject({
      slug: 'say-it-do-it-swn',
      title: 'Say it, do it: sŵn',
      lessons: [{ title: '', minutes: null, blocks: [] }],
      quiz: null,
    });
  });

  it('starts as a theme day with a conversation and four questions', async () => {
    const path = await newDraft(world.grace, { title: 'Day of queues', start: 'themeDay' });
    const { kind, minutes, lessons, quiz } = await contentOf<{
      kind: string;
      minutes: number;
      lessons: { blocks: { kind: string }[] }[];
      quiz: { questions: { key: string }[] };
    }>(world.app, path);
    expect({ kind, minutes }).toEqual({ kind: 'themeDay', minutes: 5 });
    expect(lessons[0]!.blocks.map((block) => block.kind)).toEqual(['text', 'scenario']);
    expect(quiz.questions.map((question) => question.key)).toEqual([1, 2, 3, 4].map((n) => `day-of-queues-${n}`));
  });

  it('starts as a copy, whose questions have keys of their own', async () => {
    const path = await newDraft(world.grace, { title: 'Put it right again', start: 'copy', copyOf: 'put-it-right' });
    const content = await contentOf<{ lessons: object[]; quiz: { questions: { key: string }[] } }>(world.app, path);
    expect(content.lessons).toHaveLength(2);
    expect(content.quiz.questions[0]!.key).toBe('put-it-right-again-1');
  });

  it('is made once, however often the form is sent', async () => {
    const { text } = await world.grace.get('/studio/courses/new');
    const form = { title: 'Once', start: 'nothing', language: 'en', formToken: hidden(text, 'formToken') };
    const answers = await Promise.all([1, 2, 3].map(() => world.grace.post('/studio/courses', form)));
    expect(new Set(answers.map((answer) => answer.location)).size).toBe(1);
  });

  it.each([
    [{ title: '' }, 'Write a title of up to 100 characters.'],
    [{ title: '!!!' }, 'Write an address for the course: its title gives none.'],
    [{ title: 'Taken', slug: 'put-it-right' }, 'Another course or draft has this address. Choose a different one.'],
    [{ title: 'Bad', slug: 'Not/an address' }, 'Write the address in small letters, figures and single hyphens'],
    [{ title: 'Copy', start: 'copy', copyOf: '' }, 'Choose the course to copy.'],
    [{ title: 'Copy', start: 'copy', copyOf: 'no-such-course' }, 'Choose the course to copy.'],
    [{ title: 'Odd', start: 'magic' }, 'Choose what to start from.'],
    [{ title: 'Odd', formToken: 'x' }, 'This page had been open too long.'],
  ])('says what is wrong with %j', async (fields, sentence) => {
    const { text } = await world.grace.get('/studio/courses/new');
    const form = { start: 'nothing', language: 'en', formToken: hidden(text, 'formToken'), ...fields };
    const answer = await world.grace.post('/studio/courses', form);
    expect(answer.status).toBe(422);
    expect(answer.words).toContain(sentence);
    expect(answer.text).toContain(`value="${fields.title}"`);
  });

  it('may not take the address of another draft', async () => {
    await newDraft(world.grace, { title: 'The same words' });
    const { text } = await world.tom.get('/studio/courses/new');
    const answer = await world.tom.post('/studio/courses', {
      title: 'The same words',
      start: 'nothing',
      language: 'en',
      formToken: hidden(text, 'formToken'),
    });
    expect(answer.words).toContain('Another course or draft has this address.');
  });
});

describe('the next version', () => {
  it('holds what is published, and there is one of it', async () => {
    const [first, second] = await Promise.all([
      world.grace.post('/studio/published/put-it-right/drafts'),
      world.tom.post('/studio/published/put-it-right/drafts'),
    ]);
    expect(first.location).toBe(second.location);
    const content = await contentOf(world.app, first.location!);
    expect(content).toMatchObject({
      slug: 'put-it-right',
      primaryDriver: 'expectations',
      quiz: { questions: [{ key: 'put-it-right-1', marks: 1 }] },
    });
    expect((await world.grace.get('/studio')).words).toContain('Go on with the draft of Put it right');
  });

  it('keeps its address', async () => {
    const { location } = await world.grace.post('/studio/published/just-read/drafts');
    const about = await world.grace.get(`${location}/about`);
    expect(about.words).toContain('Address: /courses/just-read. It stays the same');
    await world.grace.post(`${location}/about`, { ...aboutForm(about.text), title: 'New words', slug: 'elsewhere' });
    expect(await contentOf(world.app, location!)).toMatchObject({ slug: 'just-read', title: 'New words' });
  });

  it('is not found for a course that does not exist', async () => {
    expect((await world.grace.post('/studio/published/no-such/drafts')).status).toBe(404);
    expect((await world.grace.post('/studio/published/NO%20WAY/drafts')).status).toBe(404);
  });
});

/** The form of the facts, as little of it as is needed. */
const aboutForm = (html: string) => ({
  ...shown(html),
  title: 'A course',
  summary: 'What for.',
  minutes: 5,
  kind: 'course',
  language: 'en',
  completionRule: 'lessonsRead',
});

describe('what a course is about', () => {
  it('is saved with all its facts', async () => {
    const path = await newDraft(world.grace, { title: 'Facts' });
    const { text } = await world.grace.get(`${path}/about`);
    const answer = await world.grace.post(`${path}/about`, {
      ...aboutForm(text),
      title: 'Facts first',
      drivers: ['knowledge', 'friendly'],
      primaryDriver: 'knowledge',
      validityMonths: 12,
      language: 'cy',
      slug: 'facts-first',
    });
    expect(answer.location).toBe(path);
    expect(await contentOf(world.app, path)).toMatchObject({
      title: 'Facts first',
      slug: 'facts-first',
      drivers: ['friendly', 'knowledge'],
      primaryDriver: 'knowledge',
      validityMonths: 12,
    });
    const page = await world.grace.get(path);
    expect(page.text).toContain('<h1 class="h1" lang="cy">Facts first</h1>');
    expect(page.words).toContain('Drivers Knowledge, Friendly');
  });

  it('may wait, all but its address', async () => {
    const path = await newDraft(world.grace, { title: 'Later' });
    const { text } = await world.grace.get(`${path}/about`);
    const answer = await world.grace.post(`${path}/about`, { ...aboutForm(text), title: '', summary: '', minutes: '' });
    expect(answer.status).toBe(303);
    expect((await world.grace.get(path)).words).toContain('Summary Still to write');
  });

  it.each([
    [{ minutes: 'five' }, 'Give the minutes as a whole number from 1 to 240'],
    [{ minutes: 900 }, 'Give the minutes as a whole number from 1 to 240'],
    [{ validityMonths: 0 }, 'Give the months as a whole number from 1 to 120'],
    [{ drivers: ['speed'] }, 'Choose one of the list.'],
    [{ title: 'x'.repeat(101) }, 'Shorten the title to 100 characters or fewer.'],
    [{ slug: 'put-it-right' }, 'Another course or draft has this address.'],
    [{ slug: '<b>' }, 'Write the address in small letters, figures and single hyphens'],
    [{ revision: 'x' }, 'This page is out of date.'],
    [{ revision: 999 }, 'while you had it open'],
  ])('says what is wrong with %j', async (fields, sentence) => {
    const path = await newDraft(world.grace);
    const { text } = await world.grace.get(`${path}/about`);
    const answer = await world.grace.post(`${path}/about`, { ...aboutForm(text), ...fields });
    expect(answer.status).toBe(422);
    expect(answer.words).toContain(sentence);
  });

  it('prints hostile text as text', async () => {
    const title = '"><script>alert(1)</script>{{constructor}}';
    const path = await newDraft(world.grace, { title, slug: 'hostile' });
    for (const page of [path, '/studio', `${path}/about`, `${path}/history`]) {
      expect((await world.grace.get(page)).text).not.toContain('<script>alert');
    }
  });
});

describe('two authors at once', () => {
  it('both see both versions when they change the same thing, and choose', async () => {
    const path = await newDraft(world.grace, { title: 'Ours' });
    const seen = aboutForm((await world.grace.get(`${path}/about`)).text);
    await world.grace.get(`${path}/about`);
    await world.tom.get(`${path}/about`);
    await world.grace.post(`${path}/about`, { ...seen, title: 'Grace says' });
    const clash = await world.tom.post(`${path}/about`, { ...seen, title: 'Tom says' });
    expect(clash.status).toBe(422);
    expect(clash.words).toMatch(/Grace Lim changed this at 10:\d\d, while you had it open/);
    expect(clash.words).toContain('What you wrote Title Tom says');
    expect(clash.words).toContain('What Grace Lim saved Title Grace says');
    expect(await contentOf(world.app, path)).toMatchObject({ title: 'Grace says' });
    const keep = { ...seen, revision: hidden(clash.text, 'revision'), title: hidden(clash.text, 'title') };
    expect((await world.tom.post(`${path}/about`, keep)).status).toBe(303);
    expect(await contentOf(world.app, path)).toMatchObject({ title: 'Tom says' });
  });

  it('do not notice each other when they change different things', async () => {
    const path = await newDraft(world.grace, { title: 'Shared' });
    const { text } = await world.tom.get(path);
    const seen = aboutForm((await world.grace.get(`${path}/about`)).text);
    await world.grace.post(`${path}/about`, { ...seen, title: 'Shared still' });
    expect((await world.tom.post(`${path}/lessons`, shown(text))).status).toBe(303);
    const { title, lessons } = await contentOf<{ title: string; lessons: object[] }>(world.app, path);
    expect({ title, lessons: lessons.length }).toEqual({ title: 'Shared still', lessons: 2 });
  });

  it('lose nothing when twenty saves arrive at the same moment', async () => {
    const path = await newDraft(world.grace, { title: 'Rush' });
    const { text } = await world.grace.get(path);
    const { text: toms } = await world.tom.get(path);
    const posts = Array.from({ length: 10 }, () => [
      world.grace.post(`${path}/lessons`, shown(text)),
      world.tom.post(`${path}/lessons`, shown(toms)),
    ]).flat();
    const answers = await Promise.all(posts);
    expect(answers.filter((answer) => answer.status !== 303).map((answer) => answer.words)).toEqual([]);
    const rows = await world.app.db.query<{ revision: number }>(
      'select revision from course_draft_change where draft_id = $1 order by revision',
      [Number(/\d+/.exec(path)![0])],
    );
    expect(rows.map((row) => row.revision)).toEqual(rows.map((_, index) => index + 2));
  });
});

describe('undo', () => {
  it('takes the last change back, then the one before, and says so', async () => {
    const path = await newDraft(world.grace, { title: 'Steps' });
    await press(world.grace, path, `${path}/lessons`);
    await press(world.grace, `${path}/lessons/2`, `${path}/lessons/2/moves`, { way: 'up' });
    expect((await world.grace.get(path)).words).toContain('Undo : Moved lesson 2 up');
    const undone = await world.grace.follow(await press(world.grace, path, `${path}/undos`));
    expect(undone.words).toContain('Undone.');
    expect(undone.words).toContain('Undo : Added a lesson');
    await press(world.grace, path, `${path}/undos`);
    expect((await contentOf<{ lessons: object[] }>(world.app, path)).lessons).toHaveLength(1);
    const empty = await press(world.grace, path, `${path}/undos`);
    expect(empty.status).toBe(422);
    expect(empty.words).toContain('There is nothing to undo.');
  });

  it('goes back to any step of the history, and that can be read', async () => {
    const path = await newDraft(world.grace, { title: 'Far back' });
    for (let times = 0; times < 3; times += 1) {
      await press(world.grace, path, `${path}/lessons`);
      await press(world.tom, `${path}/lessons/1`, `${path}/lessons/1`, { title: `Title ${times}`, minutes: times + 1 });
    }
    const history = await world.tom.get(`${path}/history`);
    expect(history.words).toMatch(/Changed the title or the minutes of lesson 1 Tom Reed, 10 February 2027/);
    expect(history.words).toMatch(/Started by Grace Lim/);
    await world.tom.post(`${path}/undos`, { revision: hidden(history.text, 'revision'), from: 3 });
    const { lessons } = await contentOf<{ lessons: { title: string }[] }>(world.app, path);
    expect(lessons.map((lesson) => lesson.title)).toEqual(['', '']);
    expect((await world.tom.get(`${path}/history`)).words).toContain(
      'Undid: Changed the title or the minutes of lesson 1',
    );
  });

  it('is refused on an old page', async () => {
    const path = await newDraft(world.grace, { title: 'Old page' });
    await press(world.grace, path, `${path}/lessons`);
    const { text } = await world.grace.get(path);
    await press(world.tom, path, `${path}/lessons`);
    await world.grace.get(path);
    const answer = await world.grace.post(`${path}/undos`, { revision: hidden(text, 'revision') });
    expect(answer.status).toBe(422);
    expect((await contentOf<{ lessons: object[] }>(world.app, path)).lessons).toHaveLength(3);
  });
});

describe('a deleted draft', () => {
  it('leaves the desk and can be brought back', async () => {
    const path = await newDraft(world.grace, { title: 'Gone and back' });
    const gone = await world.grace.follow(await press(world.grace, path, `${path}/deletions`));
    expect(gone.words).toContain('The draft is deleted. You can bring it back below.');
    expect(gone.words).toContain('Deleted in the last thirty days');
    expect((await world.grace.get(path)).status).toBe(404);
    await world.grace.get('/studio');
    expect((await world.grace.post(`${path}/restorations`)).location).toBe(path);
    expect((await world.grace.get(path)).words).toContain('Gone and back');
  });

  it('stays deleted when its address is taken', async () => {
    const path = await newDraft(world.grace, { title: 'Address gone' });
    await press(world.grace, path, `${path}/deletions`);
    await newDraft(world.tom, { title: 'Address gone' });
    await world.grace.get('/studio');
    const answer = await world.grace.post(`${path}/restorations`);
    expect(answer.status).toBe(422);
    expect(answer.words).toContain('Another course or draft has this address.');
  });

  it('is not deleted by who has not seen the last change', async () => {
    const path = await newDraft(world.grace, { title: 'Not yet' });
    const { text } = await world.grace.get(path);
    await press(world.tom, path, `${path}/lessons`);
    await world.grace.get(path);
    expect((await world.grace.post(`${path}/deletions`, shown(text))).status).toBe(422);
  });
});

describe('files', () => {
  it('never overwrite what the studio published', async () => {
    await publish(world.app, aReadingCourse({ slug: 'from-the-studio', title: 'Ours' }));
    await world.app.db.query('alter table course_version disable trigger course_version_immutable');
    await world.app.db.query(
      `update course_version v set origin = 'studio' from course c where c.id = v.course_id and c.slug = 'from-the-studio'`,
    );
    await world.app.db.query('alter table course_version enable trigger course_version_immutable');
    const lessons = [{ title: 'Other words', minutes: 2, blocks: [aText('why', 'Because.')] }];
    expect(await publish(world.app, aReadingCourse({ slug: 'from-the-studio', lessons }))).toEqual([]);
  });
});

describe('an outsider', () => {
  it.each(['sam', 'dawn'] as const)('%s finds neither the desk nor a draft', async (who) => {
    const path = await newDraft(world.grace);
    for (const page of ['/studio', '/studio/courses/new', path, `${path}/about`, `${path}/history`]) {
      expect((await world[who].get(page)).status).toBe(403);
    }
    for (const act of ['lessons', 'undos', 'deletions', 'restorations', 'about']) {
      expect((await world[who].post(`${path}/${act}`, { revision: 1 })).status).toBe(403);
    }
    expect((await world[who].post('/studio/published/put-it-right/drafts')).status).toBe(403);
    expect((await world[who].get('/')).text).not.toContain('href="/studio"');
  });

  it.each(['0', '-1', '99999999', '1e3', 'x', '1%20or%201'])('nobody finds draft %s', async (id) => {
    expect((await world.grace.get(`/studio/courses/${id}`)).status).toBe(404);
    expect((await world.grace.post(`/studio/courses/${id}/lessons`, { revision: 1 })).status).toBe(404);
  });
});
