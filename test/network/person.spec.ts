import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import type { Answer, Browserless, Fields } from '../support/browserless.js';
import { aNetwork, NOW, signIn } from './people-world.js';

let app: TestApp;
let dawn: Browserless;
let ros: Browserless;

beforeAll(async () => {
  app = await startTestApp({ now: NOW });
  await aNetwork(app);
  [dawn, ros] = (await Promise.all(['200001', '900001'].map((one) => signIn(app, one)))) as [Browserless, Browserless];
});
afterAll(() => app.stop());

const tokenOf = ({ text }: Answer) => /name="formToken" value="([^"]+)"/.exec(text)![1]!;
/** Looks at what would follow, then says so; what the page said, and where it led. */
async function decide(look: string, send: string, fields: Fields): Promise<{ looked: Answer; done: Answer }> {
  const looked = await ros.get(`${look}?${new URLSearchParams(fields as Record<string, string>).toString()}`);
  const sent = await ros.post(send, { ...fields, formToken: tokenOf(looked) });
  return { looked, done: await ros.follow(sent) };
}
const postings = (reference: string) =>
  app.db
    .query<{ said: string }>(
      `select p.role || ' ' || coalesce(u.code, a.code) || ' ' || p.valid::text || case when p.main then ' main' else '' end as said
       from posting p join person on person.id = p.person_id left join unit u on u.id = p.unit_id left join area a on a.id = p.area_id
      where reference = $1 order by p.valid, p.main desc`,
      [reference],
    )
    .then((rows) => rows.map(({ said }) => said));

describe('the page of a person', () => {
  it('says where they work and worked, and since when', async () => {
    const { words, text } = await dawn.get('/people/100004');
    expect(words).toContain('Mina Move Colleague, Vennelshaw. Reference 100004');
    expect(words).toContain('Posts Colleague , Vennelshaw (Northmere and Coast) since 4 May 2026');
    expect(text).toContain('href="/network/units/021048"');
  });

  it('names no place that the reader does not reach', async () => {
    const { words } = await dawn.get('/people/100004');
    expect(words).toContain('Colleague , elsewhere in the network 1 January 2020 to 3 May 2026');
    expect(words).not.toContain('Fellside');
    expect((await ros.get('/people/100004')).words).toContain(
      'Colleague , Fellside (Dale and Fell) 1 January 2020 to 3 May 2026',
    );
  });

  it('says who is away, who has left and who will begin', async () => {
    expect((await dawn.get('/people/100003')).words).toContain('On long leave until 31 January 2027');
    expect((await dawn.get('/people/100005')).words).toContain('Left on 30 June 2026');
    expect((await dawn.get('/people/100006')).words).toContain('Starts on 4 January 2027');
  });

  it('keeps address, extra time and every form for administrators', async () => {
    const { text, words } = await dawn.get('/people/100001');
    expect(words).not.toContain('sam@example.org');
    expect(words).not.toMatch(/extra time/i);
    expect(text.slice(text.indexOf('<main'), text.indexOf('</main>')).includes('<form')).toBe(false);
    expect((await ros.get('/people/100001')).words).toContain('sam@example.org');
  });
});

