import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { INTERRUPTED } from '../../src/notifications/delivery/outcome.js';
import { Running } from '../start/process.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type TestMailServer, startMailServer } from './mail-server.js';
import { fourNations, ledger, message, plan } from './messages.js';

/** More than one process claims at once. */
const PEOPLE = 150;
/** As many letters as one process has in a server's hands at the same time. */
const LANES = 4;

describe('kill -9 in the middle of a morning’s mail', () => {
  let app: TestApp;
  let server: TestMailServer;
  const running: Running[] = [];

  beforeAll(async () => {
    server = await startMailServer();
    server.slowMs = 80;
    app = await startTestApp();
    await fourNations(app);
    await app.db.query(
      `with many as (insert into person (reference, name, email)
                     select 'K' || n, 'Person ' || n, 'k' || n || '@example.org' from generate_series(1, ${PEOPLE}) n
                     returning id)
       insert into posting (person_id, unit_id, role, main, valid)
       select many.id, unit.id, 'staff', true, '[2020-01-01,)' from many, unit where unit.code = '000001'`,
    );
    const ids = await app.db.query<{ id: number }>(`select id from person where reference like 'K%'`);
    await plan(
      app,
      ids.map(({ id }) => message(id)),
    );
  });
  afterEach(() => Promise.all(running.map((worker) => worker.kill('SIGKILL'))));
  afterAll(async () => {
    await app.stop();
    await server.stop();
  });

  const worker = () => {
    const env = { DATABASE_URL: app.databaseUrl, SMTP_URL: server.url, CXU_NOW: '2027-02-10T10:00:00Z' };
    const process = Running.node(['test/notifications/mail-worker.mjs'], env);
    running.push(process);
    return process;
  };
  const arrived = (n: number) =>
    new Promise<void>((resolve) => {
      server.onText = () => (server.received.length >= n ? resolve() : undefined);
    });
  const anHourPasses = () =>
    app.db.query(
      `update mail set claimed_at = claimed_at - interval '1 hour', begun_at = begun_at - interval '1 hour'`,
    );

  it('brings nothing twice, loses nothing from the ledger, and says which letters are uncertain', async () => {
    const first = arrived(1);
    const killed = worker();
    await first;
    const other = worker();
    await arrived(20);
    await killed.kill('SIGKILL');
    await other.says(/delivered/);
    const before = (await ledger(app)).filter(({ state }) => state !== 'sent');
    expect(before.length).toBeGreaterThan(0);
    await anHourPasses();
    await worker().says(/delivered/);

    const addresses = server.received.map(({ to }) => to);
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(new Set(server.received.map(({ messageId }) => messageId)).size).toBe(addresses.length);
    const rows = await ledger(app);
    expect(rows).toHaveLength(PEOPLE);
    const sent = rows.filter(({ state }) => state === 'sent');
    const uncertain = rows.filter(({ state, why }) => state === 'bounced' && why === INTERRUPTED);
    expect(sent.length + uncertain.length).toBe(PEOPLE);
    expect(uncertain.length).toBeGreaterThan(0);
    expect(uncertain.length).toBeLessThanOrEqual(LANES);
    const all = new Set(addresses);
    expect(sent.filter(({ reference }) => !all.has(`k${reference.slice(1)}@example.org`))).toEqual([]);
  }, 240_000);
});
