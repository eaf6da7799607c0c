import { Injectable } from '@nestjs/common';
import { Job } from '../../platform/jobs/job.js';
import { WavePlans } from './wave-plans.service.js';

/** Waves begin by themselves on their Mondays. */
@Injectable()
export class WavesJobs {
  constructor(private readonly plans: WavePlans) {}

  @Job('impact.waves', { everyMinutes: 60, alone: true })
  async keepUp(): Promise<void> {
    await this.plans.keepUp();
  }
}
