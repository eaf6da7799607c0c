import { Injectable } from '@nestjs/common';
import { Job, type JobContext } from '../../platform/jobs/job.js';
import { UNDO_ANSWERS_JOB, UndoImports } from './undo-imports.service.js';

/** Millions of answers take their time, and an import may stand before them. */
const LONG = { longestMinutes: 12 * 60 };

@Injectable()
export class UndoImportsJobs {
  constructor(private readonly undo: UndoImports) {}

  @Job(UNDO_ANSWERS_JOB, LONG)
  async take({ id }: { id: number }, context: JobContext): Promise<void> {
    await this.undo.run(id, {
      waiting: () => void context.progress(0, undefined, 'waiting'),
      answers: (done, total) => context.progress(done, total, 'undoing'),
      cancelled: () => context.cancelled(),
    });
  }
}
