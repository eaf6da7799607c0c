import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestApp, startTestApp } from '../support/app.js';
import { aSmallNetwork, assign, COURSE, finish, previewOf, sendPreview, signedIn } from './network.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: '2027-02-10T10:00:00Z' });
  await aSmallNetwork(app);
});
afterAll(() => app.stop());

const requirements = () =>
  app.db.query(
    `select p.reference, c.slug, r.due_on::text as due, r.completion_id is not null as finished,
            (select count(*) from requirement_reason where requirement_id = r.id) as reasons
       from requirement r join person p on p.id = r.person_id join course c on c.id = r.course_id order by c.slug, p.reference`,
  );

describe('Dawn assigns in three steps', () => {
  it('from the area page the first step has the branch, the course, a reason and a date', async () => {
    const dawn = await signedIn(app, 'dawn');
    const page = await dawn.get(`/assignments/new?unit=000001&course=${COURSE}`);
    expect(page.status).toBe(200);
    expect(page.text).toMatch(/value="000001" checked/);
    expect(page.text).toMatch(new RegExp(`<option value="${COURSE}" selected`));
    expect(page.text).toContain('value="2027-02-24"');
    expect(page.words).toContain('So that customers leave with what they came for, sorted in one visit.');
    expect(page.words).toContain('All 3 branches of Moors');
    expect(page.words).not.toContain('Seahaven');
  });

  it('the preview says whom it asks, whom not and why, and what they will read', async () => {
    await finish(app, 'pia');
    const dawn = await signedIn(app, 'dawn');
    const { words, status } = await dawn.get(previewOf(['000001', '000002', '000003']));
    expect(status).toBe(200);
    expect(words).toContain('People to ask 2');
    expect(words).toContain('Where 2 branches of 3 chosen');
    expect(words).toContain('Each needs 12 minutes');
    expect(words).toContain('1 person has finished it already. That counts, so they’re not asked again.');
    expect(words).toContain('On long leave, so not asked: Ana Away.');
    expect(words).toContain('Nobody is in post at Emptiford.');
    expect(words).toContain('Dawn Mercer, your area manager, asked you: “So that nobody is sent elsewhere.”');
    expect(words).toContain('Due Wednesday 24 February, until midnight.');
    expect(words).toContain('Assign to 2 branches');
    expect(await requirements()).toEqual([]);
  });

  it('the third step commits, and says so', async () => {
    const { browser, answer, path } = await assign(app, 'dawn', ['000001', '000002']);
    expect(answer.status).toBe(303);
    expect(path).toMatch(/^\/assignments\/\d+$/);
    const page = await browser.get(path);
    expect(page.words).toContain('Assigned to 2 branches: 2 people have until Wednesday 24 February.');
    expect(page.words).toContain('Sam Kaur Where Ashbridge How far Due 24 Feb');
    expect(page.words).toContain('0 of 2 finished');
    expect(await requirements()).toEqual([
      { reference: 'bo', slug: COURSE, due: '2027-02-24', finished: false, reasons: 1 },
      { reference: 'sam', slug: COURSE, due: '2027-02-24', finished: false, reasons: 1 },
    ]);
  });

  it('Sam finishes it, and Dawn sees it at once', async () => {
    app.clock.set('2027-02-11T15:00:00Z');
    await finish(app, 'sam');
    const dawn = await signedIn(app, 'dawn');
    const list = await dawn.get('/assignments');
    expect(list.words).toContain('1 of 2 finished');
    const page = await dawn.get(/href="(\/assignments\/\d+)"/.exec(list.text)![1]!);
    expect(page.words).toContain('Sam Kaur Where Ashbridge How far Finished 11 Feb');
    expect(page.words).toMatch(/Ashbridge 000001 Finished 100% 1 of 1 finished/);
    expect(page.words).toMatch(/Millbridge 000002 Finished 0% 0 of 1 finished/);
  });

  it('after the date what is left is past it', async () => {
    app.clock.set('2027-02-25T00:00:00Z');
    const dawn = await signedIn(app, 'dawn');
    expect((await dawn.get('/assignments')).words).toContain('1 past the date');
    app.clock.set('2027-02-11T15:00:00Z');
  });

  it('before it was made, it is not there yet', async () => {
    app.clock.set('2027-02-09T10:00:00Z');
    const dawn = await signedIn(app, 'dawn');
    expect((await dawn.get('/assignments')).words).toContain('Nothing assigned yet');
    app.clock.set('2027-02-11T15:00:00Z');
  });
});