describe('a new post', () => {
  it('is looked at first: what ends, what begins', async () => {
    const fields = { role: 'postmaster', code: '021050', from: '2026-12-01', to: '', how: 'instead' };
    const { looked, done } = await decide('/people/100001/postings/new', '/people/100001/postings', fields);
    expect(looked.words).toContain(
      'What happens Colleague, Ashbridge: ends on 30 November 2026 Postmaster, Fellside: new, from 1 December 2026',
    );
    expect(done.words).toContain('The post is recorded for Sam Kaur.');
    expect(await postings('100001')).toEqual([
      'staff 021047 [2020-01-01,2026-12-01) main',
      'postmaster 021050 [2026-12-01,) main',
    ]);
  });

  it('can be taken back, until something else has changed', async () => {
    const page = await ros.get('/people/100001');
    const undo = /action="(\/people\/100001\/changes\/\d+\/undoings)"/.exec(page.text)![1]!;
    expect((await ros.follow(await ros.post(undo))).words).toContain('Taken back. It is as it was before.');
    expect(await postings('100001')).toEqual(['staff 021047 [2020-01-01,) main']);
    expect((await ros.follow(await ros.post(undo))).words).toContain('Taken back. It is as it was before.');
    expect((await ros.get('/people/100001')).words).toContain('Taken back by Ros Admin');
  });

  it('sent twice is one post, and refuses to be held twice', async () => {
    const fields = {
      role: 'champion',
      code: '021047',
      from: '2026-11-20',
      to: '2026-12-31',
      how: 'beside',
      formToken: tokenOf(
        await ros.get('/people/100002/postings/new?role=champion&code=021047&from=2026-11-20&to=2026-12-31&how=beside'),
      ),
    };
    const answers = await Promise.all([1, 2].map(() => ros.post('/people/100002/postings', fields)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await postings('100002')).toEqual([
      'staff 021047 [2024-03-01,) main',
      'champion 021047 [2026-11-20,2027-01-01)',
    ]);
    const again = await ros.get('/people/100002/postings/new?role=champion&code=021047&from=2026-12-01&to=&how=beside');
    expect([again.status, again.words]).toEqual([
      422,
      expect.stringContaining('They hold this post on some of these days already.'),
    ]);
  });

  it.each([
    [{ code: 'nowhere' }, 'There is no unit with the code “nowhere”.'],
    [{ role: 'areaManager' }, 'There is no area with the code “021050”.'],
    [{ role: 'king' }, 'Choose what they do there.'],
    [{ code: '021060' }, 'Old Quay is not open on 1 December 2026.'],
    [{ from: '2026-02-31' }, 'Choose a day that is on the calendar.'],
    [{ from: '2199-01-01' }, 'Choose a day from 1 January 1990 to'],
    [{ to: '2026-11-30' }, 'The last day lies before the first one.'],
  ])('that cannot be is told why: %p', async (wrong, sentence) => {
    const fields = { role: 'staff', code: '021050', from: '2026-12-01', to: '', how: 'instead', ...wrong };
    const looked = await ros.get(`/people/100001/postings/new?${new URLSearchParams(fields).toString()}`);
    expect([looked.status, looked.words]).toEqual([422, expect.stringContaining(sentence)]);
    const sent = await ros.post('/people/100001/postings', {
      ...fields,
      formToken: tokenOf(await ros.get('/people/100001')),
    });
    expect([sent.status, sent.words]).toEqual([422, expect.stringContaining(sentence)]);
  });
});

describe('the end of a post', () => {
  const endPath = async (reference: string) =>
    /href="([^"]+\/end)"/.exec((await ros.get(`/people/${reference}`)).text)![1]!;

  it('says that nobody signs in any more after it', async () => {
    const path = await endPath('100008');
    const { looked, done } = await decide(path, path, { lastDay: '2026-12-24' });
    expect(looked.words).toContain(
      'Colleague, Fellside: ends on 24 December 2026 They can’t sign in any more from 25 December 2026 on.',
    );
    expect(done.words).toContain('The end is recorded for Fay Fell.');
    expect(await postings('100008')).toEqual(['staff 021050 [2020-01-01,2026-12-25) main']);
  });

  it('is not given to the last administrator', async () => {
    const path = await endPath('900001');
    const { done } = await decide(path, path, { lastDay: '2026-11-19' });
    expect(done.words).toContain('This is the last administrator. Make somebody else one first.');
    expect(await postings('900001')).toHaveLength(1);
  });
});

