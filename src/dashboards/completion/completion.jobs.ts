import { Injectable } from '@nestjs/common';
import { isIsoDate } from '../../platform/dates.js';
import { Job } from '../../platform/jobs/job.js';
import { Completion, COUNT_COMPLETION } from './completion.service.js';

/** Large networks are counted by the worker, so that nobody who opens a page waits for sixty thousand people. */
@Injectable()
export class CompletionJobs {
  constructor(private readonly completion: Completion) {}

  @Job('dashboards.countCompletion', { everyMinutes: 5, alone: true })
  keepUp(): Promise<void> {
    return this.completion.keepUp();
  }

  /** A day of the past that somebody has looked at. */
  @Job(COUNT_COMPLETION, { alone: true })
  async countDay({ day }: { day?: unknown }): Promise<void> {
    if (typeof day === 'string' && isIsoDate(day)) await this.completion.count(day);
  }
}
