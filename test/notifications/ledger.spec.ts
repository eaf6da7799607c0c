import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { NotificationsQueries } from '../../src/notifications/notifications.queries.js';
import { NotificationsService } from '../../src/notifications/notifications.service.js';
import { msg } from '../../src/platform/language/t.js';
import { idOf } from '../sign-in/people.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { fourNations, ledger, message, plan, SUBJECT } from './messages.js';

const WITHDRAWN = msg('The assignment was withdrawn.');

describe('the ledger of messages', () => {
  let app: TestApp;
  let sam: number;
  let dawn: number;

  beforeAll(async () => {
    app = await startTestApp();
    await fourNations(app);
    sam = await idOf(app, '100001');
    dawn = await idOf(app, '200001');
  });
  beforeEach(() => app.db.query('truncate message cascade'));
  afterAll(() => app.stop());

  const unread = (personId: number) => app.nest.get(NotificationsQueries).unreadCount(personId);
  const suppress = (...only: [number[]?, string[]?]) =>
    app.db.write((tx) => app.nest.get(NotificationsService).suppress(tx, SUBJECT, WITHDRAWN, ...only));

  it('holds each message once, however often it is planned', async () => {
    expect(await plan(app, [message(sam), message(dawn)])).toBe(2);
    expect(await plan(app, [message(sam), message(dawn), message(dawn, { key: 'another' })])).toBe(1);
    expect(await ledger(app)).toHaveLength(3);
  });

  it('takes one key from many at the same moment once', async () => {
    const counts = await Promise.all(Array.from({ length: 8 }, () => plan(app, [message(sam)])));
    expect(counts.sort()).toEqual([0, 0, 0, 0, 0, 0, 0, 1]);
  });

  it('says who was told what, and when', async () => {
    await plan(app, [message(sam, { notBefore: new Date('2027-02-12T00:00:00Z') }), message(dawn)]);
    expect(await ledger(app)).toMatchObject([
      { name: 'Dawn Reid', reference: '200001', kind: 'rota.changed', state: 'planned', sentAt: null, why: null },
      { name: 'Sam Kaur', plannedFor: new Date('2027-02-12T00:00:00Z'), channel: null },
    ]);
  });

  it('calls off what is planned, for good: the same key stays called off', async () => {
    await plan(app, [message(sam), message(dawn)]);
    expect(await suppress([sam])).toBe(1);
    expect(await suppress([sam])).toBe(0);
    expect(await plan(app, [message(sam)])).toBe(0);
    expect((await ledger(app)).map(({ name, state, why }) => [name, state, why])).toEqual([
      ['Dawn Reid', 'planned', null],
      ['Sam Kaur', 'suppressed', WITHDRAWN],
    ]);
  });

  it('calls off one kind, or everything about the subject', async () => {
    await plan(app, [message(sam), message(dawn)]);
    expect(await suppress(undefined, ['rota.drawn'])).toBe(0);
    expect(await suppress()).toBe(2);
  });

  it('counts what is unread from its moment on', async () => {
    const tomorrow = new Date('2027-02-11T00:00:00Z');
    await plan(app, [message(sam), message(sam, { key: 'later', notBefore: tomorrow })]);
    expect(await unread(sam)).toBe(1);
    expect(await unread(dawn)).toBe(0);
    await suppress();
    expect(await unread(sam)).toBe(0);
  });

  it('keeps every step and lets nobody rewrite one', async () => {
    await plan(app, [message(sam)]);
    await suppress();
    const steps = await app.db.query('select state, why from message_step');
    expect(steps).toEqual([{ state: 'suppressed', why: WITHDRAWN }]);
    await expect(app.db.query(`update message_step set why = 'never'`)).rejects.toThrow(/appended to only/);
  });

  it('refuses a kind that nobody has registered', async () => {
    await expect(plan(app, [message(sam, { kind: 'rota.lost' })])).rejects.toThrow(/No module has registered/);
  });

  it('takes sixty thousand in one statement', async () => {
    const many = Array.from({ length: 60_000 }, (_, n) => message(sam, { key: `many:${n}` }));
    const began = Date.now();
    expect(await plan(app, many)).toBe(60_000);
    expect(Date.now() - began).toBeLessThan(20_000);
  });
});
