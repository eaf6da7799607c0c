import { Controller, Get } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Public } from '../../platform/permissions.js';
import { PersonalData } from '../../platform/privacy/personal-data.js';
import { ShortLivedData } from '../../platform/privacy/short-lived.js';
import { By } from '../../platform/web/by.js';
import { page, type Reply } from '../../platform/web/reply.js';
import { privacyPath } from '../paths.js';
import { Retention } from '../retention/retention.service.js';
import { presentStatement } from './statement.presenter.js';

/** What we keep, why, how long and who sees it. Open to all: people read it before they sign in. */
@Controller()
export class StatementController {
  constructor(
    private readonly personalData: PersonalData,
    private readonly retention: Retention,
    private readonly shortLived: ShortLivedData,
  ) {}

  @Get(privacyPath)
  @Public()
  async show(@By() actor: Actor | null): Promise<Reply> {
    const facts = {
      sources: this.personalData.sources,
      rules: await this.retention.lengths(),
      shortLived: this.shortLived.all,
      signedIn: actor !== null,
    };
    return page('privacy/statement', presentStatement(facts));
  }
}
