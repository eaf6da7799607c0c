/**
 * A database per spec file, copied from a template that has every migration: a few dozen milliseconds each.
 * The template's name carries the hash of the migrations, so it is made once per server and never stale.
 */
import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { migrate, readMigrations } from '../../src/platform/database/migrate.js';

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/** What a database is copied from. The key names everything it is made of, so that a template is never stale. */
export interface Template {
  key(): Promise<string>;
  make(url: string): Promise<void>;
}

/** Today's schema and nothing in it. */
const EMPTY: Template = {
  key: async () => (await readMigrations()).map((file) => file.name + file.sha256).join(),
  make: async (url) => void (await migrate(url, () => undefined)),
};

/** A database for one spec file, empty unless another template is given. Drop it in afterAll. */
export async function createTestDatabase(template = EMPTY): Promise<TestDatabase> {
  const name = `cxu_test_${process.pid}_${randomBytes(4).toString('hex')}`;
  await onServer(async (server) => {
    await server.query(`create database ${name} template ${await madeOnce(server, template)}`);
  });
  return { url: urlOf(name), drop: () => onServer((server) => dropDatabase(server, name)) };
}

/** Whoever comes first makes it; only those who want the same one wait. */
async function madeOnce(server: pg.Client, template: Template): Promise<string> {
  const name = `cxu_template_${createHash('sha256')
    .update(await template.key())
    .digest('hex')
    .slice(0, 12)}`;
  await server.query('select pg_advisory_lock(hashtext($1))', [name]);
  try {
    const { rowCount } = await server.query('select from pg_database where datname = $1', [name]);
    if (!rowCount) await makeTemplate(server, template, name);
    return name;
  } finally {
    await server.query('select pg_advisory_unlock(hashtext($1))', [name]);
  }
}

async function makeTemplate(server: pg.Client, template: Template, name: string): Promise<void> {
  const draft = `${name}_draft`;
  await dropDatabase(server, draft);
  await server.query(`create database ${draft}`);
  await template.make(urlOf(draft));
  await server.query(`alter database ${draft} rename to ${name}`);
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
