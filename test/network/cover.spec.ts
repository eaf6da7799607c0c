import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import type { Browserless } from '../support/browserless.js';
import { coverWorld, give, noCover, personId, signedIn, TODAY, wanted } from './cover-world.js';
import { importPeople } from './files.js';

let app: TestApp;
const browsers: Record<string, Browserless> = {};
const as = (reference: string) => browsers[reference]!;

/** The form itself, without its place in the page. */
const mainOf = ({ text }: { text: string }) => /<main[\s\S]*<\/main>/.exec(text)![0];

beforeAll(async () => {
  app = await startTestApp({ now: `${TODAY}T10:00:00Z` });
  await coverWorld(app);
  for (const who of ['sam', 'eleri', 'priya', 'dawn', 'cole', 'downs', 'marcus', 'south', 'nik', 'ros', 'guy'])
    browsers[who] = await signedIn(app, who);
});
beforeEach(async () => {
  app.clock.set(`${TODAY}T10:00:00Z`);
  await noCover(app);
});
afterAll(() => app.stop());

describe('naming somebody to cover', () => {
  it('finds the colleague by name, shows what they will see, and gives it on confirmation', async () => {
    const dawn = as('dawn');
    const form = await dawn.get('/cover/new?find=priya');
    expect(form.words).toMatch(/Who is away\? Yourself Area manager, Northmere \(A07\)/);
    expect(form.words).toMatch(/Who covers\? Priya Nair Postmaster, Seahaven \(priya\)/);
    const preview = await dawn.get(
      `/cover/preview?${new URLSearchParams(wanted() as Record<string, string>).toString()}`,
    );
    expect(preview.words).toContain('Priya Nair covers for Dawn Mercer');
    expect(preview.words).toContain('Priya Nair sees 2 units: Ashbridge and Millbridge.');
    expect(preview.words).toContain('from 30 November 2026 on Priya Nair reaches what they reach today.');
    expect(preview.words).toContain('“Priya Nair, covering for Dawn Mercer”');
    expect((await as('priya').get('/units/000001')).status).toBe(404);
    const page = await dawn.follow(await dawn.post('/cover', wanted()));
    expect(page.words).toContain('Friday 20 to Sunday 29 November 2026');
    expect(page.words).toContain('In force');
    expect((await as('priya').get('/areas/A07')).status).toBe(200);
    expect((await as('priya').get('/units/000001')).status).toBe(200);
    expect((await as('priya').get('/units/000003')).status).toBe(200);
  });

  it('is one cover however often the form is sent', async () => {
    const form = wanted();
    const answers = await Promise.all([as('dawn').post('/cover', form), as('dawn').post('/cover', form)]);
    const again = await as('dawn').post('/cover', form);
    const places = [...answers, again].filter(({ status }) => status === 303).map(({ location }) => location);
    expect(new Set(places).size).toBe(1);
    expect(again.status).toBe(303);
    expect((await app.db.query('select from cover')).length).toBe(1);
  });

  it.each([
    ['not to oneself', { deputy: 'dawn' }, 'Nobody covers for themselves. Choose a colleague.'],
    [
      'not to somebody without a job',
      { deputy: 'nobody' },
      'We can’t find a colleague with the reference nobody on that day.',
    ],
    ['not to a guest', { deputy: 'guy' }, 'We can’t find a colleague with the reference guy on that day.'],
    ['not from yesterday on', { startsOn: '2026-11-19' }, 'Cover begins today or later.'],
    ['not backwards', { lastOn: '2026-11-19' }, 'The last day cannot lie before the first.'],
    [
      'not longer than ninety days',
      { lastOn: '2027-02-18' },
      'Cover lasts up to 90 days: choose a last day up to 17 February 2027.',
    ],
    ['not without a day', { lastOn: '' }, 'Choose the last day of the cover.'],
    ['not on a day that is none', { startsOn: '2026-02-30' }, 'Choose the first day of the cover.'],
    ['not without a colleague', { deputy: '' }, 'Choose who covers.'],
  ])('%s', async (_, change, sentence) => {
    const answer = await as('dawn').post('/cover', wanted(change));
    expect([answer.status, answer.words.includes(sentence)]).toEqual([422, true]);
    expect(await app.db.query('select from cover')).toEqual([]);
  });

  it('twice for the same days is refused in words', async () => {
    await give(as('dawn'));
    const answer = await as('dawn').post('/cover', wanted({ startsOn: '2026-11-25', lastOn: '2026-12-05' }));
    expect(answer.status).toBe(422);
    expect(answer.words).toContain('Priya Nair covers for Dawn Mercer on some of these days already.');
  });

  it('a region is delegated as an area is: for some days, or to a deputy without an end', async () => {
    const region = { post: 'marcus/region/R1', deputy: 'cole' };
    const form = await as('marcus').get('/cover/new?find=cole');
    expect(form.words).toMatch(/Who is away\? Yourself Regional manager, North \(R1\)/);
    expect(form.words).toContain('Until further notice, as a deputy');
    const wish = wanted({ ...region, lasts: 'open', lastOn: '' });
    const preview = await as('marcus').get(`/cover/preview?${new URLSearchParams(wish as Record<string, string>)}`);
    expect(preview.words).toContain('Cole Coast sees 3 units: Ashbridge, Millbridge and Seahaven.');
    expect(preview.words).toContain('It lasts until somebody ends it, or Marcus Vale leaves this post.');
    expect((await as('cole').get('/regions/R1')).status).toBe(404);
    const path = await give(as('marcus'), { ...region, lasts: 'open', lastOn: '' });
    expect((await as('marcus').get(path)).words).toContain('From 20 November 2026, until further notice');
    expect((await as('cole').get('/regions/R1')).status).toBe(200);
    expect((await as('cole').get('/units/000001')).status).toBe(200);
    expect((await as('cole').get('/regions/R2')).status).toBe(404);
    expect((await as('cole').post('/cover', wanted({ post: 'marcus/region/R1', deputy: 'priya' }))).status).toBe(422);
    await as('cole').get(path);
    await as('cole').post(`${path}/endings`);
    expect((await as('cole').get('/regions/R1')).status).toBe(404);
    const days = await as('marcus').post('/cover', wanted({ ...region, lastOn: '2027-02-18' }));
    expect(days.words).toContain('Cover lasts up to 90 days: choose a last day up to 17 February 2027.');
  });

  it('a deputy of an area has no end; a branch has none', async () => {
    const path = await give(as('dawn'), { lasts: 'open', lastOn: '' });
    expect((await as('dawn').get(path)).words).toContain('From 20 November 2026, until further notice');
    const answer = await as('eleri').post(
      '/cover',
      wanted({ post: 'eleri/unit/000001', deputy: 'sam', lasts: 'open' }),
    );
    expect(answer.words).toContain('Only areas and regions have deputies. Choose a last day.');
  });

  it('reaches beyond the holder’s own posting never', async () => {
    await importPeople(app, ['dara,Dara Brief,,A09,areaManager,2026-01-01,2026-11-30']);
    const answer = await as('ros').post('/cover', wanted({ post: 'dara/area/A09', lastOn: '2026-12-05' }));
    expect(answer.words).toContain('Dara Brief holds this post until 30 November 2026 only.');
  });

  it('the line above and administrators name it for others', async () => {
    expect((await as('marcus').get('/cover/new?findPost=northmere')).words).toContain(
      'Dawn Mercer Area manager, Northmere (A07)',
    );
    await give(as('marcus'));
    await give(as('dawn'), { post: 'eleri/unit/000001', deputy: 'sam' });
    await give(as('ros'), { post: 'marcus/region/R1', deputy: 'cole' });
    expect((await as('sam').get('/assignments/new')).status).toBe(200);
    expect((await as('cole').get('/regions/R1')).status).toBe(200);
    const below = await as('marcus').get('/cover');
    expect(below.words).toMatch(/In your places .* Sam Kaur For Eleri Post/);
  });
});

