import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { idOf, PASSWORD, peopleWithPasswords } from '../sign-in/people.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type TestMailServer, startMailServer } from './mail-server.js';

const NEW = 'three words together';

describe('help with signing in', () => {
  let app: TestApp;
  let server: TestMailServer;

  beforeAll(async () => {
    server = await startMailServer();
    app = await startTestApp({ env: { SMTP_URL: server.url } });
    await peopleWithPasswords(app);
    await app.db.query(`update person set email = 'sam@example.org' where reference = '100001'`);
    await app.db.query(`update person set email = 'ann@example.org' where reference = 'LEFT1'`);
  });
  beforeEach(async () => {
    await app.db.query('truncate message, mail, message_step, sign_in_link, sign_in_failure cascade');
    server.received = [];
    // A Sunday night: whoever asks is waiting, so no working hours hold it.
    app.clock.set('2027-02-14T23:30:00Z');
  });
  afterAll(async () => {
    await app.stop();
    await server.stop();
  });

  const ask = async (login: string) => app.visitor().post('/sign-in/help', { login });
  const linkFor = async (login = '100001') => {
    await ask(login);
    await app.runJobs();
    return /Choose a new password: http:\/\/[^/]+(\/\S+)/.exec(server.received.at(-1)?.text ?? '')?.[1] ?? null;
  };
  const choose = async (path: string, password: string) => {
    const browser = app.visitor();
    const { text } = await browser.get(path);
    const linkToken = /name="linkToken" value="([^"]+)"/.exec(text)?.[1] ?? '';
    return browser.post('/sign-in/new-password', { linkToken, password });
  };
  const signIn = async (password: string) =>
    (await app.visitor().post('/sign-in', { login: '100001', password })).status;

  it.each([
    ['a reference', '100001'],
    ['an e-mail', 'SAM@example.org'],
    ['nobody', '999999'],
    ['somebody without an address', '150001'],
    ['somebody who has left', 'LEFT1'],
    ['an e-mail of nobody', 'nobody@example.org'],
    ['a password in the wrong field', 'correct horse battery'],
  ])('answers the same for %s', async (_, login) => {
    const answer = await ask(login);
    expect([answer.status, answer.location]).toEqual([303, '/sign-in/help/sent']);
    expect((await app.visitor().get('/sign-in/help/sent')).words).toContain(
      'If you work with us and we have your e-mail',
    );
  });

  it('writes only to people in post who have an address, and only to that address', async () => {
    for (const login of ['100001', '150001', 'LEFT1', '999999']) await ask(login);
    await app.runJobs();
    expect(server.received.map(({ to, subject }) => [to, subject])).toEqual([
      ['sam@example.org', 'Choose a new password'],
    ]);
  });

  it('leads by link to a new password, and out of every session', async () => {
    const before = await app.signInAs(await idOf(app, '100001'));
    const path = await linkFor();
    expect((await app.visitor().get(path!)).words).toContain('For Sam Kaur, 100001.');
    const answer = await choose(path!, NEW);
    expect([answer.status, answer.location]).toEqual([303, '/sign-in']);
    expect([await signIn(PASSWORD), await signIn(NEW)]).toEqual([422, 303]);
    expect((await before.get('/')).location).toMatch(/^\/sign-in/);
  });

  it('works once', async () => {
    const path = await linkFor();
    await choose(path!, NEW);
    expect((await app.visitor().get(path!)).status).toBe(410);
    const again = await app
      .visitor()
      .post('/sign-in/new-password', { linkToken: path!.split('=')[1]!, password: 'another one here' });
    expect(again.status).toBe(410);
    expect(await signIn(NEW)).toBe(303);
  });

  it('works once for two at the same moment', async () => {
    const path = await linkFor();
    const answers = await Promise.all(['first of the two', 'second of the two'].map((one) => choose(path!, one)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410]);
  });

  it('is not used up by a program that looks at it', async () => {
    const path = await linkFor();
    for (let looks = 0; looks < 3; looks++) await app.visitor().get(path!);
    expect((await choose(path!, NEW)).status).toBe(303);
  });

  it('ends after thirty minutes', async () => {
    const path = await linkFor();
    await app.db.query(`update sign_in_link set made_at = now() - interval '30 minutes'`);
    expect((await app.visitor().get(path!)).words).toContain('This link can’t be used any more');
  });

  it('makes older links worthless once one is used', async () => {
    const first = await linkFor();
    app.clock.set('2027-02-14T23:40:00Z');
    const second = await linkFor();
    await choose(second!, NEW);
    expect(second).not.toBe(first);
    expect((await choose(first!, 'yet another one')).status).toBe(410);
  });

  it.each([
    ['short', 'at least 10 characters'],
    ['100001100001', 'not made of your reference'],
    ['Password123', 'one of the first that anybody would try'],
  ])('refuses %j in words, and the link still works', async (password, sentence) => {
    const path = await linkFor();
    const answer = await choose(path!, password);
    expect(answer.status).toBe(422);
    expect(answer.words).toContain(sentence);
    expect((await choose(path!, NEW)).status).toBe(303);
  });

  it('keeps the link nowhere: not in the ledger, not on the page of messages, not in its own table', async () => {
    const code = (await linkFor())!.split('=')[1]!;
    const kept = await app.db.query<{ row: string }>(
      `select m::text as row from message m union all select l::text from sign_in_link l union all select a::text from mail a
       union all select j::text from job j union all select e::text from event e union all select s::text from message_step s`,
    );
    expect(kept.length).toBeGreaterThan(4);
    expect(kept.filter(({ row }) => row.includes(code))).toEqual([]);
    const sam = await app.signInAs(await idOf(app, '100001'));
    const list = await sam.get('/messages');
    const opened = await sam.get(/href="(\/messages\/\d+)"/.exec(list.text)![1]!);
    expect(opened.words).toContain('The link itself stands only in the e-mail.');
    expect(opened.text).not.toContain(code);
  });

  it('sends one letter however often it is asked for in five minutes, and makes asking slower', async () => {
    const statuses: number[] = [];
    for (let asks = 0; asks < 8; asks++) statuses.push((await ask('100001')).status);
    await app.runJobs();
    expect(server.received).toHaveLength(1);
    expect(statuses).toEqual([303, 303, 303, 303, 303, 429, 429, 429]);
    const slowed = await ask('100001');
    expect(slowed.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(await signIn('wrong')).toBe(422);
  });

  it.each(['', 'x', '../../etc', '%00', 'a'.repeat(5_000)])('knows no link %j', async (code) => {
    expect((await app.visitor().get(`/sign-in/new-password?code=${code}`)).status).toBe(410);
  });

  it('asks for something to look up', async () => {
    const answer = await ask('   ');
    expect(answer.status).toBe(422);
    expect(answer.words).toContain('Enter your personnel reference or e-mail.');
  });
});
