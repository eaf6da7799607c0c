import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { DeliveryService } from '../../src/notifications/delivery/delivery.service.js';
import { INTERRUPTED } from '../../src/notifications/delivery/outcome.js';
import { idOf } from '../sign-in/people.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type TestMailServer, startMailServer } from './mail-server.js';
import { fourNations, ledger, message, plan } from './messages.js';

describe('a mail server in trouble', () => {
  let app: TestApp;
  let server: TestMailServer;
  let sam: number;
  let dawn: number;

  beforeAll(async () => {
    server = await startMailServer();
    app = await startTestApp({ env: { SMTP_URL: server.url } });
    await fourNations(app);
    sam = await idOf(app, '100001');
    dawn = await idOf(app, '200001');
  });
  beforeEach(async () => {
    await app.db.query('truncate message, mail, mail_forecast, mail_stop, message_step cascade');
    server.received = [];
    server.answerTo = () => null;
  });
  afterAll(async () => {
    await app.stop();
    await server.stop();
  });

  const deliver = () => app.nest.get(DeliveryService).deliver();
  const refuse = (code: number, words: string, address: string) => {
    server.answerTo = (to) => (to === address ? { code, words } : null);
  };
  const patient = () => app.db.query(`update mail set retry_at = now() - interval '1 second'`);
  const steps = async () =>
    (await app.db.query<{ state: string }>('select state from message_step order by id')).map(({ state }) => state);

  it('that knows no such mailbox: not delivered, in its own words, and everybody else gets theirs', async () => {
    refuse(550, '5.1.1 No such user here', 'sam@example.org');
    await plan(app, [message(sam), message(dawn)]);
    await deliver();
    await patient();
    await deliver();
    expect(server.received.map(({ to }) => to)).toEqual(['dawn@example.org']);
    const [ofDawn, ofSam] = await ledger(app);
    expect(ofDawn).toMatchObject({ state: 'sent', channel: 'email' });
    expect(ofSam).toMatchObject({ state: 'bounced', channel: null, sentAt: null });
    expect(ofSam!.why).toMatch(/550.*No such user here/);
  });

  it('that wants it later: tried again after a while, sent once', async () => {
    refuse(451, '4.7.1 Greylisted, try again', 'sam@example.org');
    await plan(app, [message(sam)]);
    await deliver();
    expect(await ledger(app)).toMatchObject([{ state: 'planned' }]);
    await deliver();
    server.answerTo = () => null;
    await deliver();
    expect(server.received).toEqual([]);
    await patient();
    await deliver();
    expect(server.received).toHaveLength(1);
    expect(await steps()).toEqual(['sending', 'planned', 'sending', 'sent']);
  });

  it('that wants it later for ever: given up after eight tries', async () => {
    refuse(452, '4.2.2 Mailbox full', 'sam@example.org');
    await plan(app, [message(sam)]);
    for (let tries = 0; tries < 10; tries++) {
      await deliver();
      await patient();
    }
    expect((await app.db.one<{ tries: number }>('select tries from mail'))!.tries).toBe(8);
    expect(await ledger(app)).toMatchObject([{ state: 'bounced' }]);
  });

  it('that says later and is asked about something called off meanwhile: nothing is sent', async () => {
    refuse(451, 'later', 'sam@example.org');
    await plan(app, [message(sam)]);
    await deliver();
    server.answerTo = () => null;
    await app.db.query(`update message set state = 'suppressed', settled_at = now()`);
    await patient();
    await deliver();
    expect(server.received).toEqual([]);
    expect(await app.db.query('select state from mail')).toEqual([{ state: 'dropped' }]);
  });

  it('that says later until tomorrow: what was left joins tomorrow’s letter, which is one', async () => {
    refuse(451, 'later', 'sam@example.org');
    await plan(app, [message(sam, { key: 'a', facts: { what: 'One' } })]);
    await deliver();
    server.answerTo = () => null;
    app.clock.set('2027-02-11T10:00:00Z');
    await plan(app, [message(sam, { key: 'b', facts: { what: 'Two' } })]);
    await patient();
    await deliver();
    expect(server.received.map(({ subject }) => subject)).toEqual(['One, and 1 more message']);
    app.clock.set('2027-02-10T10:00:00Z');
  });

  it('in whose hands an e-mail was when its worker died: never sent again, and the ledger says so', async () => {
    await plan(app, [message(sam), message(dawn)]);
    await app.db.query(
      `insert into mail (person_id, digest_on, state, claim, claimed_at, begun_at)
       values ($1, '2027-02-10', 'sending', gen_random_uuid(), now() - interval '1 hour', now() - interval '1 hour')`,
      [sam],
    );
    await app.db.query(`update message set state = 'sending', mail_id = (select id from mail) where person_id = $1`, [
      sam,
    ]);
    await deliver();
    expect(server.received.map(({ to }) => to)).toEqual(['dawn@example.org']);
    expect((await ledger(app)).map(({ state, why }) => [state, why])).toEqual([
      ['sent', null],
      ['bounced', INTERRUPTED],
    ]);
  });

  it('for which a claim was left behind before anything was handed over: another takes it', async () => {
    await plan(app, [message(sam)]);
    await app.db.query(
      `insert into mail (person_id, digest_on, claim, claimed_at)
       values ($1, '2027-02-10', gen_random_uuid(), now() - interval '1 hour')`,
      [sam],
    );
    await app.db.query('update message set mail_id = (select id from mail)');
    await deliver();
    expect(server.received).toHaveLength(1);
    expect(await ledger(app)).toMatchObject([{ state: 'sent', channel: 'email' }]);
  });
});

