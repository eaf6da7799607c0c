import { Injectable } from '@nestjs/common';
import { After } from '../../platform/events/listeners.js';
import { Job } from '../../platform/jobs/job.js';
import { answersUndone, feedbackImported } from '../feedback.events.js';
import { SelfCheck } from './self-check.service.js';

/** When the rollups are checked: every night, and after every import or its undo. */
@Injectable()
export class SelfCheckJobs {
  constructor(private readonly selfCheck: SelfCheck) {}

  @Job('feedback.selfCheck', { daily: '04:10' })
  async everyNight(): Promise<void> {
    await this.selfCheck.run();
  }

  @After(feedbackImported)
  async afterImport(): Promise<void> {
    await this.selfCheck.run();
  }

  @After(answersUndone)
  async afterUndo(): Promise<void> {
    await this.selfCheck.run();
  }
}
