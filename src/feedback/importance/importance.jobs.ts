import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { Job } from '../../platform/jobs/job.js';
import { DriverImportance, MOVED } from './importance.service.js';

/** Looks whether a year is due: mostly it is not, and that is seen by its number of answers. */
@Injectable()
export class ImportanceJobs {
  constructor(
    private readonly importance: DriverImportance,
    private readonly clock: Clock,
  ) {}

  @Job('feedback.importance', { everyMinutes: 60, alone: true })
  async ofFirstAnswers(): Promise<void> {
    await this.importance.workOut(this.clock.today(), MOVED.byDay);
  }

  @Job('feedback.importanceAnew', { daily: '03:40', alone: true })
  async everyNight(): Promise<void> {
    await this.importance.workOut(this.clock.today());
  }
}
