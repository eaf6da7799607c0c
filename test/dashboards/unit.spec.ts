import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { TestApp } from '../support/app.js';
import type { Browserless } from '../support/browserless.js';
import { answers, mondays, type SignIn, whereAshbridgeSlips } from './world.js';

let app: TestApp;
let dawn: Browserless;
let signIn: SignIn;

/** The course finished by these people on this day, in their unit. */
async function finished(day: string, ...references: string[]) {
  await app.db.query(
    `insert into completion (person_id, course_id, course_version_id, unit_id, completed_at)
     select p.id, v.course_id, v.id, u.id, ($2 || 'T12:00:00Z')::timestamptz
       from person p, course_version v, unit u where p.reference = any ($1) and u.code = '021047'`,
    [references, day],
  );
}

beforeAll(async () => void ({ app, signIn, dawn } = await whereAshbridgeSlips()));
afterAll(() => app.stop());

describe('the page of a unit', () => {
  it('shows completion beside what customers say, each with what it is counted from', async () => {
    const { words } = await dawn.get('/units/021047');
    expect(words).toContain('Ashbridge 021047, Northmere and Coast');
    expect(words).toContain(
      'Expectations is slipping Ease is 14.3 points lower in the last four weeks than in the 13 before',
    );
    expect(words).toContain('Course completion 0% Of 1 course for 4 colleagues in post');
    expect(words).toContain('Assigned completion – Nothing assigned is due');
    expect(words).toContain('Ease score 67.8 60.6 to 74.2 on 180 answers, 4 weeks. Mean 4.0 of 5');
    expect(words).toContain('Ease fell 14.3 points in the last four weeks.');
    expect(words).toMatch(/Expectations Work on this 35\.6 .* mean 3\.1 of 5, 180 answers/);
    expect(words).toContain('“I was sent elsewhere again” Disappointed, ease 2 of 5,');
  });

  it('opens the answers behind its number', async () => {
    const { text } = await dawn.get('/units/021047');
    const path = /href="(\/feedback\/responses[^"]*from[^"]*)"/
      .exec(text)?.[1]
      ?.replaceAll('&amp;', '&')
      .replaceAll('&#x3D;', '=');
    const { words } = await dawn.get(path ?? '');
    expect(words).toContain(
      'Answers about Ashbridge 239 answers, Friday 1 January to Sunday 28 February 2027, newest first Only those who answered about “Ease”.',
    );
    expect(words).toContain('Showing 1 to 50 of 239.');
  });

  it('counts every answer so far, also where there is no score', async () => {
    const { words } = await dawn.get('/units/021049');
    expect(words).toContain('Ease score – Too few yet: 4 answers in a year');
    expect(words).toContain('All 4 responses so far Closed weeks from 18 January 2027 to 24 January 2027');
    expect(words).toContain('There is no ease score to draw yet.');
    expect(words).toContain('Nobody is in post here today.');
    expect(words).toContain('Customers’ words are shown once there are five comments.');
  });

  it('says who finished what to those who lead the unit, and to nobody else', async () => {
    expect((await dawn.get('/units/021047')).words).toContain('Who finished what');
    const sam = await signIn('s0');
    const own = await sam.get('/units/021047');
    expect(own.status).toBe(200);
    expect(own.words).not.toMatch(/Who finished what|Ella Mahmood|Record what else|Assign training|Assign ‘/);
    expect((await sam.get('/dashboard')).location).toBe('/units/021047');
  });
});

describe('an analyst', () => {
  it.each(['/units/021047', '/areas/A07'])('is not offered to assign on %s, which they may not', async (path) => {
    const nik = await signIn('nik');
    const seen = await nik.get(path);
    expect([seen.status, (await nik.get('/assignments/new')).status]).toEqual([200, 403]);
    expect(seen.text).not.toContain('href="/assignments/new');
  });
});

