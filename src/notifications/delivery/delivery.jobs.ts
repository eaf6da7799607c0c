import { Injectable } from '@nestjs/common';
import { Job, type JobContext } from '../../platform/jobs/job.js';
import { DeliveryService } from './delivery.service.js';

/** The job that delivers; a message that its reader waits for asks for one more of it. */
export const DELIVER = 'notifications.deliver';

@Injectable()
export class DeliveryJobs {
  constructor(private readonly delivery: DeliveryService) {}

  @Job(DELIVER, { everyMinutes: 1 })
  async deliver(_body: object, context: JobContext): Promise<void> {
    await this.delivery.deliver(async () => !(await context.cancelled()));
  }
}
