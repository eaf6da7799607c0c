import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aCourse, aReadingCourse } from '../factories/courses.js';
import type { DraftContent } from '../../src/courses/studio/drafts/draft-content.js';
import { aSmallNetwork } from '../learning/people.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { aDesk, aDraft, AtDraft, revisionOf } from './author.js';

let app: TestApp;
let people: Awaited<ReturnType<typeof aSmallNetwork>>;
let desk: Awaited<ReturnType<typeof aDesk>>;
let grace: AtDraft;
let drafts = 0;

beforeAll(async () => {
  app = await startTestApp();
  people = await aSmallNetwork(app);
  desk = await aDesk(app);
});
afterAll(() => app.stop());
beforeEach(async () => {
  grace = await at(aCourse({ slug: `quiz-${++drafts}` }));
});

const at = async (source: Parameters<typeof aDraft>[2]) =>
  new AtDraft(await app.signInAs(desk.grace), await aDraft(app, desk.grace, source));

const content = async () =>
  (await app.db.one<{ content: DraftContent }>('select content from course_draft where id = $1', [grace.draftId]))!
    .content;
const questions = async () => (await content()).quiz?.questions ?? [];

/** A filled form of a question; the first option is right. */
const FORM = {
  kind: 'singleChoice',
  was: 'singleChoice',
  text: 'What now?',
  optionKey: ['a', 'b'],
  optionText: ['Listen', 'Explain'],
  optionWhy: ['Yes.', 'Later.'],
  optionShare: ['1', '0'],
  right: 'a',
  correct: 'Good.',
  incorrect: 'Listen.',
  marks: '2',
  drivers: ['friendly', 'knowledge'],
  do: 'save',
};

/** Adds a question of this kind; gives its key. */
async function add(kind = 'singleChoice'): Promise<string> {
  const page = await grace.get('/quiz');
  const newKey = /name="newKey" value="([^"]+)"/.exec(page.text)![1]!;
  const { location } = await grace.send('/quiz/questions', { revision: revisionOf(page), newKey, kind });
  expect(location).toBe(`/studio/courses/${grace.draftId}/quiz/questions/${newKey}`);
  return newKey;
}

describe('a course without a quiz', () => {
  it('gets one, and is finished by passing it from then on; the quiz can go again', async () => {
    grace = await at(aReadingCourse({ slug: `reading-${drafts}` }));
    expect((await grace.get('/quiz')).words).toContain('This course has no quiz');
    await grace.post('/quiz', {}, '/quiz');
    expect(await content()).toMatchObject({ completionRule: 'both', quiz: { passPercent: 75, questions: [] } });
    expect((await grace.get('/quiz')).words).toContain('No question yet');
    await grace.post('/quiz/deletions', {}, '/quiz');
    expect(await content()).toMatchObject({ completionRule: 'lessonsRead', quiz: null });
    expect((await grace.get('/quiz/settings')).status).toBe(404);
  });
});

describe('the settings', () => {
  const settings = {
    title: 'How was it?',
    passPercent: '60',
    attemptsAllowed: '3',
    behaviour: 'deferredFeedback',
    gradingMethod: 'last',
  };

  it('are saved, and said on the quiz’s page', async () => {
    await grace.post('/quiz/settings', { ...settings, shuffleOptions: 'yes' });
    expect((await content()).quiz).toMatchObject({
      title: 'How was it?',
      passPercent: 60,
      attemptsAllowed: 3,
      shuffleQuestions: false,
      shuffleOptions: true,
      behaviour: 'deferredFeedback',
      gradingMethod: 'last',
    });
    const { words } = await grace.get('/quiz');
    for (const said of [
      '60% of 1 mark passes',
      '3 attempts',
      'Feedback: At the end',
      'The latest attempt counts',
      'Shuffled: the answers',
    ])
      expect(words).toContain(said);
  });

  it.each([
    ['passPercent', '101', 'Give the pass mark as a whole number from 0 to 100.'],
    ['passPercent', '', 'Give the pass mark as a whole number from 0 to 100.'],
    ['passPercent', 'most', 'Give the pass mark as a whole number from 0 to 100.'],
    ['attemptsAllowed', '0', 'Give the attempts as a whole number from 1 to 100'],
    ['behaviour', 'shout', 'Choose when learners see how they did.'],
    ['gradingMethod', '', 'Choose which attempt counts.'],
    ['title', 'x'.repeat(201), 'Shorten the title to 200 characters or fewer.'],
  ])('%s of “%s” comes back with what to do, and everything typed', async (field, value, sentence) => {
    const before = await content();
    const answer = await grace.post('/quiz/settings', { ...settings, [field]: value });
    expect(answer.status).toBe(422);
    expect(answer.words).toContain(sentence);
    expect(answer.text).toContain(`href="#${field}"`);
    if (field !== 'title') expect(answer.text).toContain('value="How was it?"');
    expect(await content()).toEqual(before);
  });

  it('changed by somebody else since are shown side by side', async () => {
    const revision = revisionOf(await grace.get('/quiz/settings'));
    const hal = new AtDraft(await app.signInAs(desk.hal), grace.draftId);
    await hal.post('/quiz/settings', { ...settings, title: 'Hal’s' });
    const answer = await grace.send('/quiz/settings', { ...settings, revision });
    expect(answer.status).toBe(422);
    expect(answer.words).toContain('Two versions of the same thing');
    expect(answer.words).toContain('Title How was it?');
    expect(answer.words).toContain('Title Hal’s');
  });
});

