import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AlertWatch } from '../../src/dashboards/alerts/watch.service.js';
import { Standings } from '../../src/feedback/standings/standings.service.js';
import { CommentReading } from '../../src/feedback/themes/reading.service.js';
import { Letters } from '../../src/notifications/delivery/letters.service.js';
import { type TestApp, startTestApp } from '../support/app.js';
import type { Browserless, Fields } from '../support/browserless.js';
import { defined, FOOTFALL, type as typeIn } from '../feedback/custom-metrics/metrics-world.js';
import { answers, ashbridgeSlips, aWorld, idOf } from './world.js';

let app: TestApp;
let dawn: Browserless;
let dale: Browserless;
const signIn = async (reference: string) => app.signInAs(await idOf(app, reference));

beforeAll(async () => {
  app = await startTestApp({ now: '2027-02-10T10:00:00Z' });
  await aWorld(app);
  await ashbridgeSlips(app);
  [dawn, dale] = await Promise.all([signIn('dawn'), signIn('dale')]);
});
afterAll(() => app.stop());

const look = () => app.nest.get(AlertWatch).look();

/** As if another file of answers had ended. */
async function lookAgain(): Promise<void> {
  await app.db.query(`delete from setting where key = 'dashboards.alerts'`);
  await look();
}

const FALLS: Fields = {
  about: '/areas/A07',
  eachUnit: 'yes',
  measure: 'ease',
  rule: 'falls',
  threshold: '',
  delivery: 'digest',
};

const set = (browser: Browserless, fields: Fields) =>
  browser.post('/alerts', { ...FALLS, token: randomUUID(), next: 'save', ...fields });

const lastId = async () => (await app.db.one<{ id: number }>('select max(id)::int as id from alert'))?.id ?? 0;

const messagesOf = (reference: string) =>
  app.db.query<{ id: number; urgent: boolean; app_only: boolean; facts: Record<string, unknown> }>(
    `select m.id::int, m.urgent, m.app_only, m.facts from message m join person p on p.id = m.person_id
      where m.kind = 'dashboards.alert' and p.reference = $1 order by m.id`,
    [reference],
  );