describe('a second assignment of the same course', () => {
  it('is one requirement with the earliest date and both reasons', async () => {
    const { preview } = await assign(app, 'ross', ['000002'], {
      dueOn: '2027-02-20',
      reason: 'Before the half-term rush.',
    });
    expect(preview.words).toContain('1 person was asked before. They keep the earlier date and see both reasons.');
    expect((await requirements()).filter((one) => (one as { reference: string }).reference === 'bo')).toEqual([
      { reference: 'bo', slug: COURSE, due: '2027-02-20', finished: false, reasons: 2 },
    ]);
    await assign(app, 'dawn', ['000002'], { dueOn: '2027-03-20' });
    expect(await requirements()).toContainEqual({
      reference: 'bo',
      slug: COURSE,
      due: '2027-02-20',
      finished: false,
      reasons: 3,
    });
  });

  it('finished once settles it for everybody who asked', async () => {
    await finish(app, 'bo');
    expect(await requirements()).toContainEqual(expect.objectContaining({ reference: 'bo', finished: true }));
    const ross = await signedIn(app, 'ross');
    expect((await ross.get('/assignments')).words).not.toContain('0 of 1 finished');
  });

  it('of people who have all finished is refused in words', async () => {
    const dawn = await signedIn(app, 'dawn');
    const preview = await dawn.get(previewOf(['000002']));
    expect(preview.words).toContain('There’s nobody to ask');
    expect(preview.text).not.toContain('<form method="post" action="/assignments">');
  });
});

describe('sending twice', () => {
  const another = { course: 'another-course' };
  const count = async () => (await app.db.one<{ n: number }>(`select count(*) as n from assignment`))!.n;

  it('the same page makes one assignment', async () => {
    const dawn = await signedIn(app, 'dawn');
    const preview = await dawn.get(previewOf(['000001'], another));
    const before = await count();
    const answers = await Promise.all([sendPreview(dawn, preview.text), sendPreview(dawn, preview.text)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(answers[0].location).toBe(answers[1].location);
    expect(await count()).toBe(before + 1);
  });

  it('two tabs make two assignments and one requirement', async () => {
    const dawn = await signedIn(app, 'dawn');
    const [one, two] = [await dawn.get(previewOf(['000002'], another)), await dawn.get(previewOf(['000002'], another))];
    await sendPreview(dawn, one.text);
    await sendPreview(dawn, two.text);
    expect(await requirements()).toContainEqual(
      expect.objectContaining({ reference: 'bo', slug: 'another-course', reasons: 2 }),
    );
  });

  it('somebody else’s page is refused', async () => {
    const dawn = await signedIn(app, 'dawn');
    const preview = await dawn.get(previewOf(['000002'], another));
    await sendPreview(dawn, preview.text);
    const ross = await signedIn(app, 'ross');
    const answer = await sendPreview(ross, preview.text);
    expect(answer.status).toBe(422);
    expect(answer.words).toContain('This page had been open too long.');
  });
});

describe('a wrong form comes back with words', () => {
  it.each<[string, string[], Record<string, string>, string]>([
    ['no course', ['000001'], { course: '' }, 'Choose a course.'],
    ['a course that is not there', ['000001'], { course: 'no-such' }, 'Choose a course.'],
    ['a date gone by', ['000001'], { dueOn: '2027-02-01' }, 'That day has passed. Choose today or a later day.'],
    ['a date years ahead', ['000001'], { dueOn: '2029-02-01' }, 'Choose a day within the next year.'],
    ['no date', ['000001'], { dueOn: '' }, 'Choose the day by which it should be done.'],
    ['no reason', ['000001'], { reason: '' }, 'Say in a sentence why you ask, in up to 300 characters.'],
    ['a very long reason', ['000001'], { reason: 'x'.repeat(301) }, 'Say in a sentence why you ask'],
    ['no branch', [], {}, 'Choose at least one branch or team, or name people.'],
    ['a code nobody has', ['999999'], {}, 'We can’t find 999999 among yours.'],
    ['another area’s code', ['000004'], {}, 'We can’t find 000004 among yours.'],
    ['another area’s code, pasted', [], { codes: '000001 000004' }, 'We can’t find 000004 among yours.'],
    ['another area as a whole', ['000001'], { everyUnitOf: 'A2' }, 'We can’t find the area A2 among yours.'],
  ])('%s', async (_, units, more, sentence) => {
    const dawn = await signedIn(app, 'dawn');
    const answer = await dawn.get(previewOf(units, more));
    expect(answer.words).not.toContain('Seahaven');
    expect(answer.status).toBe(422);
    expect(answer.words).toContain(sentence);
  });

  it('and is checked again when it is committed', async () => {
    const dawn = await signedIn(app, 'dawn');
    const preview = await dawn.get(previewOf(['000001'], { course: 'another-course' }));
    const before = await requirements();
    const changes: Record<string, string>[] = [
      { unit: '000004' },
      { dueOn: '2020-01-01' },
      { reason: '' },
      { course: 'no-such' },
      { formToken: 'x' },
    ];
    for (const change of changes) {
      expect((await sendPreview(dawn, preview.text, change)).status).toBe(422);
    }
    expect(await requirements()).toEqual(before);
  });

  it('markup in a reason stays words', async () => {
    const dawn = await signedIn(app, 'dawn');
    const { text } = await dawn.get(
      previewOf(['000001'], { course: 'another-course', reason: '<script>alert(1)</script>' }),
    );
    expect(text).not.toContain('<script>alert');
  });
});
