import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aReadingCourse, aText, publish } from '../factories/courses.js';
import { RoleGrants } from '../../src/network/role-grants.service.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { Browserless } from '../support/browserless.js';
import { coverWorld, personId, signedIn, TODAY } from './cover-world.js';
import { importPeople } from './files.js';

/**
 * Vera works at the counter of Ashbridge, is champion in Seahaven, and manages the area Downs. Paul is postmaster of
 * Seahaven and holds a grant of analyst for the whole network.
 */
let app: TestApp;
let vera: Browserless;
let paul: Browserless;

beforeAll(async () => {
  app = await startTestApp({ now: `${TODAY}T10:00:00Z` });
  await coverWorld(app);
  await importPeople(app, ['vera,Vera Vale,,000001,staff,2021-04-01,', 'vera,Vera Vale,,000003,champion,2021-04-01,']);
  await importPeople(app, ['paul,Paul Post,,000003,postmaster,2021-04-01,', 'cy,Cy Nash,,000003,staff,2021-04-01,']);
  await app.db.query(
    `insert into posting (person_id, area_id, role, main, valid)
     select $1, id, 'areaManager', false, '[2021-04-01,)' from area where code = 'A09'`,
    [await personId(app, 'vera')],
  );
  const paulId = await personId(app, 'paul');
  await app.db.write((tx) => app.nest.get(RoleGrants).replace(tx, paulId, 'company', ['analyst'], TODAY));
  await publish(
    app,
    aReadingCourse({
      slug: 'put-it-right',
      title: 'Put it right',
      lessons: [{ title: 'Own the fix', minutes: 5, blocks: [aText('how', 'Say what happens next.')] }],
    }),
  );
  [vera, paul] = await Promise.all([signedIn(app, 'vera'), signedIn(app, 'paul')]);
});
afterAll(() => app.stop());

const asking = (unit: string) => ({
  unit,
  course: 'put-it-right',
  reason: 'Because.',
  dueOn: '2026-12-10',
  formToken: crypto.randomUUID(),
});

describe('a right over one place is none over another', () => {
  it.each([
    // path, Ashbridge (counter), Seahaven (champion), Chalkford (area manager)
    ['a unit’s page', (code: string) => `/units/${code}`, [200, 200, 200]],
    ['its team as a file', (code: string) => `/units/${code}/team.csv`, [404, 200, 200]],
    ['single answers', (code: string) => `/feedback/responses?unit=${code}`, [404, 404, 200]],
  ])('%s', async (_, path, expected) => {
    const answers = await Promise.all(['000001', '000003', '000004'].map((code) => vera.get(path(code))));
    expect(answers.map(({ status }) => status)).toEqual(expected);
  });

  it('its buttons are there only where they work', async () => {
    const pages = await Promise.all(['000001', '000003', '000004'].map((code) => vera.get(`/units/${code}`)));
    expect(pages.map(({ text }) => text.includes('/assignments/new?'))).toEqual([false, false, true]);
    expect(pages.map(({ text }) => text.includes('/actions"'))).toEqual([false, false, true]);
    expect(pages.map(({ text }) => text.includes('/feedback/responses'))).toEqual([false, false, true]);
  });

  it('assigning: in the area, neither where she champions nor where she works', async () => {
    await vera.get('/assignments');
    const answers = [];
    for (const code of ['000001', '000003', '000004']) answers.push(await vera.post('/assignments', asking(code)));
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 303]);
    expect(await app.db.query('select from assignment')).toHaveLength(1);
  });

  it('following up: where she champions and manages, with buttons where she manages', async () => {
    const made = await paul.get('/assignments').then(() => paul.post('/assignments', asking('000003')));
    expect(made.status).toBe(303);
    const page = await vera.get(made.location!);
    expect(page.words).toContain('Cy Nash');
    expect(page.text).not.toContain('name="person"');
    const formToken = crypto.randomUUID();
    expect((await vera.post(`${made.location!}/nudges`, { formToken, person: 'cy' })).status).toBe(404);
    expect((await vera.get('/assignments/people.csv')).text).not.toContain('Sam Kaur');
  });

  it('recording what was changed', async () => {
    const action = { token: crypto.randomUUID(), happenedOn: TODAY, words: 'New counter' };
    await vera.get('/units/000003');
    expect((await vera.post('/units/000003/actions', action)).status).toBe(404);
    expect((await vera.post('/units/000004/actions', action)).status).toBe(303);
  });
});

describe('a grant for the whole network', () => {
  it('reads everywhere, and assigns in the own branch only', async () => {
    expect((await paul.get('/units/000001')).status).toBe(200);
    expect((await paul.get('/regions/R2')).status).toBe(200);
    await paul.get('/assignments');
    expect((await paul.post('/assignments', asking('000001'))).status).toBe(422);
    expect((await paul.post('/assignments', { ...asking('000003'), everywhere: 'yes' })).status).toBe(422);
    expect((await paul.get('/units/000001')).text).not.toContain('/assignments/new?');
  });

  it('ends when its source says so, and what another source says stays', async () => {
    const id = await personId(app, 'paul');
    const grants = app.nest.get(RoleGrants);
    const say = (source: string, roles: ('analyst' | 'author')[]) =>
      app.db.write((tx) => grants.replace(tx, id, source, roles, TODAY));
    expect(await say('company', ['analyst'])).toEqual({ granted: [], ended: [] });
    expect(await say('other', ['author'])).toEqual({ granted: ['author'], ended: [] });
    expect(await say('company', [])).toEqual({ granted: [], ended: ['analyst'] });
    expect((await paul.get('/units/000001')).status).toBe(200);
    expect(await say('other', [])).toEqual({ granted: [], ended: ['author'] });
    expect((await paul.get('/units/000001')).status).toBe(404);
    expect(await app.db.query(`select from audit_entry where action = 'network.roleGrantsChanged'`)).toHaveLength(4);
  });

  it('lets nobody in without a posting', async () => {
    const left = await app.db.one<{ id: number }>(
      `insert into person (reference, name) values ('left', 'Lee Left') returning id`,
    );
    await app.db.write((tx) => app.nest.get(RoleGrants).replace(tx, left!.id, 'company', ['administrator'], TODAY));
    expect((await (await app.signInAs(left!)).get('/')).status).toBe(303);
  });
});
