import { Controller, Get } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Can } from '../../platform/permissions.js';
import { AccountLinks } from '../../platform/web/account-links.js';
import { By } from '../../platform/web/by.js';
import { page, type Reply } from '../../platform/web/reply.js';
import { accountPath } from '../paths.js';
import { accountPermissions } from './account.policy.js';
import { presentAccount } from './account.presenter.js';
import { AccountQueries } from './account.queries.js';

/** Somebody's own account: who they are here, and what they can look after themselves. */
@Controller()
export class AccountController {
  constructor(
    private readonly links: AccountLinks,
    private readonly queries: AccountQueries,
    private readonly clock: Clock,
  ) {}

  @Get(accountPath)
  @Can(accountPermissions.own)
  async show(@By() actor: Actor): Promise<Reply> {
    const today = this.clock.today();
    const places = await this.queries.placesOf(actor.personId, actor.posts, today);
    return page('sign-in/account', presentAccount(actor, { links: this.links.for(actor), places, today }));
  }
}
