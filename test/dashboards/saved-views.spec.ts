import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestApp, startTestApp } from '../support/app.js';
import type { Browserless } from '../support/browserless.js';
import { aWorld, idOf } from './world.js';

let app: TestApp;
let dawn: Browserless;
let dale: Browserless;
let nikhil: Browserless;
const signIn = async (reference: string) => app.signInAs(await idOf(app, reference));

beforeAll(async () => {
  app = await startTestApp({ now: '2027-02-10T10:00:00Z' });
  await aWorld(app);
  [dawn, dale, nikhil] = await Promise.all([signIn('dawn'), signIn('dale'), signIn('nik')]);
});
afterAll(() => app.stop());

const save = (browser: Browserless, name: string, address: string, token: string = randomUUID()) =>
  browser.post('/views', { name, address, token });

async function viewId(name: string): Promise<number> {
  const row = await app.db.one<{ id: number }>('select id from saved_view where name = $1 order by id desc limit 1', [
    name,
  ]);
  return row?.id ?? 0;
}

const listOf = async (browser: Browserless) =>
  [...(await browser.get('/views')).text.matchAll(/<h3 class="h3">(?:<a[^>]*>)?([^<]*)/g)].map(([, name]) => name);

describe('saving a view', () => {
  it('begins at the page and keeps what was chosen there', async () => {
    const { text } = await dawn.get('/areas/A07?weeks=13&columns=net&show=az');
    const [, path = ''] = /href="(\/views\/new[^"]*)"/.exec(text) ?? [];
    const form = await dawn.get(path.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&'));
    expect(form.text).toContain('Northmere and Coast');
    expect(form.text).toContain('The last 13 weeks');
    const saved = await save(dawn, 'Monday morning', '/areas/A07?weeks=13&columns=net&show=az');
    expect([saved.status, saved.location]).toEqual([303, '/views']);
    expect((await dawn.get(`/views/${await viewId('Monday morning')}`)).location).toBe(
      '/areas/A07?show=az&columns=net&weeks=13',
    );
  });

  it('is done once, however often the form is sent', async () => {
    const token = randomUUID();
    await Promise.all([save(dawn, 'Twice', '/areas/A07', token), save(dawn, 'Twice', '/areas/A07', token)]);
    expect((await listOf(dawn)).filter((name) => name === 'Twice')).toHaveLength(1);
  });

  it('says when the name is taken, missing or too long, and keeps what was typed', async () => {
    const taken = await save(dawn, 'MONDAY morning', '/areas/A07');
    expect(taken.status).toBe(422);
    expect(taken.text).toContain('You have a view of this name already. Give this one another name.');
    expect(taken.text).toContain('value="MONDAY morning"');
    expect((await save(dawn, ' ', '/areas/A07')).text).toContain('Give the view a name of up to 60 characters.');
    expect((await save(dawn, 'x'.repeat(61), '/areas/A07')).status).toBe(422);
  });

  it('says when there are enough', async () => {
    await app.db.query(
      `insert into saved_view (form_token, person_id, name, level, code, choices, saved_at)
       select 'full-' || n, $1, 'Full ' || n, 'area', 'A08', '', now() from generate_series(1, 30) n`,
      [await idOf(app, 'dale')],
    );
    const more = await save(dale, 'One more', '/areas/A08');
    expect([more.status, more.text.includes('You’ve saved 30 views')]).toEqual([422, true]);
  });
});

