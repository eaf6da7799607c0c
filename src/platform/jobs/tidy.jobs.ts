import { Injectable } from '@nestjs/common';
import { Job } from './job.js';
import { JobsQueries } from './jobs.queries.js';

/** How long what is over can be looked at. */
const DAYS = 30;

/** The tables of jobs and workers do not grow without end. */
@Injectable()
export class TidyJobs {
  constructor(private readonly jobs: JobsQueries) {}

  @Job('platform.tidyJobs', { daily: '03:20' })
  async tidy(): Promise<void> {
    await this.jobs.forget(DAYS);
  }
}
