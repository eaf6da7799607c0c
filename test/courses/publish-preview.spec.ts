import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aCourse, aQuestionSource, aQuizSource } from '../factories/courses.js';
import { aSmallNetwork } from '../learning/people.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { Answer, Browserless } from '../support/browserless.js';
import { aDesk, aDraft } from './author.js';

let app: TestApp;
let people: Awaited<ReturnType<typeof aSmallNetwork>>;
let desk: Awaited<ReturnType<typeof aDesk>>;
let grace: Browserless;
let preview: string;

beforeAll(async () => {
  app = await startTestApp();
  people = await aSmallNetwork(app);
  desk = await aDesk(app);
  grace = await app.signInAs(desk.grace);
  preview = `/studio/courses/${await aDraft(app, desk.grace, aCourse({ slug: 'looked-at' }))}/preview`;
});
afterAll(() => app.stop());

/** Everything that could have been kept: rows of all tables that hold what people do. */
const kept = async () => {
  const tables = [
    'enrolment',
    'lesson_read',
    'block_answer',
    'attempt',
    'attempt_event',
    'completion',
    'event',
    'quiz',
  ];
  const counts = await Promise.all(
    tables.map((table) => app.db.one<{ n: number }>(`select count(*)::int n from ${table}`)),
  );
  return counts.map((count) => count!.n);
};

/** Where the form of a page posts that has this in its address. */
const actionOf = (page: Answer, part: string) =>
  [...page.text.matchAll(/action="([^"]+)"/g)]
    .map((match) => match[1]!.replaceAll('&#x3D;', '='))
    .find((path) => path.includes(part))!;

const post = async (page: Answer, part: string, fields: Record<string, string>) =>
  grace.follow(await grace.post(actionOf(page, part), { version: '1', ...fields }));

