import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestApp } from '../support/app.js';
import { ask, browse, customersAnswer, customersSay, finish, startHome, WEDNESDAY } from './home-world.js';

let app: TestApp;

beforeAll(async () => {
  app = await startHome();
});
afterAll(() => app.stop());
afterEach(() => app.clock.set(WEDNESDAY));

const home = async (reference: string) => (await browse(app, reference)).get('/');

describe('home in the themed week', () => {
  it('puts today’s theme first for a colleague, with one button', async () => {
    const page = await home('sam');
    expect(page.status).toBe(200);
    expect(page.words).toContain('Love Your Customers Week, day 3 of 6 When it goes wrong');
    expect(page.words).toContain('Start today’s lesson');
    expect(page.text).toMatch(/<a href="\/courses\/when-it-goes-wrong\/lessons\/1"[^>]*>Start today’s lesson/);
    expect(page.text).toContain('data-theme="love"');
    expect(page.text).toContain('class="awning"');
    expect(page.text.match(/<h1/g)).toHaveLength(1);
  });

  it('keeps each person’s own days and drivers', async () => {
    await finish(app, 'sam', 'a-proper-hello', '2027-02-08');
    const sam = await home('sam');
    expect(sam.words).toContain('One day done. Missed one? Catch up any time.');
    expect(sam.words).toContain('Friendly 1 of 2');
    const pia = await home('pia');
    expect(pia.words).toContain('Missed one? Catch up any time.');
    expect(pia.words).not.toContain('One day done');
    expect(pia.words).toContain('Friendly 0 of 2');
  });

  it('turns to the challenge when today’s lesson is done', async () => {
    await finish(app, 'al', 'when-it-goes-wrong', '2027-02-10');
    app.clock.set('2027-02-10T18:00:00Z');
    const page = await home('al');
    expect(page.words).toContain('Today’s challenge:');
    expect(page.words).not.toContain('Start today’s lesson');
  });

  it('ignores what has not happened yet', async () => {
    await finish(app, 'bo', 'when-it-goes-wrong', '2027-02-10');
    expect((await home('bo')).words).toContain('Start today’s lesson');
  });

  it('keeps later days locked for colleagues and open to those who prepare them', async () => {
    const thursday = '/campaigns/love-your-customers-week-2027/days/2027-02-11';
    expect((await home('sam')).text).not.toContain(thursday);
    expect((await home('pia')).text).toContain(thursday);
  });
});

describe('home by role', () => {
  it.each([
    ['pia', ['Start today’s lesson', 'Yours to look after', '/units/021047']],
    ['dawn', ['See how the week is going', '1 of your 2 units has joined so far.', '/areas/A1']],
    ['ross', ['See how the week is going', '/regions/R1']],
    ['grace', ['See how the week is going', '/courses', '/campaigns']],
    ['nik', ['See how the week is going', '/feedback/imports']],
    ['ada', ['See how the week is going', '/feedback/imports']],
  ])('leads %s to the job', async (reference, parts) => {
    const page = await home(reference);
    expect(page.status).toBe(200);
    for (const part of parts) expect(page.text).toContain(part);
  });

  it('leads an area manager straight to the area when no week runs', async () => {
    app.clock.set('2027-03-10T10:00:00Z');
    const page = await home('dawn');
    expect(page.text).toMatch(/<h1[^>]*>Moors<\/h1>/);
    expect(page.text).not.toContain('data-theme="love"');
  });

  it('asks visitors to sign in first', async () => {
    const answer = await app.visitor().get('/');
    expect(answer.status).not.toBe(200);
    expect(answer.words).not.toContain('Your six drivers');
  });
});

describe('home around the week', () => {
  it('announces it a fortnight before', async () => {
    app.clock.set('2027-01-27T10:00:00Z');
    const page = await home('cy');
    expect(page.words).toContain('Coming up');
    expect(page.words).toContain('Love Your Customers Week starts on Monday 8 February.');
  });

  it('offers what was missed for a fortnight after, and a head start', async () => {
    app.clock.set('2027-02-24T10:00:00Z');
    const page = await home('cy');
    expect(page.words).toContain('Catch up until Saturday 27 February.');
    expect(page.words).toContain('Nothing due. Fancy a head start? The first ten seconds');
    expect(page.text).toContain('/campaigns/love-your-customers-week-2027/days/2027-02-09');
  });

  it('says nothing of it at other times', async () => {
    app.clock.set('2027-03-10T10:00:00Z');
    expect((await home('cy')).words).not.toContain('Love Your Customers Week');
  });
});

