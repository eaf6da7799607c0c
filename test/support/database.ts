/**
 * A database per spec file, copied from a template that has every migration: a few dozen milliseconds each.
 * The template's name carries the hash of the migrations, so it is made once per server and never stale.
 */
import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { migrate, readMigrations } from '../../src/platform/database/migrate.js';

const TEMPLATE_LOCK = 4_720_260_211;

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/** An empty database with today's schema, for one spec file. Drop it in afterAll. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `cxu_test_${process.pid}_${randomBytes(4).toString('hex')}`;
  await onServer(async (server) => {
    const template = await templateName();
    await makeTemplate(server, template);
    await server.query(`create database ${name} template ${template}`);
  });
  return { url: urlOf(name), drop: () => onServer((server) => dropDatabase(server, name)) };
}

async function templateName(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of await readMigrations()) hash.update(file.name).update(file.sha256);
  return `cxu_template_${hash.digest('hex').slice(0, 12)}`;
}

async function makeTemplate(server: pg.Client, template: string): Promise<void> {
  await server.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  try {
    const { rowCount } = await server.query('select from pg_database where datname = $1', [template]);
    if (rowCount) return;
    const draft = `${template}_draft`;
    await dropDatabase(server, draft);
    await server.query(`create database ${draft}`);
    await migrate(urlOf(draft), () => undefined);
    await server.query(`alter database ${draft} rename to ${template}`);
  } finally {
    await server.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  }
}

async function dropDatabase(server: pg.Client, name: string): Promise<void> {
  await server.query(`drop database if exists ${name} with (force)`);
}

async function onServer<T>(work: (server: pg.Client) => Promise<T>): Promise<T> {
  const server = new pg.Client({ connectionString: urlOf(null) });
  await server.connect();
  try {
    return await work(server);
  } finally {
    await server.end();
  }
}

function urlOf(database: string | null): string {
  const server = process.env.CXU_TEST_SERVER;
  if (!server) throw new Error('Run specs with `node scripts/jest.mjs`, which starts the database server first.');
  const url = new URL(server);
  if (database) url.pathname = `/${database}`;
  return url.href;
}