describe('a saved view', () => {
  it('is renamed, and a name that is taken is said beside its own field', async () => {
    await save(dawn, 'Old name', '/units/021047?weeks=4');
    const id = await viewId('Old name');
    expect((await dawn.post(`/views/${id}/name`, { name: 'Ashbridge' })).status).toBe(303);
    const taken = await dawn.post(`/views/${id}/name`, { name: 'monday morning' });
    expect([taken.status, taken.text.includes(`href="#name-${id}"`)]).toEqual([422, true]);
    expect(await listOf(dawn)).toContain('Ashbridge');
  });

  it('is deleted, and comes back', async () => {
    await save(dawn, 'Short-lived', '/areas/A07');
    const id = await viewId('Short-lived');
    const { location } = await dawn.post(`/views/${id}/deletion`);
    expect(location).toBe(`/views?deleted=${id}`);
    expect((await dawn.get(location!)).text).toContain('“Short-lived” is deleted.');
    expect((await dawn.get(`/views/${id}`)).status).toBe(404);
    expect((await dawn.post(`/views/${id}/deletion`)).status).toBe(303);
    await dawn.post(`/views/${id}/restoration`);
    expect(await listOf(dawn)).toContain('Short-lived');
  });

  it('cannot come back while another has its name, and says so', async () => {
    const id = await viewId('Short-lived');
    await dawn.post(`/views/${id}/deletion`);
    await save(dawn, 'short-LIVED', '/areas/A07');
    const refused = await dawn.post(`/views/${id}/restoration`);
    expect([refused.status, refused.text.includes('Another of your views has this name now.')]).toEqual([422, true]);
  });

  it('opens the dashboard, until its owner wants the own place again', async () => {
    const id = await viewId('Monday morning');
    expect((await dawn.get('/dashboard/start')).location).toBe('/dashboard');
    await dawn.post(`/views/${id}/start`, { starts: 'yes' });
    expect((await dawn.get('/dashboard/start')).location).toBe('/areas/A07?show=az&columns=net&weeks=13');
    expect((await dawn.get('/views')).text).toContain('Opens first');
    await dawn.post(`/views/${id}/start`, { starts: 'no' });
    expect((await dawn.get('/dashboard/start')).location).toBe('/dashboard');
  });

  it('says so when its place is not to be seen any more', async () => {
    const regina = await signIn('regi');
    await save(regina, 'Far away', '/areas/A08');
    const id = await viewId('Far away');
    await app.db.query(`update saved_view set code = 'A20' where id = $1`, [id]);
    const { status, text } = await regina.get(`/views/${id}`);
    expect([status, text.includes('Its place has closed, or it is not yours to see any more.')]).toEqual([200, true]);
    expect((await regina.get('/views')).text).toContain('This place has closed, or it is not yours to see any more.');
    await regina.post(`/views/${id}/start`, { starts: 'yes' });
    expect((await regina.get('/dashboard/start')).location).toBe('/dashboard');
  });
});

describe('a published view', () => {
  it('opens for each area manager at the own area, and is taken back', async () => {
    await save(nikhil, 'From the team', '/areas/A20?columns=net.ease');
    const id = await viewId('From the team');
    expect(await listOf(dawn)).not.toContain('From the team');
    await nikhil.post(`/views/${id}/publication`, { published: 'yes' });
    expect((await dawn.get(`/views/${id}`)).location).toBe('/areas/A07?columns=ease.net');
    expect((await dale.get(`/views/${id}`)).location).toBe('/areas/A08?columns=ease.net');
    expect((await dale.get('/views')).text).toContain('From the CX team');
    await nikhil.post(`/views/${id}/publication`, { published: 'no' });
    expect((await dawn.get(`/views/${id}`)).status).toBe(404);
    const actions = await app.db.query(`select action from audit_entry where subject_kind = 'savedView' order by id`);
    expect(actions).toEqual([{ action: 'savedView.published' }, { action: 'savedView.withdrawn' }]);
  });
});

describe('an outsider', () => {
  it('neither opens, changes nor publishes somebody else’s view, as if nobody had it', async () => {
    const id = await viewId('Monday morning');
    expect((await dale.get(`/views/${id}`)).status).toBe(404);
    for (const what of ['name', 'deletion', 'restoration', 'start'])
      expect([what, (await dale.post(`/views/${id}/${what}`, { name: 'Mine', starts: 'yes' })).status]).toEqual([
        what,
        404,
      ]);
    expect((await dawn.post(`/views/${id}/publication`, { published: 'yes' })).status).toBe(403);
    expect((await nikhil.post(`/views/${id}/publication`, { published: 'yes' })).status).toBe(404);
    expect(await listOf(dawn)).toContain('Monday morning');
  });

  it('saves no page of a place out of reach, and nothing that is no dashboard', async () => {
    expect((await dale.get('/views/new?address=/areas/A07')).status).toBe(404);
    expect((await save(dale, 'Theirs', '/areas/A07')).status).toBe(404);
    expect((await save(dawn, 'Elsewhere', 'https://elsewhere.example/')).status).toBe(404);
    expect((await dawn.get('/views/new?address=/dashboard')).status).toBe(404);
  });
});