describe('a cover', () => {
  it('ends by itself on its last day', async () => {
    await give(as('dawn'));
    app.clock.set('2026-11-29T23:30:00Z');
    expect((await as('priya').get('/areas/A07')).status).toBe(200);
    app.clock.set('2026-11-30T00:30:00Z');
    expect((await as('priya').get('/units/000001')).status).toBe(404);
    expect((await as('priya').get('/cover')).words).toContain('Yours, over');
  });

  it('begins on its first day, not before', async () => {
    await give(as('dawn'), { startsOn: '2026-11-23' });
    expect((await as('priya').get('/units/000001')).status).toBe(404);
    expect((await as('priya').get('/cover')).words).toContain('To come');
    app.clock.set('2026-11-23T00:10:00Z');
    expect((await as('priya').get('/areas/A07')).status).toBe(200);
  });

  it('ended early is over at the next click, and says who ended it', async () => {
    const path = await give(as('dawn'));
    await as('dawn').get(path);
    const page = await as('dawn').follow(await as('dawn').post(`${path}/endings`));
    expect(page.words).toMatch(/Ended early.*20 November 2026 at 10:00: ended by Dawn Mercer\./);
    expect((await as('priya').get('/units/000001')).status).toBe(404);
    const twice = await as('dawn').follow(await as('dawn').post(`${path}/endings`));
    expect(twice.words).toContain('It had ended already.');
    expect((await app.db.query(`select from cover_step where kind = 'ended'`)).length).toBe(1);
  });

  it('can be handed back by who holds it', async () => {
    const path = await give(as('dawn'));
    expect((await as('priya').get(path)).words).toContain('Hand it back now');
    await as('priya').post(`${path}/endings`);
    expect((await as('priya').get('/units/000001')).status).toBe(404);
  });

  it('is given longer, up to ninety days in all', async () => {
    const path = await give(as('dawn'));
    await as('dawn').get(path);
    await as('dawn').post(`${path}/changes`, { lastOn: '2026-12-05' });
    app.clock.set('2026-12-05T10:00:00Z');
    expect((await as('priya').get('/areas/A07')).status).toBe(200);
    const page = await as('dawn').post(`${path}/changes`, { lastOn: '2027-03-01' });
    expect([page.status, page.words.includes('Cover lasts up to 90 days')]).toEqual([422, true]);
    expect((await as('dawn').get(path)).words).toContain('Dawn Mercer set the last day to 5 December 2026.');
  });

  it('dies with the posting that it stands for', async () => {
    await importPeople(app, ['short,Shona Short,,A09,areaManager,2026-01-01,2026-11-25']);
    const path = await give(as('ros'), { post: 'short/area/A09', lasts: 'open', lastOn: '' });
    expect((await as('priya').get('/areas/A09')).status).toBe(200);
    expect((await as('priya').get('/account')).words).toContain('until Wednesday 25 November');
    app.clock.set('2026-11-26T10:00:00Z');
    expect((await as('priya').get('/units/000004')).status).toBe(404);
    expect((await as('ros').get(path)).words).toContain('Shona Short leaves this post');
  });

  it('is not handed on', async () => {
    await give(as('dawn'));
    const answer = await as('priya').post('/cover', wanted({ deputy: 'sam' }));
    expect([answer.status, answer.words.includes('Choose for whom somebody is to act.')]).toEqual([422, true]);
    expect((await as('priya').post('/cover', wanted({ post: 'eleri/unit/000001', deputy: 'sam' }))).status).toBe(422);
    expect((await as('priya').get('/cover/new?findPost=eleri')).words).not.toContain('Eleri Post');
  });

  it('gives nobody without a posting anything', async () => {
    await give(as('dawn'));
    await app.db.query(`update posting set valid = daterange(lower(valid), '2026-11-22') where person_id = $1`, [
      await personId(app, 'priya'),
    ]);
    app.clock.set('2026-11-23T10:00:00Z');
    expect((await as('priya').get('/areas/A07')).status).not.toBe(200);
    await app.db.query(`update posting set valid = daterange(lower(valid), null) where person_id = $1`, [
      await personId(app, 'priya'),
    ]);
  });

  it('is written to the audit log and downloads as a file', async () => {
    await give(as('dawn'));
    const audit = await app.db.one<{ action: string; detail: object }>(
      `select action, detail from audit_entry where subject_kind = 'cover' order by id desc limit 1`,
    );
    expect(audit).toMatchObject({ action: 'network.giveCover', detail: { role: 'areaManager', place: 'A07' } });
    const csv = (await as('dawn').get('/cover.csv')).text;
    expect(csv).toContain('Priya Nair,priya,Dawn Mercer,dawn,A07,Northmere,2026-11-20,2026-11-29,In force,Dawn Mercer');
  });
});

