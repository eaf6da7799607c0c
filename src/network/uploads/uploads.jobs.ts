import { Injectable } from '@nestjs/common';
import { FileImportRun } from '../../platform/files/file-import-run.service.js';
import { Job, type JobContext } from '../../platform/jobs/job.js';
import { KINDS } from './kinds.js';
import { type UploadedImport, UploadWork } from './uploads.service.js';

export const LOOK_JOB = 'network.lookAtFile';
export const TAKE_JOB = 'network.takeFileOver';
export const UNDO_JOB = 'network.undoImport';

@Injectable()
export class UploadJobs {
  constructor(
    private readonly run: FileImportRun,
    private readonly work: UploadWork,
  ) {}

  @Job(LOOK_JOB)
  async look(body: { id: number }, context: JobContext): Promise<void> {
    await this.run.look(body.id, context, this.work);
  }

  @Job(TAKE_JOB)
  async take(body: { id: number }, context: JobContext): Promise<void> {
    await this.run.take(body.id, context, this.work);
  }

  @Job(UNDO_JOB)
  async undo(body: { id: number }, context: JobContext): Promise<void> {
    await this.run.undo(body.id, context, KINDS, (file: UploadedImport, step) => this.work.undo(file, step));
  }
}
