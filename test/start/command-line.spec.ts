import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { aFile } from '../network/files.js';
import { type TestDatabase, createTestDatabase } from '../support/database.js';
import { Running } from './process.js';

let database: TestDatabase;
let dataDir: string;

beforeAll(async () => {
  database = await createTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'cxu-command-line-'));
});
afterAll(async () => {
  await database.drop();
  await rm(dataDir, { recursive: true });
});

async function cxu(...args: string[]): Promise<{ code: number | null; answer: string; said: string }> {
  const command = Running.node(['scripts/cxu.mjs', ...args], { DATABASE_URL: database.url, CXU_DATA: dataDir });
  const code = await command.ended;
  return { code, answer: command.answer, said: command.output };
}

describe('the command line', () => {
  it('lists its commands when asked for help', async () => {
    const { code, answer } = await cxu('--help');
    expect(code).toBe(0);
    expect(answer).toContain('import');
  });

  it('answers an unknown command with a complaint, and exit code 1', async () => {
    const { code, answer, said } = await cxu('imprt');
    expect([code, answer]).toEqual([1, '']);
    expect(said).toContain("unknown command 'imprt'");
  });

  it('takes one file at a time, and says so rather than leave the second out', async () => {
    const { code, answer } = await cxu('import', 'network', 'units.csv', 'more-units.csv', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(answer)).toEqual({ error: expect.stringContaining('too many arguments') });
  });

  it('stands on the clock of the installation, like the pages that show what it did', async () => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query(`insert into setting (key, value) values ('platform.clock', '{"offsetMs": 86400000000}')`);
    const mapping = aFile(JSON.stringify({ unit: 'branch', time: 'when', ease: 'easy' }));
    const answers = aFile('branch,when,easy\n000001,2026-01-06,5\n');
    await cxu('import', 'responses', answers, '--source', 'GP', '--mapping', mapping);
    const { rows } = await client.query(`select started_at > now() + interval '999 days' as ahead from survey_import`);
    await client.end();
    expect(rows).toEqual([{ ahead: true }]);
  });

  it('keeps standard output to one JSON document, even when nothing could be done', async () => {
    const { code, answer } = await cxu('import', 'responses', 'no-such-file.csv', '--source', 'GP', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(answer)).toEqual({ error: expect.stringContaining('--mapping') });
  });
});
