import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { Job } from '../../platform/jobs/job.js';
import type { JobContext } from '../../platform/jobs/job.js';
import { PersonalData } from '../../platform/privacy/personal-data.js';
import { sayMoment } from '../../platform/say.js';
import { CopiesQueries, type Copy } from './copies.queries.js';
import { MAKE_COPY } from './copies.service.js';
import { CopyFolder, type Written } from './copy-folder.service.js';
import { copyFiles } from './copy-zip.js';
import { readingOrder } from './reading-order.js';

/** Makes the copies that people asked for. */
@Injectable()
export class CopiesJobs {
  constructor(
    private readonly queries: CopiesQueries,
    private readonly personalData: PersonalData,
    private readonly folder: CopyFolder,
    private readonly clock: Clock,
  ) {}

  /** Run again it makes nothing twice: what is made is known by its row. */
  @Job(MAKE_COPY)
  async make({ id }: { id: number }, context: JobContext): Promise<void> {
    const copy = await this.queries.one(id);
    if (copy === null || copy.storedAs !== null || copy.deletedAt !== null) return;
    const written = await this.write(copy, context).catch(unlessStopped);
    if (written === null) return;
    if (!(await this.queries.noteMade(id, written.name, written.bytes))) await this.folder.remove([written.name]);
  }

  private write({ personId, name, reference, language }: Copy, context: JobContext): Promise<Written> {
    const now = this.clock.now();
    const head = { name, reference, madeAt: () => sayMoment(now) };
    const files = copyFiles(readingOrder(this.personalData.sources), personId, head, language);
    return this.folder.write(files, async (before) => {
      if (await context.cancelled()) throw new Stopped();
      await context.progress(before, files.length);
    });
  }
}

class Stopped extends Error {}

function unlessStopped(error: unknown): null {
  if (error instanceof Stopped) return null;
  throw error;
}
