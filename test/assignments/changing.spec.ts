import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestApp, startTestApp } from '../support/app.js';
import { askedBy, aSmallNetwork, assign, COURSE, finish, idOf, ledgerOf, signedIn, tokenOn } from './network.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: '2027-02-10T10:00:00Z' });
  await aSmallNetwork(app);
});
beforeEach(async () => {
  app.clock.set('2027-02-10T10:00:00Z');
  await forget();
});
afterAll(() => app.stop());

const forget = () =>
  app.db.query('truncate assignment, requirement, message, completion, lesson_read, enrolment cascade');

const dueOf = async (reference: string) =>
  (
    await app.db.one<{ due: string }>(
      `select r.due_on::text as due from requirement r join person p on p.id = r.person_id where p.reference = $1 order by r.id desc`,
      [reference],
    )
  )?.due;

/** Dawn's assignment of both branches, and her browser on its page. */
async function dawns(more: Record<string, string> = {}) {
  const { browser, path } = await assign(app, 'dawn', ['000001', '000002'], more);
  const page = await browser.get(path);
  return { dawn: browser, path, page, formToken: tokenOn(page.text) };
}

describe('more time', () => {
  it('for everybody moves every date, and is told', async () => {
    const { dawn, path, formToken } = await dawns();
    app.clock.set('2027-02-12T10:00:00Z');
    const answer = await dawn.post(`${path}/extensions`, { formToken, everybody: 'yes', dueOn: '2027-03-10' });
    expect((await dawn.follow(answer)).words).toContain('3 people have until Wednesday 10 March.');
    expect([await dueOf('sam'), await dueOf('bo'), await dueOf('pia')]).toEqual(Array(3).fill('2027-03-10'));
    expect((await ledgerOf(app, path)).filter(({ kind }) => kind === 'extended')).toHaveLength(3);
    expect((await dawn.get(path)).words).toContain('due Wednesday 10 March.');
  });

  it('for one person is theirs alone', async () => {
    const { dawn, path, formToken } = await dawns();
    await dawn.post(`${path}/extensions`, { formToken, person: 'bo', dueOn: '2027-03-01' });
    expect([await dueOf('bo'), await dueOf('sam')]).toEqual(['2027-03-01', '2027-02-24']);
  });

  it('sent twice is given once; changed and sent again it is given again', async () => {
    const { dawn, path, formToken } = await dawns();
    const form = { formToken, person: ['bo'], dueOn: '2027-03-01' };
    const answers = await Promise.all([dawn.post(`${path}/extensions`, form), dawn.post(`${path}/extensions`, form)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    await dawn.post(`${path}/extensions`, { ...form, dueOn: '2027-03-05' });
    expect(await app.db.query('select due_on::text as due from assignment_extension order by id')).toEqual([
      { due: '2027-03-01' },
      { due: '2027-03-05' },
    ]);
  });

  it.each([
    [
      'an earlier day',
      { everybody: 'yes', dueOn: '2027-02-20' },
      'It is due Wednesday 24 February already. Choose a later day.',
    ],
    [
      'the same day',
      { person: 'bo', dueOn: '2027-02-24' },
      'It is due Wednesday 24 February already. Choose a later day.',
    ],
    ['years ahead', { everybody: 'yes', dueOn: '2029-01-01' }, 'Choose a day within the next year.'],
    ['no day', { everybody: 'yes', dueOn: '' }, 'Choose the new day.'],
    ['nobody', { dueOn: '2027-03-01' }, 'Choose who should have more time.'],
    [
      'somebody it does not ask',
      { person: 'cy', dueOn: '2027-03-01' },
      'They have finished already, so there is nobody to give more time.',
    ],
  ])('to %s is refused in words', async (_, form, sentence) => {
    const { dawn, path, formToken } = await dawns();
    const answer = await dawn.post(`${path}/extensions`, { formToken, ...form } as Record<string, string>);
    expect(answer.status).toBe(422);
    expect(answer.words).toContain(sentence);
    expect(await dueOf('bo')).toBe('2027-02-24');
  });

  it('never moves a date that somebody else wants earlier', async () => {
    const { dawn, path, formToken } = await dawns();
    await assign(app, 'ross', ['000002'], { dueOn: '2027-02-20' });
    await dawn.post(`${path}/extensions`, { formToken, everybody: 'yes', dueOn: '2027-03-10' });
    expect([await dueOf('bo'), await dueOf('sam')]).toEqual(['2027-02-20', '2027-03-10']);
  });
});

describe('a nudge', () => {
  it('goes to those still to do, once in three days, and says who was left out and why', async () => {
    const { dawn, path, formToken } = await dawns();
    await finish(app, 'pia');
    const first = await dawn.follow(await dawn.post(`${path}/nudges`, { formToken, everybody: 'yes' }));
    expect(first.words).toContain('Nudged 2 people. Left out: Pia Post, finished already.');
    const again = { formToken: tokenOn(first.text), everybody: 'yes' };
    app.clock.set('2027-02-12T23:00:00Z');
    expect((await dawn.follow(await dawn.post(`${path}/nudges`, again))).words).toContain(
      'Nobody was nudged. Left out: Bo Lyle and Sam Kaur, nudged less than 3 days ago; Pia Post, finished already.',
    );
    app.clock.set('2027-02-13T00:00:00Z');
    const page = await dawn.get(path);
    expect(
      (await dawn.follow(await dawn.post(`${path}/nudges`, { formToken: tokenOn(page.text), person: 'sam' }))).words,
    ).toContain('Nudged 1 person.');
    const nudges = (await ledgerOf(app, path)).filter(({ kind }) => kind === 'nudge');
    expect(nudges.map(({ reference }) => reference)).toEqual(['bo', 'sam', 'sam']);
  });

  it('double-clicked is one, and reads as one', async () => {
    const { dawn, path, formToken } = await dawns();
    const form = { formToken, person: 'sam' };
    const answers = await Promise.all([dawn.post(`${path}/nudges`, form), dawn.post(`${path}/nudges`, form)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect((await dawn.get(path)).words).toContain('Nudged 1 person.');
    expect((await ledgerOf(app, path)).filter(({ kind }) => kind === 'nudge')).toHaveLength(1);
  });

  it('by two managers at once reaches each person once', async () => {
    const { dawn, path, formToken } = await dawns();
    const ross = await signedIn(app, 'ross');
    const other = tokenOn((await ross.get(path)).text);
    await Promise.all([
      dawn.post(`${path}/nudges`, { formToken, everybody: 'yes' }),
      ross.post(`${path}/nudges`, { formToken: other, everybody: 'yes' }),
    ]);
    expect((await ledgerOf(app, path)).filter(({ kind }) => kind === 'nudge')).toHaveLength(3);
  });
});

describe('undoing', () => {
  it('says what it will do, and does it until midnight, also by another manager', async () => {
    const { path } = await dawns();
    await assign(app, 'ross', ['000002']);
    await finish(app, 'pia');
    app.clock.set('2027-02-10T23:59:59Z');
    const ross = await signedIn(app, 'ross');
    const page = await ross.get(path);
    expect(page.words).toContain('Until 23:59 tonight you can undo it');
    expect(page.words).toContain('It leaves 1 person’s list.');
    expect(page.words).toContain('1 person keeps it, because somebody else asked too.');
    expect(page.words).toContain('1 person has finished; that stays in their record.');
    expect((await ross.post(`${path}/undoings`)).status).toBe(303);
    expect(await askedBy(app, path)).toEqual([]);
    expect((await ross.get(path)).words).toContain('Ross Hill undid this on 10 February 2027 at 23:59.');
    expect((await ledgerOf(app, path)).map(({ state }) => state)).toEqual(['suppressed', 'suppressed', 'suppressed']);
    expect((await (await signedIn(app, 'sam')).get('/')).words).not.toContain('Put it right first time Due');
    expect((await (await signedIn(app, 'bo')).get('/')).words).toContain('Ross Hill, your regional manager, asked you');
    expect((await (await signedIn(app, 'pia')).get('/record')).words).toContain('Put it right first time');
  });

  it('is over with the day', async () => {
    const { dawn, path } = await dawns();
    app.clock.set('2027-02-11T00:00:00Z');
    expect((await dawn.get(path)).words).not.toContain('Undo it');
    const answer = await dawn.post(`${path}/undoings`);
    expect(answer.status).toBe(422);
    expect(answer.words).toContain('The day on which it was made is over. Withdraw it instead, with a reason.');
  });

  it('twice is once', async () => {
    const { dawn, path } = await dawns();
    const answers = await Promise.all([dawn.post(`${path}/undoings`), dawn.post(`${path}/undoings`)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await app.db.query('select 1 from assignment_end')).toHaveLength(1);
  });

  it('while a learner finishes keeps the completion, whoever comes first', async () => {
    for (let round = 0; round < 3; round += 1) {
      await forget();
      const { dawn, path } = await dawns({ course: 'another-course' });
      await Promise.all([dawn.post(`${path}/undoings`), finish(app, 'bo', 'another-course')]);
      const done = await app.db.query(
        `select 1 from completion c join course on course.id = c.course_id join person p on p.id = c.person_id
          where course.slug = 'another-course' and p.reference = 'bo'`,
      );
      expect(done).toHaveLength(1);
      expect(await askedBy(app, path)).toEqual([]);
      expect(await app.db.query('select 1 from requirement where closed_at is null')).toEqual([]);
    }
  });

  it('lets one ask again, as if it were new', async () => {
    const { dawn, path } = await dawns();
    await dawn.post(`${path}/undoings`);
    const again = await dawns();
    expect(await askedBy(app, again.path)).toEqual(['bo', 'pia', 'sam']);
    expect(await app.db.query('select 1 from requirement where closed_at is null')).toHaveLength(3);
  });
});

describe('withdrawing', () => {
  it('needs a reason, which those who know of it read', async () => {
    const { dawn, path } = await dawns();
    app.clock.set('2027-02-12T10:00:00Z');
    expect((await dawn.post(`${path}/withdrawals`, { reason: '' })).words).toContain(
      'Say why in a sentence of up to 300 characters.',
    );
    expect((await dawn.post(`${path}/withdrawals`, { reason: 'The parcels are sorted by hand again.' })).status).toBe(
      303,
    );
    expect((await dawn.get(path)).words).toContain(
      'Dawn Mercer withdrew this on 12 February 2027 at 10:00: “The parcels are sorted by hand again.”',
    );
    expect((await ledgerOf(app, path)).filter(({ kind }) => kind === 'withdrawn')).toHaveLength(3);
    expect((await (await signedIn(app, 'sam')).get('/messages')).words).toContain(
      'The parcels are sorted by hand again.',
    );
  });

  it('on the day itself is told to nobody, because nobody was told', async () => {
    const { dawn, path } = await dawns();
    await dawn.post(`${path}/withdrawals`, { reason: 'A slip.' });
    expect((await ledgerOf(app, path)).map(({ kind, state }) => `${kind} ${state}`)).toEqual(
      Array(3).fill('assigned suppressed'),
    );
  });

  it('stops everything else that could be done with it', async () => {
    const { dawn, path, formToken } = await dawns();
    await dawn.post(`${path}/withdrawals`, { reason: 'A slip.' });
    for (const [what, form] of [
      ['extensions', { formToken, everybody: 'yes', dueOn: '2027-03-10' }],
      ['nudges', { formToken, everybody: 'yes' }],
      ['undoings', {}],
    ] as const)
      expect((await dawn.post(`${path}/${what}`, form)).status).toBe(422);
  });
});

describe('settling for one person', () => {
  const settle = async (kind: string, reason = 'She trains the others in it.') => {
    const { dawn, path } = await dawns();
    const page = await dawn.get(`${path}/people/sam`);
    const answer = await dawn.post(`${path}/people/sam/decisions`, { formToken: tokenOn(page.text), kind, reason });
    return { dawn, path, answer };
  };

  it('lets off: it is asked no more, and the learner reads who and why', async () => {
    const { dawn, path, answer } = await settle('waived');
    expect((await dawn.follow(answer)).words).toContain('Sam Kaur is let off.');
    expect((await dawn.get(path)).words).toContain('0 of 2 finished');
    const sam = await signedIn(app, 'sam');
    expect((await sam.get('/messages')).words).toContain('Dawn Mercer decided: “She trains the others in it.”');
    expect((await sam.get('/')).words).toContain('Nothing due');
    const audit = await app.db.one<{ action: string }>(
      `select action from audit_entry where action !~ 'lookedAt' order by id desc limit 1`,
    );
    expect(audit!.action).toBe('assignments.waived');
  });

  it('marks complete: it counts as finished, without a completion', async () => {
    const { dawn, path } = await settle('markedComplete');
    const page = await dawn.get(path);
    expect(page.words).toContain('1 of 3 finished');
    expect(page.words).toContain('Marked complete');
    expect(
      await app.db.query(`select 1 from completion c join person p on p.id = c.person_id where p.reference = 'sam'`),
    ).toEqual([]);
  });

  it('needs a choice and a reason', async () => {
    expect((await settle('waived', '')).answer.words).toContain('Say why in a sentence of up to 300 characters.');
    expect((await settle('')).answer.words).toContain('Choose one of the two.');
    expect((await settle('forgotten')).answer.status).toBe(422);
  });

  it('is done once', async () => {
    const { dawn, path } = await settle('waived');
    const again = await dawn.post(`${path}/people/sam/decisions`, {
      formToken: '01950000-0000-4000-8000-000000000001',
      kind: 'markedComplete',
      reason: 'Changed my mind.',
    });
    expect(again.status).toBe(422);
    expect(again.words).toContain('This has been settled for Sam Kaur already.');
  });

  it('can be asked again later, as a new period', async () => {
    await settle('waived');
    await dawns();
    expect(
      await app.db.query(
        `select period from requirement r join person p on p.id = r.person_id where p.reference = 'sam' order by 1`,
      ),
    ).toEqual([{ period: 0 }, { period: 1 }]);
  });
});

describe('asking for more time', () => {
  it('reaches the manager, who gives it with one tap', async () => {
    const { dawn, path } = await dawns();
    const sam = await signedIn(app, 'sam');
    expect((await sam.get('/')).text).toContain(`/courses/${COURSE}/more-time`);
    const form = await sam.get(`/courses/${COURSE}/more-time`);
    expect(form.words).toContain('Dawn Mercer, your area manager, asked you: “So that nobody is sent elsewhere.”');
    const sent = { formToken: tokenOn(form.text), dueOn: '2027-03-03', words: 'Two of us are ill.' };
    await Promise.all([sam.post(`/courses/${COURSE}/more-time`, sent), sam.post(`/courses/${COURSE}/more-time`, sent)]);
    expect((await sam.get('/')).words).toContain('You asked for time until Wednesday 3 March.');

    const inbox = await dawn.get('/messages');
    expect(inbox.words).toContain('Sam Kaur asks for more time for Put it right first time');
    expect((await ledgerOf(app, path)).filter(({ kind }) => kind === 'moreTime')).toHaveLength(1);
    const page = await dawn.get(`${path}/people/sam`);
    expect(page.words).toContain('Sam Kaur asks for time until Wednesday 3 March. Two of us are ill.');
    const given = await dawn.post(`${path}/extensions`, {
      formToken: tokenOn(page.text),
      person: 'sam',
      dueOn: '2027-03-03',
    });
    expect(given.status).toBe(303);
    expect(await dueOf('sam')).toBe('2027-03-03');
    expect((await sam.get('/')).words).toContain('Ask for more time');
  });

  it('is refused in words for a day that is not later, and is nobody’s who was not asked', async () => {
    await dawns();
    const sam = await signedIn(app, 'sam');
    const form = await sam.get(`/courses/${COURSE}/more-time`);
    const early = await sam.post(`/courses/${COURSE}/more-time`, {
      formToken: tokenOn(form.text),
      dueOn: '2027-02-20',
      words: '',
    });
    expect(early.status).toBe(422);
    expect(early.words).toContain('It is due Wednesday 24 February already. Choose a later day.');
    const cy = await signedIn(app, 'cy');
    expect((await cy.get(`/courses/${COURSE}/more-time`)).status).toBe(404);
    expect(
      (await cy.post(`/courses/${COURSE}/more-time`, { formToken: tokenOn(form.text), dueOn: '2027-03-03' })).status,
    ).toBe(404);
  });
});

describe('outsiders', () => {
  const posts = ['extensions', 'nudges', 'undoings', 'withdrawals', 'people/sam/decisions'];

  it.each(posts)('another area’s manager finds no %s', async (what) => {
    const { path, formToken } = await dawns();
    const omar = await signedIn(app, 'omar');
    const form = { formToken, everybody: 'yes', dueOn: '2027-03-10', reason: 'Mine.', kind: 'waived' };
    expect((await omar.post(`${path}/${what}`, form)).status).toBe(404);
    expect((await omar.get(`${path}/people/sam`)).status).toBe(404);
    expect((await omar.get(`${path}/messages`)).status).toBe(404);
    expect((await omar.get(`${path}/progress`)).status).toBe(404);
    expect(await askedBy(app, path)).toEqual(['bo', 'pia', 'sam']);
  });

  it.each(posts)('a counter colleague is not let into %s', async (what) => {
    const { path, formToken } = await dawns();
    expect((await (await signedIn(app, 'sam')).post(`${path}/${what}`, { formToken })).status).toBe(403);
  });

  it('a postmaster acts on the own people of an area’s assignment, not on the whole of it', async () => {
    const { path } = await dawns();
    const pia = await signedIn(app, 'pia');
    const page = await pia.get(path);
    expect(page.words).not.toMatch(/Withdraw it|Undo it|Give everybody more time/);
    const formToken = tokenOn(page.text);
    expect((await pia.post(`${path}/undoings`)).status).toBe(403);
    expect((await pia.post(`${path}/withdrawals`, { reason: 'No.' })).status).toBe(403);
    expect((await pia.post(`${path}/extensions`, { formToken, everybody: 'yes', dueOn: '2027-03-10' })).status).toBe(
      403,
    );
    expect((await pia.post(`${path}/extensions`, { formToken, person: 'sam', dueOn: '2027-03-10' })).status).toBe(303);
    expect((await pia.post(`${path}/extensions`, { formToken, person: 'bo', dueOn: '2027-03-10' })).status).toBe(422);
    await pia.post(`${path}/nudges`, { formToken, everybody: 'yes' });
    expect(
      (await ledgerOf(app, path)).filter(({ kind }) => kind === 'nudge').map(({ reference }) => reference),
    ).toEqual(['pia', 'sam']);
    expect([await dueOf('sam'), await dueOf('bo')]).toEqual(['2027-03-10', '2027-02-24']);
    expect((await pia.get(`${path}/people/bo`)).status).toBe(404);
    expect((await pia.get(`${path}/messages`)).words).not.toContain('Bo Lyle');
  });

  it('a course’s analyst looks and does not touch', async () => {
    const { path } = await dawns();
    const nik = await signedIn(app, 'nik');
    const page = await nik.get(path);
    expect(page.words).not.toContain('What you can do');
    expect((await nik.post(`${path}/nudges`, { everybody: 'yes' })).status).toBe(403);
  });

  it('tampered ids and tokens are not found, or asked for again', async () => {
    const { dawn, path } = await dawns();
    expect((await dawn.post('/assignments/999999/nudges', { formToken: 'x' })).status).toBe(404);
    expect((await dawn.post(`${path}/nudges`, { formToken: 'x', everybody: 'yes' })).words).toContain(
      'This page had been open too long.',
    );
    expect((await dawn.get(`${path}/people/nobody`)).status).toBe(404);
    expect((await dawn.get(`/assignments/${idOf(path)}x/people/sam`)).status).toBe(404);
  });
});
