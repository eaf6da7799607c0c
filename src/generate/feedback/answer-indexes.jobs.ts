import { Injectable } from '@nestjs/common';
import { ImportLock } from '../../feedback/imports/import-lock.queries.js';
import { Job } from '../../platform/jobs/job.js';
import { AnswerIndexes } from './answer-indexes.queries.js';

/** A generator that was ended by force leaves answers without the indexes it had set aside: the worker puts them back. */
@Injectable()
export class AnswerIndexesJobs {
  constructor(
    private readonly indexes: AnswerIndexes,
    private readonly lock: ImportLock,
  ) {}

  @Job('generate.putIndexesBack', { everyMinutes: 10, alone: true })
  async putBack(): Promise<void> {
    if ((await this.indexes.missing()).length === 0) return;
    await this.lock.holdIfFree(() => this.indexes.putBack());
  }
}
