import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CoverDays } from '../../src/notifications/cover/cover-days.jobs.js';
import { coverWorld, give, noCover, signedIn, TODAY } from '../network/cover-world.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { Browserless } from '../support/browserless.js';

let app: TestApp;
let dawn: Browserless;
let priya: Browserless;
let marcus: Browserless;

const remind = () => app.nest.get(CoverDays, { strict: false }).remind();
const told = (kinds = ['cover.begins', 'cover.ends']) =>
  app.db.query<{ kind: string; reference: string; urgent: boolean; due: string; state: string }>(
    `select m.kind, p.reference, m.urgent, to_char(m.due_at at time zone 'Europe/London', 'YYYY-MM-DD HH24:MI') as due, m.state
       from message m join person p on p.id = m.person_id where m.kind = any ($1) order by m.kind, p.reference`,
    [kinds],
  );

beforeAll(async () => {
  app = await startTestApp({ now: `${TODAY}T10:00:00Z` });
  await coverWorld(app);
  [dawn, priya, marcus] = await Promise.all([signedIn(app, 'dawn'), signedIn(app, 'priya'), signedIn(app, 'marcus')]);
});
beforeEach(async () => {
  app.clock.set(`${TODAY}T10:00:00Z`);
  await noCover(app);
  await app.db.query('truncate message cascade');
});
afterAll(() => app.stop());

describe('the first and the last day of a cover', () => {
  it('are told to both, once each, from the beginning of the day on and with its digest', async () => {
    await give(dawn, { startsOn: '2026-11-23', lastOn: '2026-12-04' });
    await remind();
    expect(await told()).toEqual([]);
    app.clock.set('2026-11-23T00:20:00Z');
    await Promise.all([remind(), remind()]);
    await remind();
    const first = { kind: 'cover.begins', urgent: false, due: '2026-11-23 00:00', state: 'planned' };
    expect(await told()).toEqual([
      { ...first, reference: 'dawn' },
      { ...first, reference: 'priya' },
    ]);
    app.clock.set('2026-12-04T16:00:00Z');
    await remind();
    const last = { kind: 'cover.ends', urgent: false, due: '2026-12-04 00:00', state: 'planned' };
    expect((await told()).slice(2)).toEqual([
      { ...last, reference: 'dawn' },
      { ...last, reference: 'priya' },
    ]);
    app.clock.set('2026-12-05T09:00:00Z');
    await remind();
    expect(await told()).toHaveLength(4);
  });

  it('stand among the messages, each in its reader’s own words and language', async () => {
    await app.db.query(`update person set language = 'cy' where reference = 'dawn'`);
    await give(dawn, { startsOn: '2026-11-23', lastOn: '2026-12-04' });
    app.clock.set('2026-11-23T09:00:00Z');
    await remind();
    app.clock.set('2026-12-04T09:00:00Z');
    await remind();
    const own = (await priya.get('/messages')).words;
    expect(own).toContain('Your cover for Dawn Mercer begins today, 23 November 2026');
    expect(own).toContain('Northmere, to 4 December 2026. It ends by itself.');
    expect(own).toContain('Your cover for Dawn Mercer ends today, 4 December 2026');
    expect(own).toContain('Thank you for looking after Northmere.');
    expect((await dawn.get('/messages')).words).toContain(
      'Mae Priya Nair yn dechrau cyflenwi drosoch heddiw, 23 Tachwedd 2026',
    );
    await app.db.query(`update person set language = 'en' where reference = 'dawn'`);
  });

  it('say nothing that was told today already: given from today, of one day, or ended early', async () => {
    await give(dawn, { lastOn: TODAY });
    await remind();
    const path = await give(dawn, { startsOn: '2026-11-24', lastOn: '2026-11-24', deputy: 'mill' });
    app.clock.set('2026-11-24T09:00:00Z');
    await remind();
    expect((await told()).map(({ kind, reference }) => [kind, reference])).toEqual([
      ['cover.begins', 'dawn'],
      ['cover.begins', 'mill'],
    ]);
    await dawn.get(path);
    await dawn.post(`${path}/endings`);
    await app.runJobs();
    expect((await told()).map(({ state }) => state)).toEqual(['suppressed', 'suppressed']);
    await remind();
    expect(await told()).toHaveLength(2);
  });

  it('are told of a deputy of a region, whose cover has no last day', async () => {
    await give(marcus, {
      post: 'marcus/region/R1',
      deputy: 'priya',
      startsOn: '2026-11-23',
      lasts: 'open',
      lastOn: '',
    });
    app.clock.set('2026-11-23T09:00:00Z');
    await remind();
    expect((await priya.get('/messages')).words).toContain('North, until further notice.');
  });
});