describe('outsiders', () => {
  it('of cover: it is not found, and nobody else names it', async () => {
    const path = await give(as('dawn'));
    const nothing = await as('downs').get('/cover/999999');
    for (const who of ['downs', 'south', 'cole', 'eleri', 'sam', 'nik', 'guy']) {
      const answer = await as(who).get(path);
      expect([who, answer.status]).toEqual([who, 404]);
      expect([who, (await as(who).post(`${path}/endings`)).status]).toEqual([who, 404]);
    }
    expect(nothing.status).toBe(404);
    expect((await as('priya').post(`${path}/changes`, { lastOn: '2026-12-24' })).status).toBe(403);
    expect(await app.db.query('select from cover where ended_on is not null')).toEqual([]);
  });

  it.each([
    ['another area’s manager', 'cole', 'dawn/area/A07'],
    ['another region’s manager', 'south', 'dawn/area/A07'],
    ['a postmaster above', 'eleri', 'dawn/area/A07'],
    ['an area manager for the region', 'dawn', 'marcus/region/R1'],
    ['an area manager for a branch elsewhere', 'dawn', 'priya/unit/000003'],
    ['for a post that nobody has', 'dawn', 'dawn/area/A08'],
  ])('%s reads like a post nobody has', async (_, who, post) => {
    await as(who).get('/cover');
    const [answer, nobody] = [
      await as(who).post('/cover', wanted({ post, deputy: 'mill' })),
      await as(who).post('/cover', wanted({ post: 'x/area/Z99', deputy: 'mill' })),
    ];
    expect([answer.status, nobody.status]).toEqual([422, 422]);
    expect(answer.words).toContain('Choose for whom somebody is to act.');
    expect(mainOf(answer)).toBe(mainOf(nobody));
  });

  it('counter colleagues, guests and analysts name nobody', async () => {
    for (const who of ['sam', 'guy', 'nik']) {
      expect([who, (await as(who).get('/cover/new')).status]).toEqual([who, 403]);
      expect([who, (await as(who).post('/cover', wanted())).status]).toEqual([who, 403]);
      expect([who, (await as(who).get('/cover')).status]).toEqual([who, 200]);
    }
  });

  it('names of another region are found by the whole reference only', async () => {
    expect((await as('dawn').get('/cover/new?find=dara+downs')).words).toContain('Nobody found.');
    expect((await as('dawn').get('/cover/new?find=downs')).words).toContain('Dara Downs');
  });
});
