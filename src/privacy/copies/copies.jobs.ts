import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { Job } from '../../platform/jobs/job.js';
import type { JobContext } from '../../platform/jobs/job.js';
import { PersonalData } from '../../platform/privacy/personal-data.js';
import { sayMoment } from '../../platform/say.js';
import { CopiesQueries, type Copy } from './copies.queries.js';
import { MAKE_COPY } from './copies.service.js';
import { CopyFolder, type Written } from './copy-folder.service.js';
import { CopyNotices } from './copy-notices.service.js';
import { copyFiles } from './copy-zip.js';
import { readingOrder } from './reading-order.js';

/** Makes the copies that people asked for. */
@Injectable()
export class CopiesJobs {
  constructor(
    private readonly db: Database,
    private readonly queries: CopiesQueries,
    private readonly personalData: PersonalData,
    private readonly folder: CopyFolder,
    private readonly notices: CopyNotices,
    private readonly clock: Clock,
  ) {}

  /** Run again it makes nothing twice: what is made is known by its row. */
  @Job(MAKE_COPY)
  async make({ id }: { id: number }, context: JobContext): Promise<void> {
    const copy = await this.queries.one(id);
    if (copy === null || copy.storedAs !== null || copy.deletedAt !== null) return;
    const written = await this.write(copy, context).catch(unlessStopped);
    if (written === null) return;
    if (!(await this.noteMade(copy, written))) await this.folder.remove([written.name]);
  }

  /** False when another try of the job was quicker, or the person has been made anonymous meanwhile. */
  private noteMade(copy: Copy, { name, bytes }: Written): Promise<boolean> {
    return this.db.write(async (tx) => {
      const first = await this.queries.noteMade(tx, copy.id, name, bytes);
      if (first) await this.notices.made(tx, copy);
      return first;
    });
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
