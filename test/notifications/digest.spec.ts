import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DeliveryService } from '../../src/notifications/delivery/delivery.service.js';
import { idOf } from '../sign-in/people.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type TestMailServer, startMailServer } from './mail-server.js';
import { fourNations, ledger, message, plan } from './messages.js';

describe('mail', () => {
  let app: TestApp;
  let server: TestMailServer;
  let sam: number;
  let moira: number;
  let eleri: number;
  let dawn: number;

  beforeAll(async () => {
    server = await startMailServer();
    app = await startTestApp({ env: { SMTP_URL: server.url, CXU_URL: 'https://learn.example.org' } });
    await fourNations(app);
    sam = await idOf(app, '100001');
    moira = await idOf(app, '100002');
    eleri = await idOf(app, '150001');
    dawn = await idOf(app, '200001');
  });
  beforeEach(async () => {
    await app.db.query('truncate message, mail, mail_forecast, mail_stop, message_preference, message_step cascade');
    await app.db.query(`update person set language = 'en'`);
    server.received = [];
    server.answerTo = () => null;
    app.clock.set('2027-02-10T10:00:00Z');
  });
  afterAll(async () => {
    await app.stop();
    await server.stop();
  });

  const deliver = () => app.nest.get(DeliveryService).deliver();
  const states = async () =>
    (await ledger(app)).map(({ name, state, channel }) => `${name}: ${state} ${channel ?? '-'}`);
  const due = (personId: number, key: string, what: string, over = {}) =>
    message(personId, { key, facts: { what }, ...over });

  it('is one letter a person and day, with everything that is due', async () => {
    await plan(app, [
      due(sam, 'a', 'Rota changed'),
      due(sam, 'b', 'Week begins'),
      due(dawn, 'c', 'A branch needs you'),
    ]);
    await deliver();
    expect(server.received.map(({ to, subject }) => [to, subject]).sort()).toEqual([
      ['dawn@example.org', 'A branch needs you'],
      ['sam@example.org', 'Rota changed, and 1 more message'],
    ]);
    expect(await states()).toEqual(['Dawn Reid: sent email', 'Sam Kaur: sent email', 'Sam Kaur: sent email']);
  });

  it('says in words and in HTML what is to be done, with whole addresses and nothing to load', async () => {
    await plan(app, [due(sam, 'a', 'Tea & <b>cake</b>'), due(sam, 'b', 'Week begins')]);
    await deliver();
    const mail = server.received[0]!;
    expect(mail.text).toContain('Hello Sam Kaur\n\nThere are 2 messages for you.\n\nTea & <b>cake</b>\n');
    expect(mail.text).toContain('See the rota: https://learn.example.org/record?from=rota\n');
    expect(mail.text).toContain('https://learn.example.org/messages');
    expect(mail.html).toContain('<h2>Tea &amp; &lt;b&gt;cake&lt;/b&gt;</h2>');
    expect(mail.html).toContain('href="https://learn.example.org/record?from');
    expect(mail.html).toContain('<meta name="viewport"');
    expect(mail.html).not.toMatch(/<table|<img|<script|url\(/);
    expect(mail.head).toMatch(/^From: "?CX University"? <learn@cxu\.example>$/m);
    expect(mail.head).toMatch(/^Auto-Submitted: auto-generated$/m);
    expect(mail.messageId).toMatch(/^<mail\.\d+\.[0-9a-f]{16}@learn\.example\.org>$/);
  });

  it('is written in the reader’s language', async () => {
    await app.db.query(`update person set language = 'cy' where id = $1`, [sam]);
    await plan(app, [due(sam, 'a', 'Un'), due(sam, 'b', 'Dau'), due(dawn, 'c', 'One')]);
    await deliver();
    const mail = server.received.find(({ to }) => to === 'sam@example.org')!;
    expect(mail.text).toMatch(/^Helo Sam Kaur\n\nMae 2 neges i chi\./);
    expect(mail.html).toContain('<html lang="cy">');
    expect(mail.head).toMatch(/^Content-Language: cy$/m);
  });

  it('is sent once, however often and from however many processes it is delivered', async () => {
    await plan(
      app,
      [sam, moira, dawn].map((id) => message(id)),
    );
    await Promise.all([deliver(), deliver(), deliver(), deliver()]);
    await deliver();
    expect(server.received.map(({ to }) => to).sort()).toEqual([
      'dawn@example.org',
      'moira@example.org',
      'sam@example.org',
    ]);
  });

  it('waits for tomorrow’s letter when today’s has gone', async () => {
    await plan(app, [due(sam, 'a', 'First')]);
    await deliver();
    await plan(app, [due(sam, 'b', 'Second')]);
    await deliver();
    expect(server.received).toHaveLength(1);
    app.clock.set('2027-02-11T08:00:00Z');
    await deliver();
    expect(server.received.map(({ subject }) => subject)).toEqual(['First', 'Second']);
  });

  it('goes alone and at once when it is urgent, beside the day’s letter', async () => {
    await plan(app, [due(sam, 'a', 'Digest')]);
    await deliver();
    await plan(app, [
      due(sam, 'b', 'The till is down', { urgent: true }),
      due(sam, 'c', 'It is up again', { urgent: true }),
    ]);
    await deliver();
    expect(server.received.map(({ subject }) => subject).sort()).toEqual([
      'Digest',
      'It is up again',
      'The till is down',
    ]);
  });

  it('is not sent before its moment, and not outside working hours, urgent or not', async () => {
    await plan(app, [
      due(sam, 'a', 'Later', { notBefore: new Date('2027-02-10T12:00:00Z') }),
      due(dawn, 'b', 'Now', { urgent: true }),
    ]);
    for (const closed of ['2027-02-10T07:59:00Z', '2027-02-10T18:00:00Z', '2027-02-13T12:00:00Z']) {
      app.clock.set(closed);
      await deliver();
      expect([closed, server.received.length]).toEqual([closed, 0]);
    }
    app.clock.set('2027-02-10T08:00:00Z');
    await deliver();
    expect(server.received.map(({ subject }) => subject)).toEqual(['Now']);
  });

  it('keeps the bank holidays of the nation in which each reader works', async () => {
    app.clock.set('2027-03-29T10:00:00Z');
    const notBefore = new Date('2027-03-29T00:00:00Z');
    await plan(app, [message(sam, { notBefore }), message(moira, { notBefore })]);
    await deliver();
    expect(server.received.map(({ to }) => to)).toEqual(['moira@example.org']);
    app.clock.set('2027-03-30T10:00:00Z');
    await deliver();
    expect(server.received.map(({ to }) => to)).toEqual(['moira@example.org', 'sam@example.org']);
  });

  it('does not come a week late: what could not be sent by then is kept in the app', async () => {
    await plan(app, [message(sam)]);
    app.clock.set('2027-02-17T10:00:00Z');
    await deliver();
    expect(server.received).toEqual([]);
    expect(await ledger(app)).toMatchObject([
      { state: 'sent', channel: 'app', why: 'It could not be sent within a week.' },
    ]);
  });

  it('stays in the app for somebody without an address, on leave, or who chose so; the ledger says why', async () => {
    await app.db.query(`insert into leave (person_id, valid) values ($1, '[2027-01-01,2027-06-01)')`, [moira]);
    await app.db.query(`insert into message_preference (person_id, digest, changed_at) values ($1, false, now())`, [
      dawn,
    ]);
    await plan(
      app,
      [sam, moira, eleri, dawn].map((id) => message(id)),
    );
    await deliver();
    expect(server.received.map(({ to }) => to)).toEqual(['sam@example.org']);
    expect((await ledger(app)).map(({ name, state, channel, why }) => [name, state, channel, why])).toEqual([
      ['Dawn Reid', 'sent', 'app', 'They chose to read messages in the app.'],
      ['Eleri Pugh', 'sent', 'app', 'There is no e-mail address for them.'],
      ['Moira Hay', 'sent', 'app', 'They are on long leave.'],
      ['Sam Kaur', 'sent', 'email', null],
    ]);
    await app.db.query('delete from leave');
  });

  it('never goes to two addresses, or to one that is a header', async () => {
    for (const email of [
      'a@example.org, b@example.org',
      'a@example.org\r\nBcc: b@example.org',
      '<a@example.org>',
      'nobody',
    ]) {
      await app.db.query('update person set email = $2 where id = $1', [sam, email]);
      await plan(app, [due(sam, email, 'Hello')]);
      await deliver();
    }
    await app.db.query(`update person set email = 'sam@example.org' where id = $1`, [sam]);
    expect(server.received).toEqual([]);
    expect(new Set((await ledger(app)).map(({ why }) => why))).toEqual(
      new Set(['There is no e-mail address for them.']),
    );
  });

  it('takes hostile names as names: no header can be smuggled in', async () => {
    const hostile = 'Sam\r\nBcc: everybody@example.org\r\n\r\n<script>alert(1)</script>';
    await app.db.query('update person set name = $2 where id = $1', [sam, hostile]);
    await plan(app, [due(sam, 'a', `Rota\r\nBcc: everybody@example.org\u2028X-Evil: 1`)]);
    await deliver();
    await app.db.query(`update person set name = 'Sam Kaur' where id = $1`, [sam]);
    const mail = server.received[0]!;
    expect(mail.to).toBe('sam@example.org');
    expect(mail.head).not.toMatch(/^(Bcc|X-Evil):/im);
    expect(mail.subject).toBe('Rota Bcc: everybody@example.org X-Evil: 1');
    expect(mail.html).not.toContain('<script>');
  });

  it('is not sent to somebody who has left, and what was called off is not sent at all', async () => {
    await app.db.query(`update posting set valid = daterange(lower(valid), '2027-01-01') where person_id = $1`, [dawn]);
    await plan(app, [message(dawn), message(sam)]);
    await app.db.query(`update message set state = 'suppressed', settled_at = now() where person_id = $1`, [sam]);
    await deliver();
    await app.db.query(`update posting set valid = daterange(lower(valid), null) where person_id = $1`, [dawn]);
    expect(server.received).toEqual([]);
    expect(await states()).toEqual(['Dawn Reid: suppressed -', 'Sam Kaur: suppressed -']);
  });
});
