import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { idOf } from '../sign-in/people.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { Browserless } from '../support/browserless.js';
import { type TestMailServer, startMailServer } from './mail-server.js';
import { fourNations, message, plan } from './messages.js';

describe('my messages', () => {
  let app: TestApp;
  let server: TestMailServer;
  let sam: number;
  let dawn: number;
  let asSam: Browserless;

  beforeAll(async () => {
    server = await startMailServer();
    app = await startTestApp({ env: { SMTP_URL: server.url } });
    await fourNations(app);
    sam = await idOf(app, '100001');
    dawn = await idOf(app, '200001');
    asSam = await app.signInAs(sam);
  });
  beforeEach(async () => {
    await app.db.query('truncate message, mail, message_step, message_preference cascade');
    await app.db.query(`update person set language = 'en'`);
  });
  afterAll(async () => {
    await app.stop();
    await server.stop();
  });

  const due = (what: string, at = '2027-02-10T09:00:00Z', personId = sam) =>
    message(personId, { key: `${personId} ${what}`, facts: { what }, notBefore: new Date(at) });
  const idOfMessage = async (personId = sam) =>
    (await app.db.one<{ id: number }>('select id from message where person_id = $1', [personId]))!.id;

  it('say what they are for when there are none', async () => {
    const { words, status } = await asSam.get('/messages');
    expect(status).toBe(200);
    expect(words).toContain(
      'No messages When somebody asks you to learn something, or it is due soon, you read it here.',
    );
    expect(words).not.toContain('unread');
  });

  it('come newest first, the unread ones marked and counted at the top of every page', async () => {
    await plan(app, [due('The older one', '2027-02-09T09:00:00Z'), due('The newer one')]);
    const { words, text } = await asSam.get('/messages');
    expect(words).toMatch(
      /2 unread messages .* The newer one .*New Today at 09:00 .* The older one .*Tuesday 9 February/,
    );
    expect(text).toContain('class="fascia__messages" href="/messages"');
    expect((await asSam.get('/')).words).toContain('2 unread messages');
  });

  it('are not there before their moment', async () => {
    await plan(app, [due('Tomorrow', '2027-02-11T00:00:00Z')]);
    expect((await asSam.get('/messages')).words).not.toContain('Tomorrow');
    expect((await asSam.get(`/messages/${await idOfMessage()}`)).status).toBe(404);
  });

  it('are read once opened, and lead to what they are about', async () => {
    await plan(app, [due('Rota changed')]);
    const id = await idOfMessage();
    const opened = await asSam.get(`/messages/${id}`);
    expect(opened.words).toContain('Rota changed');
    expect(opened.text).toContain('href="/record?from&#x3D;rota"');
    expect(opened.words).not.toContain('1 unread message');
    expect((await asSam.get('/messages')).text).not.toContain('is-unread');
  });

  it('can all be marked as read', async () => {
    await plan(app, [due('One'), due('Two'), due('Hers', undefined, dawn)]);
    await asSam.get('/messages');
    const answer = await asSam.post('/messages/readings');
    expect(answer.location).toBe('/messages');
    expect((await asSam.follow(answer)).words).toContain('All messages are marked as read.');
    const unread = await app.db.query('select person_id as "personId" from message where read_at is null');
    expect(unread).toEqual([{ personId: dawn }]);
  });

  it('are said in the language in which they are read', async () => {
    await plan(app, [due('Rota')]);
    await app.db.query(`update person set language = 'cy' where id = $1`, [sam]);
    expect((await asSam.get('/messages')).words).toContain('Helo Sam Kaur.');
  });

  it('fill several pages when there are many', async () => {
    await plan(
      app,
      Array.from({ length: 60 }, (_, n) => due(`Message ${n}`, new Date(Date.UTC(2027, 1, 1, n)).toISOString())),
    );
    const pages = await Promise.all([1, 2, 3].map((n) => asSam.get(`/messages?page=${n}`)));
    expect(pages.map(({ text }) => text.match(/class="message-row /g)?.length)).toEqual([25, 25, 10]);
    expect(pages[0]!.words).toContain('Older messages');
    expect(pages[2]!.words).toContain('Newer messages');
  });

  it.each(['0', '-1', '1.5', 'x', '99999999'])('page %s is the first', async (page) => {
    expect((await asSam.get(`/messages?page=${page}`)).status).toBe(200);
  });

  it('come by e-mail as long as their reader wants that', async () => {
    expect((await asSam.get('/messages')).words).toContain('you get one e-mail at sam@example.org with what is new');
    const stopped = await asSam.post('/messages/preferences', { digest: 'off' });
    expect((await asSam.follow(stopped)).words).toContain('You chose to read messages here only.');
    await asSam.post('/messages/preferences', { digest: 'on' });
    expect((await asSam.get('/messages')).words).toContain('you get one e-mail at');
    expect((await asSam.post('/messages/preferences', { digest: 'perhaps' })).status).toBe(400);
  });

  it('say to somebody without an address where they are', async () => {
    const eleri = await app.signInAs(await idOf(app, '150001'));
    expect((await eleri.get('/messages')).words).toContain('We have no e-mail address for you');
  });

  it('say so when one cannot be said any more, and show the others', async () => {
    await plan(app, [due('Rota')]);
    await app.db.query(
      `insert into message (key, person_id, kind, subject_kind, subject_id, due_at, planned_at)
       values ('gone', $1, 'gone.kind', 'gone', 1, '2027-02-09', '2027-02-09')`,
      [sam],
    );
    const { status, words } = await asSam.get('/messages');
    expect(status).toBe(200);
    expect(words).toMatch(/Rota .*This message can’t be shown any more/);
    const opened = await app.db.one<{ id: number }>(`select id from message where key = 'gone'`);
    expect((await asSam.get(`/messages/${opened!.id}`)).words).toContain('What it was about has changed since.');
  });

  it('escape what a hostile maker wrote, and lead nowhere else', async () => {
    await plan(app, [due('<img src=x onerror=alert(1)>')]);
    expect((await asSam.get('/messages')).text).not.toContain('<img src=x');
  });

  describe('for an outsider', () => {
    it('do not exist', async () => {
      await plan(app, [due('Private', undefined, dawn)]);
      const id = await idOfMessage(dawn);
      expect((await asSam.get(`/messages/${id}`)).status).toBe(404);
      expect((await asSam.get('/messages')).words).not.toContain('Private');
      expect(await app.db.query('select read_at as "readAt" from message')).toEqual([{ readAt: null }]);
    });

    it.each(['x', '0', '-1', '1e3', '99999999999999999999', '1%00'])('nor does number %s', async (id) => {
      expect((await asSam.get(`/messages/${id}`)).status).toBe(404);
    });
  });
});