describe('a mail server that breaks off', () => {
  let app: TestApp;
  let server: Server;
  let says: (line: string, socket: Socket) => void;

  beforeAll(async () => {
    server = createServer((socket) => {
      socket.on('error', () => undefined).write('220 here\r\n');
      let text = '';
      socket.on('data', (chunk) => {
        text += chunk.toString();
        for (let end = text.indexOf('\r\n'); end >= 0; end = text.indexOf('\r\n')) {
          says(text.slice(0, end), socket);
          text = text.slice(end + 2);
        }
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    const { port } = server.address() as AddressInfo;
    app = await startTestApp({ env: { SMTP_URL: `smtp://127.0.0.1:${port}` } });
    await fourNations(app);
  });
  beforeEach(() => app.db.query('truncate message, mail, mail_forecast, mail_stop, message_step cascade'));
  afterAll(async () => {
    await app.stop();
    await new Promise((resolve) => server.close(resolve));
  });

  const breaksAt = (words: RegExp) => {
    says = (line, socket) => {
      if (words.test(line)) socket.destroy();
      else if (/^DATA/.test(line)) socket.write('354 go on\r\n');
      else if (/^(EHLO|HELO|MAIL|RCPT|RSET)/.test(line)) socket.write('250 ok\r\n');
    };
  };
  const deliver = async () => {
    await plan(app, [message(await idOf(app, '100001')), message(await idOf(app, '200001'))]);
    await app.nest.get(DeliveryService).deliver();
    return (await ledger(app)).map(({ state }) => state);
  };

  it.each([/^EHLO|^HELO/, /^MAIL/, /^RCPT/])('at %p has nothing of the letter: it is tried again', async (words) => {
    breaksAt(words);
    expect(await deliver()).toEqual(['planned', 'planned']);
    expect(await app.db.query('select distinct tries, state from mail')).toEqual([{ tries: 0, state: 'waiting' }]);
  });

  it.each([/^Subject:/, /^\.$/])('at %p may have it: it is not sent again', async (words) => {
    breaksAt(words);
    expect(await deliver()).toEqual(['bounced', 'bounced']);
    expect(await app.db.query('select distinct state from mail')).toEqual([{ state: 'interrupted' }]);
  });

  it('is named on the administrator’s page since when it cannot be reached', async () => {
    breaksAt(/^EHLO|^HELO/);
    await deliver();
    const ros = await app.signInAs(await idOf(app, '900001'));
    expect((await ros.get('/admin/messages')).text).toContain('The mail server can’t be reached');
  });
});

describe('without a mail server', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp();
    await fourNations(app);
  });
  afterAll(() => app.stop());

  it('everything is kept in the app, at any hour, and the ledger says so', async () => {
    app.clock.set('2027-02-13T22:00:00Z');
    await plan(app, [message(await idOf(app, '100001'), { notBefore: new Date('2027-02-13T00:00:00Z') })]);
    await app.nest.get(DeliveryService).deliver();
    expect(await ledger(app)).toMatchObject([{ state: 'sent', channel: 'app', why: 'No mail server is set up.' }]);
  });
});
