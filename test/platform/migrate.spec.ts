import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../../src/platform/database/migrate.js';
import { type TestDatabase, createTestDatabase } from '../support/database.js';

let database: TestDatabase;
let folder: string;
let client: pg.Client;
const quiet = () => undefined;
const file = (name: string, sql: string) => writeFile(join(folder, name), sql);

beforeEach(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'cxu-migrations-'));
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query('drop table schema_migration');
});

afterEach(async () => {
  await client.end();
  await database.drop();
  await rm(folder, { recursive: true });
});

describe('migrating', () => {
  it('runs each file once and says which', async () => {
    await file('0001-tea.sql', 'create table tea (name text)');
    const lines: string[] = [];
    expect(await migrate(database.url, (line) => lines.push(line), folder)).toEqual(['0001-tea.sql']);
    expect(await migrate(database.url, (line) => lines.push(line), folder)).toEqual([]);
    expect(lines).toEqual(['Bringing the database up to date: 1 of 1 steps.', '  0001-tea.sql']);
  });

  it('undoes a file that fails half way and keeps those before it', async () => {
    await file('0001-tea.sql', 'create table tea (name text)');
    await file('0002-cup.sql', 'create table cup (name text); create table tea (again text)');
    await expect(migrate(database.url, quiet, folder)).rejects.toThrow(/0002-cup.sql failed and was undone: .*tea/);
    const { rows } = await client.query(
      "select to_regclass('tea') is not null tea, to_regclass('cup') is not null cup",
    );
    expect(rows).toEqual([{ tea: true, cup: false }]);
  });

  it('refuses to go on when a file that ran was edited', async () => {
    await file('0001-tea.sql', 'create table tea (name text)');
    await migrate(database.url, quiet, folder);
    await file('0001-tea.sql', 'create table tea (name text, strength int)');
    await expect(migrate(database.url, quiet, folder)).rejects.toThrow(/edited after it had run/);
  });

  it('lets processes that start together queue', async () => {
    await file('0001-tea.sql', 'create table tea (name text); select pg_sleep(0.1)');
    const runs = await Promise.all([1, 2, 3].map(() => migrate(database.url, quiet, folder)));
    expect(runs.flat()).toEqual(['0001-tea.sql']);
  });
});
