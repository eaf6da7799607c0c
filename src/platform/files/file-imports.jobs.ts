import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../config.js';
import { Job } from '../jobs/job.js';
import { UPLOADS } from '../web/upload-storage.js';
import { FileImportsQueries } from './file-imports.queries.js';
import { REJECTS } from './rejects-download.service.js';

const A_DAY_MS = 24 * 3_600_000;

/** Long enough to mend a file, and no longer: rejected rows hold what people wrote. */
const REJECTS_DAYS = 90;

/** Sees to it that no uploaded file outlives a day, whatever happened to its import. */
@Injectable()
export class FileImportsJobs {
  constructor(
    private readonly config: Config,
    private readonly queries: FileImportsQueries,
  ) {}

  @Job('files.sweep', { everyMinutes: 30 })
  async sweep(): Promise<void> {
    const folder = join(this.config.dataDir, UPLOADS);
    for (const { storedAs } of await this.queries.expired())
      if (storedAs !== null) await rm(join(folder, storedAs), { force: true });
    await removeOld(folder, 1, await this.queries.lying());
    await removeOld(join(this.config.dataDir, REJECTS), REJECTS_DAYS);
  }
}

/** A request or a job that died between a file and its row leaves one behind. Real time, as files have it. */
async function removeOld(folder: string, days: number, kept: ReadonlySet<string> = new Set()): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((one) => !kept.has(one))) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > days * A_DAY_MS) await rm(path, { force: true });
  }
}
