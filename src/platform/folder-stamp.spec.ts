import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderStamp } from './folder-stamp.js';

describe('the stamp of a folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cxu-stamp-'));
    await mkdir(join(folder, 'courses'));
    await writeFile(join(folder, 'courses', 'one.yaml'), 'title: One');
    await writeFile(join(folder, 'version'), '1');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const stamp = () => folderStamp([join(folder, 'courses'), join(folder, 'version')]);

  it('is the same while every byte is, whenever it was written', async () => {
    const before = await stamp();
    await utimes(join(folder, 'version'), new Date(), new Date(0));
    expect(await stamp()).toBe(before);
  });

  it.each<[string, (folder: string) => Promise<unknown>]>([
    ['a file says something else', (at) => writeFile(join(at, 'courses', 'one.yaml'), 'title: Two')],
    ['a file has another name', (at) => rename(join(at, 'courses', 'one.yaml'), join(at, 'courses', 'two.yaml'))],
    ['there is one more', (at) => writeFile(join(at, 'courses', 'two.yaml'), '')],
    ['one is gone', (at) => rm(join(at, 'version'))],
    ['the folder is gone', (at) => rm(join(at, 'courses'), { recursive: true })],
  ])('is another when %s', async (_, change) => {
    const before = await stamp();
    await change(folder);
    expect(await stamp()).not.toBe(before);
  });
});
