import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DeliveryService } from '../../src/notifications/delivery/delivery.service.js';
import { idOf } from '../sign-in/people.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { Browserless } from '../support/browserless.js';
import { type TestMailServer, startMailServer } from './mail-server.js';
import { fourNations, ledger, message, plan } from './messages.js';

describe('the ledger of the network', () => {
  let app: TestApp;
  let server: TestMailServer;
  let sam: number;
  let dawn: number;
  let ros: Browserless;

  beforeAll(async () => {
    server = await startMailServer();
    app = await startTestApp({ env: { SMTP_URL: server.url } });
    await fourNations(app);
    sam = await idOf(app, '100001');
    dawn = await idOf(app, '200001');
    ros = await app.signInAs(await idOf(app, '900001'));
  });
  beforeEach(async () => {
    await app.db.query('truncate message, mail, message_step, mail_forecast, mail_stop cascade');
    server.received = [];
    server.answerTo = () => null;
    app.clock.set('2027-02-10T10:00:00Z');
  });
  afterAll(async () => {
    await app.stop();
    await server.stop();
  });

  const deliver = () => app.nest.get(DeliveryService).deliver();
  const many = (n: number, over = {}) =>
    Array.from({ length: n }, (_, at) => message(sam, { key: `many ${at}`, urgent: true, ...over }));

  it('shows who was told what and what became of it, but not the words', async () => {
    server.answerTo = (to) => (to === 'dawn@example.org' ? { code: 550, words: 'No such user' } : null);
    await plan(app, [message(sam, { madeBy: dawn }), message(dawn)]);
    await deliver();
    const { words } = await ros.get('/admin/messages');
    expect(words).toMatch(/10 February 2027 at 00:00 Sam Kaur 100001 A changed rota Sent Dawn Reid/);
    expect(words).toMatch(/Dawn Reid 200001 A changed rota Not delivered .*550 No such user.* a rule/);
    expect(words).toMatch(/Wednesday 10 February 0 0 1 0 1 0/);
    expect(words).not.toContain('Your rota for Monday has changed');
  });

  it.each([
    ['state=bounced', 0],
    ['state=planned', 2],
    ['kind=rota.changed', 2],
    ['kind=rota.lost', 2],
    ['day=2027-02-10', 2],
    ['day=2027-02-11', 0],
    ['person=100001', 1],
    ['person=999999', 0],
    ['person=%27%20or%201%3D1', 0],
    ['state=planned&day=2027-02-10&person=200001&kind=rota.changed', 1],
  ])('filters by %s: %i', async (query, rows) => {
    await plan(app, [message(sam), message(dawn)]);
    const { text } = await ros.get(`/admin/messages?${query}`);
    expect(text.match(/<td class="govuk-table__cell">A changed rota</g)?.length ?? 0).toBe(rows);
  });

  it('comes as a file with the same rows, in which no cell is a formula', async () => {
    await app.db.query(`update person set name = '=cmd()' where id = $1`, [sam]);
    await plan(app, [message(sam), message(dawn)]);
    const { headers, text } = await ros.get('/admin/messages.csv?person=100001');
    await app.db.query(`update person set name = 'Sam Kaur' where id = $1`, [sam]);
    expect(headers.get('content-type')).toContain('text/csv');
    expect(text.split('\r\n')).toHaveLength(3);
    expect(text).toContain(`2027-02-10T00:00:00.000Z,100001,'=cmd(),A changed rota,rota 12,Planned,,,`);
  });

  it('stops the mail when an hour would bring far more than was planned, before the first has left', async () => {
    await plan(app, many(501));
    await deliver();
    expect(server.received).toEqual([]);
    const { words } = await ros.get('/admin/messages');
    expect(words).toContain('The mail has stopped');
    expect(words).toContain('the hour would have come to 501 messages. 0 were planned for it, so up to 500 may go.');
    expect((await ledger(app)).every(({ state }) => state === 'planned')).toBe(true);
  });

  it('goes on when an administrator says so, once', async () => {
    await plan(app, many(510));
    await deliver();
    const { text } = await ros.get('/admin/messages');
    const path = /action="(\/admin\/messages\/stops\/\d+\/release)"/.exec(text)![1]!;
    const released = await ros.post(path);
    expect((await ros.follow(released)).words).toContain('The mail goes on within a minute');
    expect((await ros.post(path)).status).toBe(404);
    await deliver();
    expect(server.received).toHaveLength(510);
    const audited = await app.db.query(`select action from audit_entry where action = 'notifications.letMailGoOn'`);
    expect(audited).toHaveLength(1);
  });

  it('does not stop what the evening before had planned', async () => {
    app.clock.set('2027-02-09T17:55:00Z');
    await plan(app, many(800));
    app.clock.set('2027-02-10T08:00:00Z');
    await deliver();
    expect(await app.db.query('select 1 from mail_stop')).toEqual([]);
    expect(server.received).toHaveLength(800);
  });

  it('keeps to the evening’s plan: what was added over night does not raise it', async () => {
    app.clock.set('2027-02-09T18:05:00Z');
    await plan(app, many(800));
    app.clock.set('2027-02-10T08:00:00Z');
    await deliver();
    expect(server.received).toEqual([]);
  });

  describe('for others', () => {
    it('is read by the CX team, who cannot let the mail go on', async () => {
      await plan(app, many(501));
      await deliver();
      const grace = await app.signInAs(await idOf(app, '300001'));
      const { status, words, text } = await grace.get('/admin/messages');
      expect(status).toBe(200);
      expect(words).toContain('An administrator can let it go on.');
      expect(text).not.toContain('/release');
      expect((await grace.post('/admin/messages/stops/1/release')).status).toBe(403);
    });

    it.each(['100001', '150001', '200001'])('is not open to %s', async (reference) => {
      const visitor = await app.signInAs(await idOf(app, reference));
      expect((await visitor.get('/admin/messages')).status).toBe(403);
      expect((await visitor.get('/admin/messages.csv')).status).toBe(403);
    });
  });
});
