import { Injectable } from '@nestjs/common';
import { Job, type JobContext } from '../../platform/jobs/job.js';
import { CopiesQueries } from '../copies/copies.queries.js';
import { CopyFolder } from '../copies/copy-folder.service.js';
import { Retention } from './retention.service.js';

/** What has outlived its period goes at night, when nobody waits for a page. */
@Injectable()
export class RetentionJobs {
  constructor(
    private readonly retention: Retention,
    private readonly copies: CopiesQueries,
    private readonly folder: CopyFolder,
  ) {}

  @Job('privacy.letGo', { daily: '02:15', alone: true, longestMinutes: 240 })
  async letGo(_: object, context: JobContext): Promise<void> {
    await this.retention.run(context);
    await this.folder.removeStray(await this.copies.names());
  }
}
