import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Config } from '../../src/platform/config.js';
import { FileImportsJobs } from '../../src/platform/files/file-imports.jobs.js';
import { startTestApp, type TestApp } from '../support/app.js';

let app: TestApp;
let folder: string;
beforeAll(async () => {
  app = await startTestApp();
  folder = app.nest.get(Config).dataDir;
  for (const name of ['uploads', 'rejects']) mkdirSync(join(folder, name), { recursive: true });
});
afterAll(() => app.stop());
beforeEach(() => app.db.query('truncate file_import cascade'));

const HOUR_MS = 3_600_000;

/** A file that came some hours ago; with a state it has a row of its own. */
async function aFile(place: string, hours: number, state?: string): Promise<string> {
  const name = `${place}-${hours}-${state ?? 'nobody'}`;
  const path = join(folder, place, name);
  writeFileSync(path, 'x');
  const at = new Date(Date.now() - hours * HOUR_MS);
  utimesSync(path, at, at);
  if (state) {
    await app.db.query(
      `insert into file_import (kind, form_token, file_name, stored_as, bytes, sha256, state, received_at, stored_at)
       values ('people', gen_random_uuid(), $1, $1, 1, 'x', $2, now(), $3)`,
      [name, state, at],
    );
  }
  return path;
}

const sweep = () => app.nest.get(FileImportsJobs, { strict: false }).sweep();
const stateOf = async (state: string) =>
  app.db.one(`select state, deleted_at is not null as gone, trial from file_import where file_name like $1`, [
    `%-${state}`,
  ]);

describe('uploaded files', () => {
  it.each([
    ['looked', 'dropped'],
    ['received', 'dropped'],
    ['stopped', 'dropped'],
    ['failed', 'failed'],
    ['taken', 'taken'],
  ])('are deleted after a day, whatever became of them: %s', async (state, after) => {
    const [old, fresh] = [await aFile('uploads', 25, state), await aFile('uploads', 23)];
    await sweep();
    expect([existsSync(old), existsSync(fresh)]).toEqual([false, true]);
    expect(await stateOf(state)).toEqual({ state: after, gone: true, trial: null });
  });

  it.each(['looking', 'taking'])('stay while a job may still be at work on them: %s', async (state) => {
    const [busy, forgotten] = [await aFile('uploads', 30, state), await aFile('uploads', 80, state)];
    await sweep();
    expect([existsSync(busy), existsSync(forgotten)]).toEqual([true, false]);
  });

  it('that belong to nobody go as well, once no request can be writing them', async () => {
    const orphan = await aFile('uploads', 26);
    await sweep();
    expect(existsSync(orphan)).toBe(false);
  });

  it('leave lists of rejected rows behind, for ninety days', async () => {
    const [old, fresh] = [await aFile('rejects', 91 * 24), await aFile('rejects', 89 * 24)];
    await sweep();
    expect([existsSync(old), existsSync(fresh)]).toEqual([false, true]);
  });
});
