import { Injectable } from '@nestjs/common';
import { Job, type JobContext } from '../../platform/jobs/job.js';
import { Breaker } from './breaker.service.js';
import { DeliveryService } from './delivery.service.js';

/** The job that delivers; a message that its reader waits for asks for one more of it. */
export const DELIVER = 'notifications.deliver';

@Injectable()
export class DeliveryJobs {
  constructor(
    private readonly delivery: DeliveryService,
    private readonly breaker: Breaker,
  ) {}

  @Job(DELIVER, { everyMinutes: 1 })
  async deliver(_body: object, context: JobContext): Promise<void> {
    await this.delivery.deliver(async () => !(await context.cancelled()));
  }

  @Job('notifications.forecast', { daily: '18:05' })
  async forecast(): Promise<void> {
    await this.breaker.forecastTomorrow();
  }
}
