import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { privateFolder } from './private-folder.js';

describe('a private folder', () => {
  let home: string;

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'cxu-private-'));
  });
  afterAll(() => rm(home, { recursive: true }));

  const modeOf = async (path: string) => (await stat(path)).mode & 0o777;

  it('lets nobody else in, and leaves the data folder around it open to the database', async () => {
    const dataDir = join(home, 'data');
    const folder = await privateFolder(dataDir, 'rejects');
    expect(folder).toBe(join(dataDir, 'rejects'));
    expect(await modeOf(folder)).toBe(0o700);
    expect((await modeOf(dataDir)) & 0o011).not.toBe(0);
  });

  it('may be asked for again', async () => {
    expect(await privateFolder(join(home, 'data'), 'rejects')).toBe(join(home, 'data', 'rejects'));
  });
});
