import { Controller, Get } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Can } from '../../platform/permissions.js';
import { AccountLinks } from '../../platform/web/account-links.js';
import { By } from '../../platform/web/by.js';
import { page, type Reply } from '../../platform/web/reply.js';
import { accountPath } from '../paths.js';
import { accountPermissions } from './account.policy.js';
import { presentAccount } from './account.presenter.js';

/** Somebody's own account: who they are here, and what they can look after themselves. */
@Controller()
export class AccountController {
  constructor(private readonly links: AccountLinks) {}

  @Get(accountPath)
  @Can(accountPermissions.own)
  show(@By() actor: Actor): Reply {
    return page('sign-in/account', presentAccount(actor, this.links.for(actor)));
  }
}
