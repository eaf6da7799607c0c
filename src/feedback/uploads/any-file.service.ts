import { randomUUID } from 'node:crypto';
import { basename, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config.js';
import { privateFolder } from '../../platform/files/private-folder.js';
import { type ImportOrder, type ImportProgress, ResponseImports } from '../imports/response-import.service.js';
import type { ImportResult } from '../imports/tally.js';
import type { Encoding } from '../sources/text-encoding.js';
import { Utf8Copies } from './utf8-copy.service.js';

/** Imports a file however it is written: what is not UTF-8 is read through a copy in the data folder, gone afterwards. */
@Injectable()
export class AnyFile {
  constructor(
    private readonly config: Config,
    private readonly copies: Utf8Copies,
    private readonly imports: ResponseImports,
  ) {}

  /** @throws RuleBroken when the mapping or the file cannot be used; then nothing was changed. */
  async import(order: ImportOrder, progress: ImportProgress, encoding?: Encoding): Promise<ImportResult> {
    const folder = await privateFolder(this.config.dataDir, 'uploads');
    const copy = join(folder, `${randomUUID()}.utf8`);
    const text = await this.copies.of(order.path, encoding, copy).catch(unlessItCannotBeOpened);
    if (text === null) return this.imports.run(order, progress);
    try {
      return await this.imports.run({ fileName: basename(order.path), ...order, path: text.path }, progress);
    } finally {
      await text.remove();
    }
  }
}

/** The import says in words why a path leads to no file. */
function unlessItCannotBeOpened(error: unknown): null {
  if (typeof error === 'object' && error !== null && 'code' in error) return null;
  throw error;
}
