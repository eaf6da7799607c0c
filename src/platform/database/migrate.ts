/**
 * Brings a database to the schema of this version: the plain SQL files of `migrations/`, in the order of their names,
 * each in a transaction of its own, each recorded with the hash of its text in `schema_migration`.
 *
 * Any number of processes may start at once: a lock makes them queue. A file that has run is never edited; a change
 * of heart is a new file.
 */
import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { type Migration, planMigrations } from './migration-plan.js';
import { oneAtATime } from './one-at-a-time.js';

export const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../../migrations', import.meta.url));

/** Runs what has not run yet and returns the names of those files. Throws, in words, when the two histories disagree. */
export async function migrate(url: string, say: (line: string) => void, folder = MIGRATIONS_FOLDER): Promise<string[]> {
  const files = await readMigrations(folder);
  return oneAtATime(url, 'migrations', async (client) => {
    const waiting = planMigrations(files, await whatHasRun(client));
    if (waiting.length > 0) say(`Bringing the database up to date: ${waiting.length} of ${files.length} steps.`);
    for (const file of waiting) await run(client, file, say);
    return waiting.map((file) => file.name);
  });
}

/** The files of a migrations folder, in the order in which they run. */
export async function readMigrations(folder = MIGRATIONS_FOLDER): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(names.map(async (name) => readMigration(name, await readFile(join(folder, name), 'utf8'))));
}

function readMigration(name: string, sql: string): Migration {
  return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
}

async function whatHasRun(client: pg.Client) {
  await client.query(
    `create table if not exists schema_migration (
       name text primary key, sha256 text not null, run_at timestamptz not null default now())`,
  );
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from schema_migration');
  return rows;
}

async function run(client: pg.Client, file: Migration, say: (line: string) => void): Promise<void> {
  try {
    await client.query('begin');
    await client.query(file.sql);
    await client.query('insert into schema_migration (name, sha256) values ($1, $2)', [file.name, file.sha256]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`Migration ${file.name} failed and was undone: ${(error as Error).message}`, { cause: error });
  }
  say(`  ${file.name}`);
}
