import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommentReading } from '../../src/feedback/themes/reading.service.js';
import { aWorld, idOf } from '../dashboards/world.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { Browserless } from '../support/browserless.js';
import { importLines } from './imports.js';

let app: TestApp;
let nik: Browserless;

beforeAll(async () => {
  app = await startTestApp({ now: '2027-02-10T10:00:00Z' });
  await aWorld(app);
  await importLines(
    app,
    ['So rude', 'The queue', 'A slow lift', 'A lift that stood still', 'Fine'].map(
      (said, n) => `a${n},021047,0${n + 1}/02/2027 12:00,2,irritated,,${said}`,
    ),
  );
  await app.nest.get(CommentReading).keepUp();
  nik = await app.signInAs(await idOf(app, 'nik'));
});
afterAll(() => app.stop());

const LIFT = {
  nameEn: 'Lifts and stairs',
  nameCy: 'Lifftiau a grisiau',
  driver: 'understanding',
  en: 'lift*\n- lift your',
  cy: 'lifft*',
  mustFind: 'The lift is broken\nMae’r lifft wedi torri',
  mustLeave: 'Lift your head',
  version: '0',
  act: 'save',
};

const tokenOf = async () =>
  /name="formToken" value="([^"]+)"/.exec((await nik.get('/feedback/themes')).text)?.[1] ?? '';
const versionOf = async (key: string) =>
  /name="version" value="([^"]+)"/.exec((await nik.get(`/feedback/themes/${key}`)).text)?.[1] ?? '';
const found = async (theme: string) =>
  [...(await nik.get(`/units/021047/comments?theme=${theme}`)).text.matchAll(/<blockquote><p>“(.*?)”/g)].map(
    ([, text]) => text,
  );

describe('themes of comments', () => {
  it('begin with those of the product, each with its count and the way to its comments', async () => {
    const { text } = await nik.get('/feedback/themes');
    expect(text).toContain('Queues and open counters');
    expect(text).toContain('Everything that is written is published.');
    expect((await nik.get('/feedback/themes.csv')).text).toContain('Manner of staff,Friendly,1,20%,');
  });

  it('are saved only when every example comes out as it should', async () => {
    const { status, text } = await nik.post('/feedback/themes', {
      ...LIFT,
      mustLeave: 'Lift your head\nA shoplifter\nTake the lift',
      mustFind: 'stairs',
    });
    expect(status).toBe(422);
    expect(text).toContain('No rule finds “stairs”.');
    expect(text).toContain('A rule finds “Take the lift”, which should be left alone.');
    expect(text).not.toContain('shoplifter”, which');
  });

  it.each([
    [{ nameEn: '' }, 'Name the theme in English, in up to 60 characters.'],
    [{ driver: 'cheerful' }, 'Choose a driver, or none.'],
    [{ en: 'a.*' }, 'Line 1: Use letters and figures only, and a star only at the end of a word.'],
    [{ en: 'lift*\nli*\na.*' }, 'Line 3: Use letters and figures only, and a star only at the end of a word.'],
    [{ en: '# later', cy: '' }, 'Write at least one rule, in English or in Welsh.'],
    [{ en: 'x'.repeat(12_001) }, 'Keep this to 12,000 characters.'],
    [{ nameEn: 'queues and OPEN counters' }, 'There is a theme of this name already.'],
    [{ nameCy: 'Ciwiau a chownteri agored' }, 'There is a theme of this name already.'],
  ])('say what is wrong: %j', async (change, sentence) => {
    const { status, text } = await nik.post('/feedback/themes', { ...LIFT, ...change });
    expect([status, text.includes(sentence)]).toEqual([422, true]);
  });

  it('are tried on the last comments without being saved', async () => {
    const { status, text } = await nik.post('/feedback/themes', { ...LIFT, act: 'try' });
    expect(status).toBe(200);
    expect(text).toContain('Of the last 5 comments, the published rules find 0 and these rules 2.');
    expect(text).toContain('A slow <mark>lift</mark>');
    expect((await nik.get('/feedback/themes/lifts-and-stairs')).status).toBe(404);
  });

  it('change no page before they are published', async () => {
    const { location } = await nik.post('/feedback/themes', LIFT);
    expect(location).toBe('/feedback/themes/lifts-and-stairs');
    expect((await nik.get('/feedback/themes')).text).toContain('1 theme differs from what is published.');
    expect(await found('lifts-and-stairs')).toEqual([]);
  });

  it('are kept as a draft with an example that fails, and then not published', async () => {
    const draft = { ...LIFT, mustFind: 'escalator', version: await versionOf('lifts-and-stairs'), act: 'draft' };
    expect((await nik.post('/feedback/themes/lifts-and-stairs', draft)).status).toBe(303);
    const { status, text } = await nik.post('/feedback/theme-editions', { formToken: await tokenOf() });
    expect(status).toBe(422);
    expect(text).toContain('is a draft whose examples come out otherwise');
    const stale = await nik.post('/feedback/themes/lifts-and-stairs', { ...LIFT, version: '1' });
    expect([stale.status, stale.text.includes('Somebody else saved this theme meanwhile')]).toEqual([422, true]);
    expect(
      (
        await nik.post('/feedback/themes/lifts-and-stairs', {
          ...LIFT,
          version: draft.version.replace(/\d+/, (n) => String(Number(n) + 1)),
        })
      ).status,
    ).toBe(303);
  });

  it('are published once: comments are read again in the background, and pages follow', async () => {
    const formToken = await tokenOf();
    expect((await nik.post('/feedback/theme-editions', { formToken })).status).toBe(303);
    expect((await nik.post('/feedback/theme-editions', { formToken })).status).toBe(303);
    expect((await nik.get('/feedback/themes')).text).toContain('A new edition is being built');
    const other = await nik.post('/feedback/theme-editions', { formToken: '6f1c8a3e-8f4b-4a27-9d55-000000000001' });
    expect(other.text).toContain('An edition is being built already.');
    expect(await found('lifts-and-stairs')).toEqual([]);
    await app.runJobs();
    expect(await found('lifts-and-stairs')).toEqual(['A lift that stood still', 'A slow lift']);
    expect(await found('manner')).toEqual(['So rude']);
    expect(
      await app.db.query('select distinct edition_id from comment_theme union select edition_id from theme_area_week'),
    ).toHaveLength(1);
  });

  it('go back to an older edition, as a new one', async () => {
    const { text } = await nik.get('/feedback/themes');
    const path = /action="(\/feedback\/theme-editions\/\d+\/returns)"/.exec(text)?.[1] ?? '';
    expect((await nik.post(path, { formToken: await tokenOf() })).status).toBe(303);
    await app.runJobs();
    expect(await found('lifts-and-stairs')).toEqual([]);
    expect((await nik.get('/feedback/themes')).text).toContain('which is edition 1 again');
    expect(
      await app.db.query(`select distinct action from audit_entry where action like 'feedback.%heme%' order by 1`),
    ).toHaveLength(2);
  });

  it('are for the CX team only', async () => {
    const dawn = await app.signInAs(await idOf(app, 'dawn'));
    for (const path of ['/feedback/themes', '/feedback/themes/queue', '/feedback/themes.csv'])
      expect((await dawn.get(path)).status).toBe(403);
    expect((await dawn.post('/feedback/theme-editions', {})).status).toBe(403);
    expect(
      (await nik.post('/feedback/theme-editions/999/returns', { formToken: '6f1c8a3e-8f4b-4a27-9d55-000000000002' }))
        .status,
    ).toBe(404);
  });
});
