import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { ZipFile } from 'yazl';
import { Config } from '../../platform/config.js';
import { privateFolder } from '../../platform/files/private-folder.js';
import type { CopyFile } from './copy-zip.js';

const FOLDER = 'copies';
const UNFINISHED = '.part';
const A_DAY_MS = 24 * 3_600_000;

/** Where copies lie until they are deleted: readable by nobody else, under names that nobody can guess. */
@Injectable()
export class CopyFolder {
  constructor(private readonly config: Config) {}

  /**
   * Writes the zip, one file after the other as it is read; one that fails leaves nothing behind.
   * @param began called before each file with how many came before it; to throw there is to give up
   */
  async write(files: readonly CopyFile[], began: (before: number) => Promise<void>): Promise<Written> {
    const folder = await privateFolder(this.config.dataDir, FOLDER);
    const name = `${randomUUID()}.zip`;
    const unfinished = join(folder, name + UNFINISHED);
    try {
      await writeZip(files, unfinished, began);
      await rename(unfinished, join(folder, name));
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
    return { name, bytes: (await stat(join(folder, name))).size };
  }

  /** Null when it is not there. */
  async pathOf(name: string): Promise<string | null> {
    const path = join(this.config.dataDir, FOLDER, basename(name));
    const there = await stat(path).catch(() => null);
    return there?.isFile() ? path : null;
  }

  async remove(names: readonly string[]): Promise<void> {
    for (const name of names) await rm(join(this.config.dataDir, FOLDER, basename(name)), { force: true });
  }

  /** What a process that died left behind: files of more than a day that no row knows. */
  async removeStray(known: ReadonlySet<string>): Promise<void> {
    const folder = join(this.config.dataDir, FOLDER);
    const names = await readdir(folder).catch(() => []);
    for (const name of names.filter((one) => !known.has(one))) {
      const { mtimeMs } = await stat(join(folder, name)).catch(() => ({ mtimeMs: Date.now() }));
      if (Date.now() - mtimeMs > A_DAY_MS) await rm(join(folder, name), { force: true });
    }
  }
}

export interface Written {
  name: string;
  bytes: number;
}

async function writeZip(
  files: readonly CopyFile[],
  path: string,
  began: (before: number) => Promise<void>,
): Promise<void> {
  const zip = new ZipFile();
  const broken = new Promise<never>((_, reject) => zip.on('error', reject));
  files.forEach(({ name, open }, before) => {
    zip.addReadStreamLazy(
      name,
      (give) =>
        void began(before).then(
          () => give(null, open()),
          (error: unknown) => give(error, NOTHING),
        ),
    );
  });
  zip.end();
  await Promise.race([pipeline(zip.outputStream, createWriteStream(path, { mode: 0o600 })), broken]);
}

/** Never read: an error is given beside it. */
const NOTHING = null as unknown as Readable;