describe('what a customer said', () => {
  const kind = [
    'The lady rang the depot there and then.',
    'A smile each time I come in.',
    'Best branch for miles around.',
  ];

  it('is shown to the branch it is about, once there are five comments', async () => {
    await customersSay(app, '021047', [...kind, 'They helped me with the form.']);
    expect((await home('sam')).words).not.toContain('A customer at your branch said');
    await customersSay(app, '021047', ['I was sent elsewhere for the second time.'], 'irritated');
    const page = await home('sam');
    expect(page.words).toContain('A customer at your branch said');
    expect(page.words).toMatch(/February 2027\. Felt delighted\. Ease 5 of 5\./);
    expect(page.words).not.toContain('sent elsewhere');
  });

  it('names the day only once thirty have answered in 13 weeks', async () => {
    await customersAnswer(app, '021047', 25);
    expect((await home('sam')).words).toMatch(/\d February\. Felt delighted\. Ease 5 of 5\./);
  });

  it('is not shown to other branches, nor before it was said', async () => {
    expect((await home('lone')).words).not.toContain('A customer at your branch said');
    app.clock.set('2027-01-31T10:00:00Z');
    expect((await home('sam')).words).not.toContain('A customer at your branch said');
  });

  it('names the month only where two colleagues work', async () => {
    await customersSay(app, '000003', [...kind, 'Diolch am bopeth, fel arfer.', 'They know us all by name here.']);
    expect((await home('lone')).words).toContain('February 2027. Felt delighted.');
  });
});

describe('/today', () => {
  it('leads to the theme day that is on', async () => {
    const answer = await (await browse(app, 'sam')).get('/today');
    expect(answer.status).toBe(303);
    expect(answer.location).toBe('/campaigns/love-your-customers-week-2027/days/2027-02-10');
  });

  it('leads home on other days', async () => {
    app.clock.set('2027-02-20T10:00:00Z');
    expect((await (await browse(app, 'sam')).get('/today')).location).toBe('/');
  });
});

describe('the statements', () => {
  it.each([
    ['/accessibility', 'Accessibility', 'What we have not checked yet'],
    ['/privacy', 'Privacy', 'Results are for learning. They are not for discipline.'],
  ])('%s is open to everyone', async (path, heading, sentence) => {
    const page = await app.visitor().get(path);
    expect(page.status).toBe(200);
    expect(page.text).toContain(`<h1 class="h1">${heading}</h1>`);
    expect(page.words).toContain(sentence);
  });
});

describe('assigned to you', () => {
  const slug = 'put-it-right-first-time';

  beforeAll(() =>
    ask(app, { by: 'dawn', of: ['sam', 'pia'], slug, dueOn: '2027-02-12', reason: 'Many were sent elsewhere.' }),
  );

  it('says what, by when, who asked and why', async () => {
    const page = await home('sam');
    expect(page.words).toContain('Put it right first time Due Friday 12 February 15 minutes');
    expect(page.words).toContain('Dawn Mercer, your area manager, asked you: “Many were sent elsewhere.”');
  });

  it('comes first when no week runs', async () => {
    app.clock.set('2027-03-01T10:00:00Z');
    const page = await home('sam');
    expect(page.words).toContain('Next for you Put it right first time');
    expect(page.words).toContain('It was due on Friday 12 February. 15 minutes.');
    expect(page.words).toContain('Was due Friday 12 February');
  });

  it('names every one who asked', async () => {
    await ask(app, { by: 'ross', of: ['sam'], slug, dueOn: '2027-02-20', reason: 'All of the North does this.' });
    expect((await home('sam')).words).toContain(
      'Ross Vale, your regional manager, asked you: “All of the North does this.” Dawn Mercer, your area manager, asked you: “Many were sent elsewhere.”',
    );
    expect((await home('pia')).words).toContain(
      'Dawn Mercer, your area manager, asked you: “Many were sent elsewhere.”',
    );
  });

  it('is nobody else’s, and gone once it is done', async () => {
    expect((await home('al')).words).not.toContain('asked you:');
    await finish(app, 'pia', slug, '2027-02-09');
    await app.db.query(`update requirement r set completion_id = c.id from completion c
                         where c.person_id = r.person_id and c.course_id = r.course_id`);
    expect((await home('pia')).words).toContain('Nothing due');
  });
});

describe('worth doing in an area', () => {
  it('leads an area manager to the branch that stands out, with what a customer said', async () => {
    await customersAnswer(app, '021047', 40, 3);
    await customersAnswer(app, '000002', 40);
    const page = await home('dawn');
    expect(page.words).toContain('Worth doing in Moors');
    expect(page.words).toContain('Millbridge deserves a thank-you');
    expect(page.text).toContain('href="/units/000002"');
    expect(page.text.match(/href="\/areas\/A1"/g)).toHaveLength(1);
  });

  it('is nobody else’s', async () => {
    for (const reference of ['sam', 'pia', 'ross', 'nik'])
      expect((await home(reference)).words).not.toContain('Worth doing in');
  });
});