describe('long leave', () => {
  it('is recorded, given another end and called off', async () => {
    const fields = { from: '2026-11-01', to: '' };
    const { looked, done } = await decide('/people/100002/leaves/new', '/people/100002/leaves', fields);
    expect(looked.words).toContain('No reason is stored.');
    expect(done.words).toContain('On long leave');
    const path = /href="(\/people\/100002\/leaves\/\d+)"/.exec(done.text)![1]!;
    const formToken = tokenOf(await ros.get(path));
    expect((await ros.follow(await ros.post(path, { to: '2027-05-31', formToken }))).words).toContain(
      'On long leave until 31 May 2027',
    );
    const again = /href="(\/people\/100002\/leaves\/\d+)"/.exec((await ros.get('/people/100002')).text)![1]!;
    const off = await ros.post(again, { to: '', off: 'never', formToken: tokenOf(await ros.get(again)) });
    expect((await ros.follow(off)).words).toContain('None is recorded.');
  });

  it('does not meet another', async () => {
    const { status, words } = await ros.get('/people/100003/leaves/new?from=2027-01-15&to=2027-03-01');
    expect([status, words]).toEqual([
      422,
      expect.stringContaining('They are on long leave already: 1 October 2026 to 31 January 2027. Change that one.'),
    ]);
  });

  it('leaves people out of every denominator', async () => {
    const inPost = async () =>
      (await app.db.one<{ n: number }>(`select count(*)::int as n from in_post('2026-11-20')`))!.n;
    const before = await inPost();
    await decide('/people/100001/leaves/new', '/people/100001/leaves', { from: '2026-11-16', to: '2026-12-31' });
    expect(await inPost()).toBe(before - 1);
  });
});

describe('extra time, name and address', () => {
  it('are set, and the change is told without a reason', async () => {
    const formToken = tokenOf(await ros.get('/people/100002'));
    const { words } = await ros.follow(
      await ros.post('/people/100002/extra-time', { percent: '25', formToken, reason: 'x' }),
    );
    expect(words).toContain('Extra time in quizzes: 25%.');
    expect(words).toContain('Extra time: 0% before, 25% now Ros Admin');
    const refused = await ros.post('/people/100002/extra-time', { percent: '500', formToken });
    expect([refused.status, refused.words]).toEqual([
      422,
      expect.stringContaining('a whole number of per cent from 0 to 300'),
    ]);
  });

  it('are put right, and an address has one owner', async () => {
    const formToken = tokenOf(await ros.get('/people/100002/details'));
    const taken = await ros.post('/people/100002/details', { name: 'Siân Rees', email: 'SAM@example.org', formToken });
    expect([taken.status, taken.words]).toEqual([
      422,
      expect.stringContaining('Somebody else has this e-mail address.'),
    ]);
    const done = await ros.follow(
      await ros.post('/people/100002/details', { name: 'Siân Rees', email: 'sian@example.org', formToken }),
    );
    expect(done.words).toContain(
      'Name: “Siân Rees”, before “Siân O’Neill-Rees” E-mail address: sian@example.org, before none',
    );
    const [event] = await app.db.query<{ body: object }>(
      `select body from event where kind = 'network.personChanged' order by id desc limit 1`,
    );
    expect(Object.keys(event!.body).sort()).toEqual(['changeId', 'personId']);
  });
});

describe('outsiders', () => {
  it('find nobody of another area: the same answer as for whom nobody knows', async () => {
    const strip = ({ text }: Answer) =>
      text.replace(/quote [\w-]+|[\w-]{36}/g, '').replace(/name="_csrf" value="[^"]+"/g, '');
    const [other, none] = await Promise.all([dawn.get('/people/100008'), dawn.get('/people/000000')]);
    expect([other.status, none.status]).toEqual([404, 404]);
    expect(strip(other).replaceAll('100008', '')).toBe(strip(none).replaceAll('000000', ''));
    expect((await dawn.get('/people/100010')).status).toBe(404);
  });

  it('change nobody, though they lead them', async () => {
    const gets = ['postings/new', 'leaves/new', 'details'].map((path) => dawn.get(`/people/100001/${path}`));
    const posts = ['postings', 'leaves', 'details', 'extra-time', 'changes/1/undoings'].map((path) =>
      dawn.post(`/people/100001/${path}`, { percent: '10' }),
    );
    const answers = await Promise.all([...gets, ...posts]);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 403));
  });

  it('cannot take back a change through somebody else’s page', async () => {
    const change = await app.db.one<{ id: number }>(`select id from person_change order by id desc limit 1`);
    expect((await ros.post(`/people/100007/changes/${change!.id}/undoings`)).status).toBe(404);
    expect((await ros.get('/people/nobody/postings/new')).status).toBe(404);
    expect((await ros.get('/people/100001/postings/999999/end')).status).toBe(404);
  });
});
