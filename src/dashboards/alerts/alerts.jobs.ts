import { Injectable } from '@nestjs/common';
import { Job } from '../../platform/jobs/job.js';
import { AlertWatch } from './watch.service.js';

/** Alerts are looked at soon after an import or the end of a week; between those a look costs two small reads. */
@Injectable()
export class AlertsJobs {
  constructor(private readonly watch: AlertWatch) {}

  @Job('dashboards.alerts', { everyMinutes: 10 })
  async look(): Promise<void> {
    await this.watch.look();
  }
}
