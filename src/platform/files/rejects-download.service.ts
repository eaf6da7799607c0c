import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../config.js';
import { NotFound } from '../errors.js';
import { t } from '../language/t.js';
import { CsvDownload } from '../web/csv-download.js';

/** The folder of lists of rejected rows. */
export const REJECTS = 'rejects';

/** Sends an import's list of rejected rows; its cells were made harmless when it was written. */
@Injectable()
export class RejectsDownloads {
  constructor(private readonly config: Config) {}

  /**
   * @param path as the import's result names it; only its last part counts.
   * @throws NotFound when there was none, or it has been deleted after its 90 days.
   */
  async of(path: string | null | undefined, fileName: string): Promise<CsvDownload> {
    const place = join(this.config.dataDir, REJECTS, basename(path ?? ''));
    const there = path ? await stat(place).catch(() => null) : null;
    if (!there?.isFile()) throw new NotFound(t('There is no list of rejected rows, or it has been deleted by now.'));
    return new CsvDownload(fileName, () => withMark(place));
  }
}

async function* withMark(path: string): AsyncGenerator<string, void> {
  yield '\uFEFF';
  for await (const chunk of createReadStream(path, { encoding: 'utf8' }) as AsyncIterable<string>) yield chunk;
}
