import { Injectable } from '@nestjs/common';
import { Job } from '../platform/jobs/job.js';
import { FirstCodesQueries } from './first-codes/first-codes.queries.js';
import { HeldPostsQueries } from './held-posts/held-posts.queries.js';
import { ProviderVisitsQueries } from './identity-provider/provider-visits.queries.js';
import { RefusalsQueries } from './identity-provider/refusals.queries.js';
import { OneTimeLinksQueries } from './passwords/one-time-links.queries.js';
import { SignInQueries } from './sign-in.queries.js';

/**
 * Throws away what is no longer of use: failures that the throttle has forgotten, answers that nobody came back for, old
 * links, ways to the identity provider that nobody returned from.
 */
@Injectable()
export class SignInJobs {
  constructor(
    private readonly signIn: SignInQueries,
    private readonly heldPosts: HeldPostsQueries,
    private readonly links: OneTimeLinksQueries,
    private readonly codes: FirstCodesQueries,
    private readonly visits: ProviderVisitsQueries,
    private readonly refusals: RefusalsQueries,
  ) {}

  @Job('signIn.tidy', { everyMinutes: 60 })
  async tidy(): Promise<void> {
    await this.signIn.forgetOldFailures();
    await this.heldPosts.dropOld();
    await this.links.dropOld();
    await this.codes.dropOld();
    await this.visits.dropOld();
    await this.refusals.dropOld();
  }
}
