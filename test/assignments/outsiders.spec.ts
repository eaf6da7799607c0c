import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MyRequirementsQueries } from '../../src/assignments/requirements/my-requirements.queries.js';
import { type TestApp, startTestApp } from '../support/app.js';
import { aSmallNetwork, assign, previewOf, sendPreview, signedIn } from './network.js';

let app: TestApp;
let path = '';
beforeAll(async () => {
  app = await startTestApp({ now: '2027-02-10T10:00:00Z' });
  await aSmallNetwork(app);
  ({ path } = await assign(app, 'dawn', ['000001', '000002']));
});
afterAll(() => app.stop());

describe('outsiders', () => {
  it.each(['/assignments', '/assignments/new', previewOf(['000001'])])(
    'a counter colleague is not let into %s',
    async (page) => {
      const sam = await signedIn(app, 'sam');
      expect((await sam.get(page)).status).toBe(403);
    },
  );

  it('nor into what was asked of them, nor may they ask', async () => {
    const sam = await signedIn(app, 'sam');
    expect((await sam.get(path)).status).toBe(403);
    expect((await sam.post('/assignments', { unit: '000001' })).status).toBe(403);
  });

  it('another area’s manager finds nothing', async () => {
    const omar = await signedIn(app, 'omar');
    expect((await omar.get(path)).status).toBe(404);
    const list = await omar.get('/assignments');
    expect(list.words).toContain('Nothing assigned yet');
    expect(list.words).not.toMatch(/Ashbridge|Sam Kaur|Dawn/);
  });

  it.each(['/assignments/999999', '/assignments/0', '/assignments/1e3', '/assignments/x', "/assignments/1'--"])(
    '%s is not found',
    async (page) => {
      expect((await (await signedIn(app, 'dawn')).get(page)).status).toBe(404);
    },
  );

  it('nobody signed in is led to the sign-in page', async () => {
    expect((await app.visitor().get(path)).location).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
  });

  it('a postmaster sees the own branch of it, and not the neighbour’s', async () => {
    const page = await (await signedIn(app, 'pia')).get(path);
    expect(page.status).toBe(200);
    expect(page.words).toContain('Sam Kaur');
    expect(page.words).not.toMatch(/Bo Lyle|Millbridge/);
  });

  it('a postmaster asks the own branch only', async () => {
    const pia = await signedIn(app, 'pia');
    const own = await pia.get(previewOf(['000001'], { course: 'another-course' }));
    expect((await sendPreview(pia, own.text, { unit: ['000001', '000002'] })).status).toBe(422);
    expect((await sendPreview(pia, own.text)).status).toBe(303);
  });

  it('an analyst follows but does not ask', async () => {
    const nik = await signedIn(app, 'nik');
    expect((await nik.get(path)).words).toContain('Bo Lyle');
    expect((await nik.get('/assignments/new')).status).toBe(403);
    expect((await nik.get('/assignments')).text).not.toContain('/assignments/new');
  });

  it('a regional manager chooses an area first', async () => {
    const ross = await signedIn(app, 'ross');
    expect((await ross.get('/assignments/new')).words).toContain('Choose an area');
    const coast = await ross.get('/assignments/new?area=A2');
    expect(coast.words).toContain('Seahaven');
    const all = await ross.get(previewOf([], { everyUnitOf: 'A1', course: 'another-course' }));
    expect(all.words).toContain('Everybody in Moors, and who joins until the date');
  });
});

describe('what a colleague is told', () => {
  it('the course, the date, who asked and why', async () => {
    const bo = await app.db.one<{ id: number }>(`select id from person where reference = 'bo'`);
    const mine = app.nest.get(MyRequirementsQueries);
    const assigned = await mine.assignedTo(bo!.id, app.clock.now());
    expect(assigned).toMatchObject([
      {
        slug: 'put-it-right',
        title: 'Put it right first time',
        driver: 'expectations',
        minutes: 12,
        dueOn: '2027-02-24',
        reasons: [{ by: 'Dawn Mercer', role: 'areaManager', reason: 'So that nobody is sent elsewhere.' }],
      },
    ]);
    expect(await mine.assignedTo(bo!.id, new Date('2027-02-09T10:00:00Z'))).toEqual([]);
  });
});