describe('setting an alert', () => {
  it('begins at the dashboard, and shows first what it would have told', async () => {
    expect((await dawn.get('/areas/A07')).text).toMatch(/href="\/alerts\/new\?about(=|&#x3D;)%2Fareas%2FA07"/);
    expect((await dawn.get('/alerts/new?about=/areas/A07')).text).toContain('About Northmere and Coast.');
    const tried = await dawn.post('/alerts', { ...FALLS, token: randomUUID(), next: 'preview' });
    expect(tried.status).toBe(200);
    expect(tried.text).toMatch(/In the last 52 weeks this would have told you once\./);
    expect(tried.text).toContain('Ashbridge');
    expect(await lastId()).toBe(0);
  });

  it('is done once, however often the form is sent', async () => {
    const token = randomUUID();
    const both = await Promise.all([set(dawn, { token }), set(dawn, { token })]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(await app.db.query('select id from alert')).toHaveLength(1);
    expect((await dawn.get('/alerts')).text).toContain(
      'Ease falls clearly (slipping): each unit of Northmere and Coast',
    );
  });

  it.each([
    [{ rule: 'below', threshold: '101' }, 'Give a number from 0 to 100.'],
    [{ rule: 'below', threshold: '' }, 'Give a number from 0 to 100.'],
    [{ rule: 'few', threshold: '0' }, 'Give a number from 1 to 1000.'],
    [{ rule: 'above', threshold: 'many' }, 'Give the number in digits, such as 70.'],
    [{ rule: 'sometimes' }, 'Choose when to tell you.'],
    [{ measure: 'weather' }, 'Choose what to watch.'],
  ])('with %j says what to do', async (fields, sentence) => {
    const { status, text } = await set(dawn, fields);
    expect([status, text.includes(sentence)]).toEqual([422, true]);
  });
});

describe('an alert', () => {
  it('tells once of each crossing, however often it is looked at, with a link to the page as it was', async () => {
    await look();
    await Promise.all([lookAgain(), lookAgain()]);
    const told = await messagesOf('dawn');
    expect(told).toHaveLength(1);
    expect(told[0]!.facts).toMatchObject({
      places: 'Ashbridge',
      path: '/units/021047?from=2027-01-11&to=2027-02-07',
      n: 180,
    });
    const { text } = await dawn.get(`/messages/${told[0]!.id}`);
    expect(text).toContain('Ashbridge: Ease falls clearly');
    expect(text).toContain(
      'Ease 67.8 (60.6 to 74.2) on 180 answers in four weeks to 7 February 2027, 14.3 points less',
    );
    expect(text).toContain('Change or stop this alert');
    expect((await dawn.get(String(told[0]!.facts.path))).status).toBe(200);
  });

  it('keeps what it told, with the page of then', async () => {
    const { text } = await dawn.get(`/alerts/${await lastId()}`);
    expect(text).toContain('What it told you');
    expect(text.replaceAll('&#x3D;', '=')).toContain('/units/021047?from=2027-01-11&amp;to=2027-02-07');
  });

  it('tells in the app alone, by an e-mail of its own or with the morning’s', async () => {
    await set(dale, { about: '/units/021050', measure: 'ease', rule: 'below', threshold: '50', delivery: 'app' });
    await set(dale, { about: '/areas/A08', eachUnit: '', rule: 'few', threshold: '5', delivery: 'mail' });
    await lookAgain();
    expect((await messagesOf('dale')).map(({ urgent, app_only: appOnly }) => [urgent, appOnly])).toEqual([
      [false, true],
      [true, false],
    ]);
  });

  it('says in the e-mail how to stop it', async () => {
    const [message] = await messagesOf('dawn');
    const mail = {
      id: 1,
      personId: await idOf(app, 'dawn'),
      name: 'Dawn',
      email: 'd@example.org',
      language: 'en',
      tries: 0,
    };
    const messages = [{ kind: 'dashboards.alert', facts: message!.facts }];
    const letter = await app.nest.get(Letters).write({ ...mail, messages } as never);
    expect(letter.text).toMatch(/Change or stop this alert: http\S*\/alerts\/\d+/);
    expect(letter.html).toContain('Change or stop this alert');
  });

  it('says nothing while it is paused or once it is deleted, and comes back', async () => {
    await set(dawn, { about: '/units/021047', eachUnit: '', rule: 'below', threshold: '90' });
    const id = await lastId();
    await dawn.post(`/alerts/${id}/pause`, { paused: 'yes' });
    await lookAgain();
    expect((await dawn.get('/alerts')).text).toContain('Paused');
    expect((await dawn.post(`/alerts/${id}/deletion`)).location).toBe(`/alerts?deleted=${id}`);
    expect((await dawn.get(`/alerts?deleted=${id}`)).text).toContain('is deleted.');
    await dawn.post(`/alerts/${id}/restoration`);
    expect(await messagesOf('dawn')).toHaveLength(1);
    await dawn.post(`/alerts/${id}/pause`, { paused: 'no' });
    await lookAgain();
    expect(await messagesOf('dawn')).toHaveLength(2);
  });

  it('is changed, and begins afresh when its rule is another', async () => {
    const id = await lastId();
    const changed = await dawn.post(`/alerts/${id}`, {
      ...FALLS,
      about: '/units/021047',
      token: randomUUID(),
      rule: 'above',
      threshold: '99',
      next: 'save',
    });
    expect(changed.location).toBe(`/alerts/${id}`);
    expect(await app.db.query('select 1 from alert_raised where alert_id = $1', [id])).toEqual([]);
    expect((await dawn.get(`/alerts/${id}`)).text).toContain('Ease is surely above 99: Ashbridge');
  });

  it('does not tell somebody who has lost the place', async () => {
    await set(dale, { about: '/areas/A08', eachUnit: '', rule: 'below', threshold: '90', delivery: 'app' });
    await app.db.query(`update posting set valid = daterange(lower(valid), '2027-02-09') where person_id = $1`, [
      await idOf(app, 'dale'),
    ]);
    const before = (await messagesOf('dale')).length;
    await lookAgain();
    expect(await messagesOf('dale')).toHaveLength(before);
  });

  it('tells again after the next file only of what is new', async () => {
    await answers(app, [{ unit: '021048', week: '2027-02-01', n: 200, easy: 10 }]);
    await look();
    const told = await messagesOf('dawn');
    expect(told.at(-1)!.facts).toMatchObject({ places: 'Vennelshaw' });
  });
});

describe('what else can be watched', () => {
  let nik: Browserless;
  let footfall: string;

  beforeAll(async () => {
    nik = await signIn('nik');
    await app.nest.get(CommentReading).keepUp();
    footfall = await defined(app, { ...FOOTFALL, audience: 'managers' });
    await typeIn(nik, footfall, ['021047', '2027-01-25', '900'], ['021047', '2027-02-01', '400']);
    await app.nest.get(Standings).fill('2027-02-10');
    await app.db.query(
      `insert into unit_funnel_week (unit_id, week, responses, ease_n, ease_top, z)
       select unit_id, week, responses, ease_n, ease_top, -3.5 from unit_standing
        where unit_id = (select id from unit where code = '021047')
       on conflict (unit_id, week) do update set z = excluded.z`,
    );
  });

  const about = (measure: string, rule: string, threshold = '') => ({ measure, rule, threshold, eachUnit: '' });

  it.each([
    [
      'training',
      about('course:put-it-right-first-time', 'below', '50'),
      'Northmere and Coast: Fewer than 50% have finished ‘Put it right first time’',
      '0 of 5 colleagues have finished it (0%).',
    ],
    [
      'themes',
      about('theme:elsewhere', 'above', '10'),
      'Northmere and Coast: More than 10 comments in a week speak of ‘Sent elsewhere’',
      '14 comments speak of it in the week to 7 February 2027.',
    ],
    [
      'themes',
      about('theme:elsewhere', 'rises'),
      'Northmere and Coast: Comments speak of ‘Sent elsewhere’ clearly more often',
      'points more than in the 13 weeks before',
    ],
    [
      'numbers',
      about('number:footfall', 'below', '500'),
      'Northmere and Coast: Footfall: below 500 visitors',
      'Week of 1 February 2027: 400 visitors.',
    ],
    [
      'funnel',
      about('funnel', 'below'),
      'Ashbridge: Ease is clearly below others (outside the 99.8% limits)',
      'as of the week to 7 February 2027',
    ],
  ])('%s: %j', async (what, fields, title, text) => {
    expect((await dawn.get(`/alerts/new?about=/areas/A07&what=${what}`)).text).toContain(`value="${fields.measure}"`);
    const tried = await set(dawn, { ...fields, what, next: 'preview' });
    expect(tried.words).toMatch(/would have told you once|would tell you of one place/);
    expect((await set(dawn, { ...fields, what, delivery: 'app' })).status).toBe(303);
    await lookAgain();
    await lookAgain();
    const told = await messagesOf('dawn');
    const message = await dawn.get(`/messages/${told.at(-1)!.id}`);
    expect(message.words).toContain(title);
    expect(message.words).toContain(text);
    expect((await dawn.get(String(told.at(-1)!.facts.path))).status).toBe(200);
    expect(told.filter(({ facts }) => facts.alertId === told.at(-1)!.facts.alertId)).toHaveLength(1);
    expect((await dawn.get(`/alerts/${String(told.at(-1)!.facts.alertId)}`)).words).toContain(text);
  });

  it('of training tells nothing while fewer than five colleagues are there', async () => {
    const course = {
      ...about('course:put-it-right-first-time', 'below', '50'),
      about: '/units/021047',
      what: 'training',
    };
    expect((await set(dawn, { ...course, next: 'preview' })).words).toContain(
      'As things are today this would tell you nothing.',
    );
  });

  it.each([
    [about('course:of-nobody', 'below', '50'), 'Choose what to watch.'],
    [about('theme:elsewhere', 'falls'), 'Choose when to tell you.'],
    [about('theme:elsewhere', 'above', '2'), 'Give a number from 4 to 100000.'],
    [about('ease', 'rises'), 'Give a number from 0 to 100.'],
    [about('completion', 'few', '3'), 'Choose when to tell you.'],
    [about('number:footfall', 'above'), 'Give the number.'],
  ])('%j says what to do', async (fields, sentence) => {
    const { status, text } = await set(dawn, fields);
    expect([status, text.includes(sentence)]).toEqual([422, true]);
  });

  it('of a number is for its readers, and ends with their post', async () => {
    const sam = await signIn('s0');
    const number = { ...about('number:footfall', 'below', '500'), about: '/units/021047', delivery: 'app' };
    expect((await sam.get('/alerts/new?about=/units/021047&what=numbers')).text).not.toContain('number:footfall');
    expect((await set(sam, number)).status).toBe(422);
    await app.db.query(
      `insert into alert (form_token, person_id, level, place_id, each_unit, measure, rule, threshold, delivery, made_at)
       select 'sams', $1, 'unit', id, false, 'number:footfall', 'below', 500, 'app', '2027-02-01' from unit where code = '021047'`,
      [await idOf(app, 's0')],
    );
    await lookAgain();
    expect(await messagesOf('s0')).toEqual([]);
  });

  it('says so when it is there no more', async () => {
    await app.db.query(`update custom_metric set retired_at = '2027-02-10' where key = $1`, [footfall]);
    expect((await dawn.get('/alerts')).words).toContain('What it watches is no longer there.');
    await lookAgain();
  });
});

describe('an outsider', () => {
  it('sets none about a place out of reach, and neither sees nor touches somebody else’s', async () => {
    const regina = await signIn('regi');
    expect((await regina.get('/alerts/new?about=/areas/A20')).status).toBe(404);
    expect((await set(regina, { about: '/dashboard' })).status).toBe(404);
    const id = await lastId();
    expect((await regina.get(`/alerts/${id}`)).status).toBe(404);
    for (const what of ['', '/pause', '/deletion', '/restoration'])
      expect([what, (await regina.post(`/alerts/${id}${what}`, { ...FALLS, token: randomUUID() })).status]).toEqual([
        what,
        404,
      ]);
  });
});
