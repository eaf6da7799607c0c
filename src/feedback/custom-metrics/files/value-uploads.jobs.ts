import { Injectable } from '@nestjs/common';
import { FileImportRun } from '../../../platform/files/file-import-run.service.js';
import { Job, type JobContext } from '../../../platform/jobs/job.js';
import { LOOK_JOB, TAKE_JOB } from './value-uploads.service.js';
import { ValueWork } from './value-work.service.js';

/** Five years of values of every unit take their time. */
const LONG = { longestMinutes: 6 * 60 };

@Injectable()
export class ValueUploadJobs {
  constructor(
    private readonly run: FileImportRun,
    private readonly work: ValueWork,
  ) {}

  @Job(LOOK_JOB, LONG)
  async look(body: { id: number }, context: JobContext): Promise<void> {
    await this.run.look(body.id, context, this.work);
  }

  @Job(TAKE_JOB, LONG)
  async take(body: { id: number }, context: JobContext): Promise<void> {
    await this.run.take(body.id, context, this.work);
  }
}