describe('the page around a preview', () => {
  it('has a frame for a phone and one for a desk, and links to all parts', async () => {
    const { text, words, headers } = await grace.get(preview);
    expect(text).toContain(`<iframe src="${preview}/lessons/1" title="Lesson 1 on a phone">`);
    expect(text).toContain(`title="Lesson 1 at a desk">`);
    for (const part of ['Lesson 1', 'Lesson 2', 'Quiz', 'The end', 'Side by side', 'Phone', 'Desktop'])
      expect(words).toContain(part);
    expect(headers.get('content-security-policy')).toContain("frame-src 'self'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  it.each([
    ['?screen=phone', 1],
    ['?screen=desktop', 1],
    ['?screen=both', 2],
    ['?screen=cinema&part=lesson-99', 2],
    ['?part=quiz', 2],
    ['?part[]=quiz&part[]=x', 2],
  ])('%s has %d frames', async (query, frames) => {
    const { status, text } = await grace.get(preview + query);
    expect(status).toBe(200);
    expect(text.match(/<iframe/g)).toHaveLength(frames);
  });

  it('what stands in a frame may be framed by us alone, and no other page at all', async () => {
    const inside = (await grace.get(`${preview}/lessons/1`)).headers.get('content-security-policy')!;
    expect(inside).toContain("frame-ancestors 'self'");
    expect(inside).not.toContain('frame-src');
    expect((await grace.get('/studio')).headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });
});

describe('trying a draft out', () => {
  it('a conversation goes on and back, and nothing of it is kept', async () => {
    const before = await kept();
    const open = await grace.get(`${preview}/lessons/1`);
    expect(open.words).toContain('I took the morning off for this.');
    const said = await post(open, '/turns', { shown: '0', node: 'opening', choice: 'a' });
    expect(said.words).toContain('A whole morning. I’m sorry.');
    expect(said.words).toContain('Feels better');
    const done = await post(said, '/turns', { shown: '1', node: 'heard', choice: 'a' });
    expect(done.words).toContain('He went home happy.');
    const again = await post(done, '/restarts', {});
    expect(again.words).not.toContain('He went home happy.');
    expect((await grace.get(`${preview}/lessons/1`)).words).not.toContain('Feels better');
    expect(await kept()).toEqual(before);
  });

  it('a check is marked, with the learner’s own words for a missing answer', async () => {
    const open = await grace.get(`${preview}/lessons/2`);
    const empty = await grace.post(actionOf(open, '/answers'), { version: '1' });
    expect(empty.status).toBe(422);
    expect(empty.words).toContain('Choose an answer first.');
    expect((await post(open, '/answers', { answer: '1' })).words).toContain('Listening costs nothing.');
    expect((await post(open, '/answers', { answer: '2' })).words).toContain('Not quite');
  });

  it('Continue leads through the lessons to the quiz, its result and the end', async () => {
    const before = await kept();
    const two = await post(await grace.get(`${preview}/lessons/1`), '/reads', {});
    expect(two.words).toContain('Own the fix');
    const question = await post(two, '/reads', {});
    expect(question.words).toContain('What comes first?');
    const verdict = await post(question, '/quiz/1', { answer: '1' });
    expect(verdict.words).toContain('That’s it');
    expect(verdict.words).not.toContain('Saved');
    const result = await post(verdict, '/submission', {});
    expect(result.words).toContain('You passed 100% 1 of 1 mark');
    expect(result.text).toContain(`href="${preview}/end"`);
    expect((await grace.get(`${preview}/end`)).words).toContain('In a preview nothing is finished or kept.');
    expect(await kept()).toEqual(before);
  });

  it('a wrong answer fails, and another go begins with nothing', async () => {
    const verdict = await post(await grace.get(`${preview}/quiz/1`), '/quiz/1', { answer: '2' });
    const result = await post(verdict, '/submission', {});
    expect(result.words).toContain('Not yet 0%');
    const again = await post(result, '/retakes', {});
    expect(again.words).toContain('Choose one answer.');
  });

  it('a quiz that answers at the end hands in with gaps or without', async () => {
    const questions = [1, 2].map((n) => ({ key: `later-${n}`, drivers: ['friendly'], marks: n, ...aQuestionSource() }));
    const quiz = aQuizSource('later', { behaviour: 'deferredFeedback', questions });
    const id = await aDraft(app, desk.grace, aCourse({ slug: 'later', quiz }));
    const path = `/studio/courses/${id}/preview/quiz`;
    const end = await post(await grace.get(`${path}/2`), '/quiz/2', { answer: '1' });
    expect(end.words).toContain('What comes first?');
    const handIn = await grace.get(`${path}/hand-in?s=2!listen`);
    expect(handIn.words).toContain('1 question still to answer');
    const result = await post(handIn, '/submission', {});
    expect(result.words).toContain('66% 2 of 3 marks');
  });
});

describe('a draft with gaps', () => {
  it('is shown as far as it goes, and says what it waits for', async () => {
    const id = await aDraft(app, desk.grace, aCourse({ slug: 'gaps' }), (content) => ({
      ...content,
      title: '',
      lessons: [
        {
          key: 'lesson-1',
          title: '',
          minutes: null,
          blocks: [
            { kind: 'text', key: 'a', text: '' },
            { kind: 'image', key: 'b', src: '', alt: '', caption: null },
            { kind: 'scenario', key: 'c', title: '', setting: '', customer: '', start: 'x', nodes: [] },
          ],
        },
      ],
      quiz: { ...content.quiz!, questions: [] },
    }));
    const path = `/studio/courses/${id}/preview`;
    const { status, words } = await grace.get(`${path}/lessons/1`);
    expect(status).toBe(200);
    expect(words).toContain('Not finished yet Lesson 1 has a text without words.');
    expect(words).toContain('Lesson 1, without a title yet');
    expect((await grace.get(`${path}?part=quiz`)).status).toBe(200);
    expect((await grace.get(`${path}/quiz/1`)).status).toBe(404);
    expect((await grace.get(`${path}/quiz/result`)).status).toBe(404);
  });
});

describe('outsiders and tampered addresses', () => {
  it('nobody outside the CX team sees a preview', async () => {
    for (const person of [people.sam, people.dawn]) {
      const outsider = await app.signInAs(person);
      for (const path of ['', '/lessons/1', '/quiz/1', '/quiz/result', '/end'])
        expect((await outsider.get(preview + path)).status).toBe(403);
      expect((await outsider.post(`${preview}/lessons/1/reads`)).status).toBe(403);
    }
  });

  it.each(['/lessons/9', '/lessons/x', '/quiz/9', '/quiz/0', '/quiz/x', '/quiz/-1'])(
    '%s is not found',
    async (path) => {
      expect((await grace.get(preview + path)).status).toBe(404);
    },
  );

  it.each([
    '<script>',
    'parcel*a.b',
    'parcel*opening.z',
    'sure!nothing',
    `x*${'a.'.repeat(4000)}`,
    '1!nothing',
    'handed-in!yes',
  ])('a state of %j breaks nothing', async (s) => {
    const query = `?s=${encodeURIComponent(s)}`;
    for (const path of ['/lessons/1', '/lessons/2', '/quiz/1', '/quiz/hand-in', '/quiz/result']) {
      const { status, text } = await grace.get(preview + path + query);
      expect(status).toBe(200);
      expect(text).not.toContain('<script>');
    }
  });

  it('a choice that was not offered is refused in words', async () => {
    const open = await grace.get(`${preview}/lessons/1`);
    const answer = await grace.post(actionOf(open, '/turns'), {
      version: '1',
      shown: '0',
      node: 'opening',
      choice: 'z',
    });
    expect(answer.status).toBe(422);
    expect(answer.words).toContain('Start it again.');
  });
});
