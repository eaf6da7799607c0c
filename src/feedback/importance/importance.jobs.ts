import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { Job } from '../../platform/jobs/job.js';
import { DriverImportance } from './importance.service.js';

/** Looks every hour whether a year is due: mostly it is not, and that is seen by its number of answers. */
@Injectable()
export class ImportanceJobs {
  constructor(
    private readonly importance: DriverImportance,
    private readonly clock: Clock,
  ) {}

  @Job('feedback.importance', { everyMinutes: 60, alone: true })
  async workOut(): Promise<void> {
    await this.importance.workOut(this.clock.today());
  }
}