describe('the questions', () => {
  it.each([
    ['singleChoice', 3],
    ['multipleChoice', 3],
    ['trueFalse', 2],
  ])('a new %s has a page with its fields', async (kind, options) => {
    const key = await add(kind);
    const { text, words } = await grace.get(`/quiz/questions/${key}`);
    expect(text.match(/name="optionText"/g)).toHaveLength(options);
    expect(words).toContain('Question 2 does not ask anything yet.');
    expect(text).toMatch(/value="expectations" checked/);
  });

  it('are written with marks, drivers and feedback', async () => {
    const key = await add();
    const saved = await grace.post(`/quiz/questions/${key}`, FORM);
    expect(saved.headers.get('location')).toBe(`/studio/courses/${grace.draftId}/quiz#${key}`);
    expect((await questions())[1]).toEqual({
      key,
      drivers: ['friendly', 'knowledge'],
      marks: 2,
      question: {
        kind: 'singleChoice',
        text: 'What now?',
        options: [
          { key: 'a', text: 'Listen', fraction: '1', feedback: 'Yes.' },
          { key: 'b', text: 'Explain', fraction: '0', feedback: 'Later.' },
        ],
        feedback: { correct: 'Good.', partly: null, incorrect: 'Listen.' },
      },
    });
    expect((await grace.get('/quiz')).words).toContain('What now? One right answer 2 marks Friendly and Knowledge');
  });

  it('go on with another at one press', async () => {
    const key = await add();
    const newKey = /name="newKey" value="([^"]+)"/.exec((await grace.get(`/quiz/questions/${key}`)).text)![1]!;
    const answer = await grace.post(`/quiz/questions/${key}`, { ...FORM, newKey, do: 'another' });
    expect(answer.location).toBe(`/studio/courses/${grace.draftId}/quiz/questions/${newKey}`);
    expect((await questions()).map((question) => question.question.text)).toEqual([
      'What comes first?',
      'What now?',
      '',
    ]);
  });

  it('get more and fewer answers without losing a word', async () => {
    const key = await add();
    const more = await grace.post(`/quiz/questions/${key}`, { ...FORM, do: 'addOption' });
    expect(more.headers.get('location')).toBe(`/studio/courses/${grace.draftId}/quiz/questions/${key}#option-c`);
    expect((await questions())[1]!.question.options.map((option) => option.text)).toEqual(['Listen', 'Explain', '']);
  });

  it('are moved, duplicated and deleted', async () => {
    const key = await add();
    await grace.post(`/quiz/questions/${key}`, FORM);
    await grace.post(`/quiz/questions/${key}/moves`, { way: 'up' }, '/quiz');
    expect((await questions())[0]!.key).toBe(key);
    const newKey = /name="newKey" value="([^"]+)"/.exec((await grace.get('/quiz')).text)![1]!;
    const copies = { revision: revisionOf(await grace.get('/quiz')), newKey };
    await grace.send(`/quiz/questions/${key}/copies`, copies);
    await grace.send(`/quiz/questions/${key}/copies`, copies);
    expect((await questions()).map((question) => question.question.text)).toEqual([
      'What now?',
      'What now?',
      'What comes first?',
    ]);
    await grace.post(`/quiz/questions/${key}/deletions`, {}, '/quiz');
    expect((await questions()).map((question) => question.key)).toEqual([newKey, `quiz-${drafts}-1`]);
  });

  it('added by the same form twice are one', async () => {
    const page = await grace.get('/quiz');
    const newKey = /name="newKey" value="([^"]+)"/.exec(page.text)![1]!;
    const fields = { revision: revisionOf(page), newKey, kind: 'trueFalse' };
    await Promise.all([1, 2, 3].map(() => grace.send('/quiz/questions', fields)));
    expect(await questions()).toHaveLength(2);
  });

  it.each([
    ['0', 'Give the marks as a whole number from 1 to 100.'],
    ['many', 'Give the marks as a whole number from 1 to 100.'],
    ['', 'Give the marks as a whole number from 1 to 100.'],
  ])('marks of “%s” come back with everything typed', async (marks, sentence) => {
    const key = await add();
    const answer = await grace.post(`/quiz/questions/${key}`, { ...FORM, marks });
    expect(answer.status).toBe(422);
    expect(answer.words).toContain(sentence);
    expect(answer.text).toContain('What now?');
    expect((await questions())[1]!.question.text).toBe('');
  });

  it('changed by somebody else since are shown side by side, and either can be kept', async () => {
    const key = await add();
    const revision = revisionOf(await grace.get(`/quiz/questions/${key}`));
    const hal = new AtDraft(await app.signInAs(desk.hal), grace.draftId);
    await hal.post(`/quiz/questions/${key}`, { ...FORM, text: 'Hal asks?' });
    const clash = await grace.send(`/quiz/questions/${key}`, { ...FORM, revision });
    expect(clash.status).toBe(422);
    expect(clash.words).toContain('What now?');
    expect(clash.words).toContain('Hal asks?');
    const kept = await grace.send(`/quiz/questions/${key}`, { ...FORM, revision: revisionOf(clash) });
    expect(kept.status).toBe(303);
    expect((await questions())[1]!.question.text).toBe('What now?');
  });

  it('written on while another author writes another are both kept', async () => {
    const [one, two] = [await add(), await add()];
    const revision = revisionOf(await grace.get(`/quiz/questions/${one}`));
    const hal = new AtDraft(await app.signInAs(desk.hal), grace.draftId);
    await hal.post(`/quiz/questions/${two}`, { ...FORM, text: 'Hal asks?' });
    expect((await grace.send(`/quiz/questions/${one}`, { ...FORM, revision })).status).toBe(303);
    expect((await questions()).slice(1).map((question) => question.question.text)).toEqual(['What now?', 'Hal asks?']);
  });

  it('hints say what gives an answer away and what can’t be reached', async () => {
    const key = await add();
    const long = 'Listen to everything they have to say, then say it back to them in your own words';
    await grace.post(`/quiz/questions/${key}`, { ...FORM, optionText: [long, 'Explain'] });
    const { words } = await grace.get('/quiz');
    expect(words).toContain('The right answer to “What now?” is much longer than the others');
    await grace.post(`/quiz/questions/${key}`, { ...FORM, right: '', optionShare: ['0', '0'], marks: '9' });
    expect((await grace.get('/quiz')).words).toContain('The pass mark of 80% can’t be reached');
  });

  it.each(['x', '%00', 'no-such-question', 'A%20B', 'a'.repeat(200)])('a page of “%s” is not found', async (key) => {
    expect((await grace.get(`/quiz/questions/${key}`)).status).toBe(404);
  });

  it('markup in what is written is shown as it is', async () => {
    const key = await add();
    await grace.post(`/quiz/questions/${key}`, {
      ...FORM,
      text: '<script>alert(1)</script>',
      optionText: ['<b>x', 'y'],
    });
    for (const page of ['/quiz', `/quiz/questions/${key}`, '/preview/quiz/2', '/publish'])
      expect((await grace.get(page)).text).not.toMatch(/<script>alert|<b>x/);
  });
});

describe('outsiders', () => {
  it('neither see a quiz nor change it', async () => {
    const before = await content();
    const key = before.quiz!.questions[0]!.key;
    for (const person of [people.sam, people.pat, people.dawn]) {
      const outsider = new AtDraft(await app.signInAs(person), grace.draftId);
      expect((await outsider.get('/quiz')).status).toBe(403);
      expect((await outsider.get(`/quiz/questions/${key}`)).status).toBe(403);
      for (const what of [
        '/quiz',
        '/quiz/settings',
        '/quiz/deletions',
        '/quiz/questions',
        `/quiz/questions/${key}/deletions`,
      ])
        expect((await outsider.send(what, { revision: 1 })).status).toBe(403);
    }
    expect(await content()).toEqual(before);
  });
});
