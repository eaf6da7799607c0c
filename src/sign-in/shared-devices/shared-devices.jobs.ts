import { Injectable } from '@nestjs/common';
import { Job } from '../../platform/jobs/job.js';
import { SharedPlacesQueries } from './shared-places.queries.js';
import { SharedSessionsQueries } from './shared-sessions.queries.js';

/** Ends what nobody came back to, and forgets where people were and what they had typed once the working day is over. */
@Injectable()
export class SharedDevicesJobs {
  constructor(
    private readonly sessions: SharedSessionsQueries,
    private readonly places: SharedPlacesQueries,
  ) {}

  @Job('signIn.tidySharedDevices', { everyMinutes: 15 })
  async tidy(): Promise<void> {
    await this.sessions.endIdle();
    await this.places.dropOld();
  }
}