describe('recording what else was changed', () => {
  const change = (values = {}) => ({
    token: randomUUID(),
    happenedOn: '2027-02-10',
    words: 'Referral list put right',
    ...values,
  });

  it('puts it beside the scores, once', async () => {
    await dawn.get('/units/021047');
    const twice = change();
    const done = await dawn.post('/units/021047/actions', twice);
    expect(done).toMatchObject({ status: 303, location: '/units/021047' });
    await dawn.post('/units/021047/actions', twice);
    const { words } = await dawn.follow(done);
    expect(words).toContain('Referral list put right 10 February 2027, recorded by Dawn Mercer');
    expect(await app.db.query('select 1 from unit_action')).toHaveLength(1);
    expect(
      await app.db.one(`select action, subject_kind from audit_entry where action = 'unit.changeRecorded'`),
    ).not.toBeNull();
  });

  it.each([
    [{ words: '' }, 'Say in up to 200 characters what you changed.'],
    [{ words: 'x'.repeat(201) }, 'Say in up to 200 characters what you changed.'],
    [{ happenedOn: '2027-02-11' }, 'Record a change once it has happened: choose today or an earlier day.'],
    [{ happenedOn: '2025-01-01' }, 'Choose a day within the last year.'],
    [{ happenedOn: '2027-02-31' }, 'Give a day that is on the calendar.'],
    [{ happenedOn: '' }, 'Give the day of the change, such as 11 02 2027.'],
    [{ token: 'x' }, 'Load the page again and record the change once more.'],
  ])('asks again for %j and keeps what was typed', async (values, sentence) => {
    const again = await dawn.post('/units/021047/actions', change(values));
    expect(again.status).toBe(422);
    expect(again.words).toContain(sentence);
    if (!('words' in values)) expect(again.text).toContain('value="Referral list put right"');
    expect(await app.db.query('select 1 from unit_action')).toHaveLength(1);
  });
});

describe('two weeks after', () => {
  it('training and another change together are credited with nothing alone', async () => {
    await finished('2027-02-11', 's0', 's1');
    await finished('2027-02-15', 's2');
    await answers(
      app,
      mondays('2027-02-22', 2).map((week, i) => ({ unit: '021047', week, n: 45, easy: i === 0 ? 37 : 36 })),
    );
    app.clock.set('2027-03-01T10:00:00Z');
    const { words, text } = await dawn.get('/units/021047');
    expect(words).toContain(
      'Training: ‘Put it right first time’. Referral list put right 10 February 2027 to 11 February 2027',
    );
    expect(words).toContain('Before 67.8 60.6 to 74.2, on 180 answers. 4 weeks to Sunday 7 February 2027');
    expect(text).toContain(
      'href="/feedback/responses?unit&#x3D;021047&amp;from&#x3D;2027-01-11&amp;to&#x3D;2027-02-01"',
    );
    expect(words).toContain('Since 81.1 71.8 to 87.9, on 90 answers. 2 weeks to Sunday 28 February 2027');
    expect(words).toContain('so neither is credited with the difference alone.');
    expect(words).toContain('Course completion 75% Of 1 course for 4 colleagues in post');
    app.clock.set('2027-02-10T10:00:00Z');
  });
});

describe('an outsider', () => {
  it.each([
    ['dale', '/units/021047', 404],
    ['dawn', '/units/021050', 404],
    ['dawn', '/units/nowhere', 404],
    ['s0', '/units/021048', 404],
    ['post', '/units/021047', 404],
    ['gast', '/units/021047', 403],
    ['dale', '/feedback/responses?unit=021047', 404],
    ['s0', '/feedback/responses?unit=021047', 403],
    ['dawn', '/feedback/responses', 404],
    ['dawn', '/feedback/imports', 403],
  ])('%s asking for %s gets %d', async (reference, path, status) => {
    const answer = await (await signIn(reference)).get(path);
    expect(answer.status).toBe(status);
    expect(answer.words).not.toMatch(/Ashbridge|sent elsewhere|Ella/);
  });

  it.each([
    ['dale', 404],
    ['s0', 403],
    ['gast', 403],
  ])('%s recording a change at Ashbridge gets %d, and nothing is recorded', async (reference, status) => {
    const before = await app.db.query('select 1 from unit_action');
    const answer = await (
      await signIn(reference)
    ).post('/units/021047/actions', {
      token: randomUUID(),
      happenedOn: '2027-02-10',
      words: 'Mine',
    });
    expect(answer.status).toBe(status);
    expect(await app.db.query('select 1 from unit_action')).toHaveLength(before.length);
  });
});
