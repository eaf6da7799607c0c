import type { NestExpressApplication } from '@nestjs/platform-express';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { webApplication } from '../../src/application.js';
import { DemoClock } from '../../src/demo/demo-clock.service.js';
import { readConfig } from '../../src/platform/config.js';
import { Database } from '../../src/platform/database/database.js';
import { Relay } from '../../src/platform/jobs/relay.js';
import { SECRET } from '../../src/platform/secret.queries.js';
import { Browserless, signedSession } from './browserless.js';
import { createTestDatabase } from './database.js';
import { DEMO } from './demo-template.js';
import { TestClock } from './test-clock.js';

export { TestClock } from './test-clock.js';

export interface TestApp {
  url: string;
  databaseUrl: string;
  db: Database;
  clock: TestClock;
  nest: NestExpressApplication;
  /** A browser that nobody has signed in to. */
  visitor(): Browserless;
  /** A browser in which this person is signed in; the password form has specs of its own. */
  signInAs(person: { id: number } | number): Promise<Browserless>;
  /** Runs every job that is due, in this process. */
  runJobs(): Promise<number>;
  stop(): Promise<void>;
}

export interface TestAppOptions {
  now?: string;
  /** With the demo network in it instead of nothing. */
  demo?: boolean;
  env?: Record<string, string>;
  /** Another way to the database than its own address. */
  by?: (databaseUrl: string) => Promise<string>;
}

/** The whole application on a database of its own and a free loopback port, with a clock that the spec sets. */
export async function startTestApp({
  now = '2027-02-10T10:00:00Z',
  demo = false,
  env = {},
  by = (databaseUrl) => Promise.resolve(databaseUrl),
}: TestAppOptions = {}): Promise<TestApp> {
  const database = await createTestDatabase(demo ? DEMO : undefined);
  const dataDir = await mkdtemp(join(tmpdir(), 'cxu-test-'));
  const clock = new TestClock(new Date(now));
  const config = readConfig({ DATABASE_URL: database.url, CXU_DATA: dataDir, CXU_LOG: 'silent', ...env });
  const nest = await webApplication(config, await by(database.url), clock);
  if (demo) await nest.get(DemoClock).resume();
  await nest.listen(0, '127.0.0.1');
  const db = nest.get(Database);
  const url = `http://127.0.0.1:${(nest.getHttpServer().address() as AddressInfo).port}`;
  return {
    url,
    databaseUrl: database.url,
    db,
    clock,
    nest,
    visitor: () => new Browserless(url),
    signInAs: (person) =>
      signIn(new Browserless(url), db, nest.get<string>(SECRET), typeof person === 'number' ? person : person.id),
    runJobs: () => nest.get(Relay).drain(),
    stop: async () => {
      await nest.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function signIn(browser: Browserless, db: Database, secret: string, personId: number): Promise<Browserless> {
  const { sid, cookie } = signedSession(secret);
  const lasting = 12 * 3_600_000;
  const session = {
    cookie: {
      originalMaxAge: lasting,
      expires: new Date(Date.now() + lasting),
      httpOnly: true,
      path: '/',
      sameSite: 'lax',
      secure: false,
    },
    passport: { user: personId },
  };
  await db.query('insert into session (sid, sess, expire) values ($1, $2, $3)', [sid, session, session.cookie.expires]);
  browser.cookies.set('cxu', cookie);
  return browser;
}
