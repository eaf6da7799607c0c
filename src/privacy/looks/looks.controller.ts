import { Controller, Get } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Can } from '../../platform/permissions.js';
import { AuditActions } from '../../platform/privacy/audit-actions.js';
import { By } from '../../platform/web/by.js';
import { csvDownload } from '../../platform/web/csv-download.js';
import { page, type Reply } from '../../platform/web/reply.js';
import { looksPath } from '../paths.js';
import { privacyPermissions } from '../privacy.policy.js';
import { startOfKeeping } from '../retention/period.js';
import { looksColumns, presentLooks } from './looks.presenter.js';
import { LooksQueries } from './looks.queries.js';

const SHOWN = 200;
const MONTHS = 12;

/** Who looked at my individual results. Nobody else’s page. */
@Controller()
export class LooksController {
  constructor(
    private readonly queries: LooksQueries,
    private readonly actions: AuditActions,
  ) {}

  @Get(looksPath)
  @Can(privacyPermissions.own)
  async show(@By() { personId }: Actor): Promise<Reply> {
    const looks = await this.queries.latest(personId, since(), this.lookedAt(), SHOWN);
    return page('privacy/looks', presentLooks(looks, this.actions));
  }

  @Get(`${looksPath}.csv`)
  @Can(privacyPermissions.own)
  download(@By() { personId }: Actor): Reply {
    const rows = this.queries.all(personId, since(), this.lookedAt());
    return csvDownload('who-looked.csv', looksColumns(this.actions), rows);
  }

  private lookedAt(): string[] {
    return this.actions.actions.filter(({ kind }) => kind === 'looked').map(({ action }) => action);
  }
}

/** The log is in real time. */
const since = () => startOfKeeping(new Date(), 'months', MONTHS);
