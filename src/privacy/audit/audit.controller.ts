import { Controller, Get, Query } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Can } from '../../platform/permissions.js';
import { AuditActions } from '../../platform/privacy/audit-actions.js';
import { AuditTrail } from '../../platform/privacy/audit-trail.queries.js';
import { By } from '../../platform/web/by.js';
import { csvDownload } from '../../platform/web/csv-download.js';
import { page, type Reply } from '../../platform/web/reply.js';
import { auditPath } from '../paths.js';
import { privacyPermissions } from '../privacy.policy.js';
import { type AuditFilter, readAuditFilter, readBefore } from './audit-filter.js';
import { auditColumns, presentAudit } from './audit.presenter.js';
import { AuditQueries } from './audit.queries.js';

const EACH = 50;

@Controller()
export class AuditController {
  constructor(
    private readonly queries: AuditQueries,
    private readonly actions: AuditActions,
    private readonly trail: AuditTrail,
  ) {}

  @Get(auditPath)
  @Can(privacyPermissions.audit)
  async show(@Query() query: Record<string, unknown>): Promise<Reply> {
    const [filter, before] = [this.filterOf(query), readBefore(query)];
    const rows = await this.queries.page(filter, this.of(filter), before, EACH + 1);
    const facts = { filter, before, rows: rows.slice(0, EACH), more: rows.length > EACH, actions: this.actions };
    return page('privacy/audit', presentAudit(facts), { bench: true });
  }

  @Get(`${auditPath}.csv`)
  @Can(privacyPermissions.audit)
  async download(@By() actor: Actor, @Query() query: Record<string, unknown>): Promise<Reply> {
    const filter = this.filterOf(query);
    await this.trail.looked({
      actorId: actor.personId,
      action: 'privacy.auditTaken',
      subjectKind: 'auditLog',
      subjectId: '-',
      detail: filter,
    });
    return csvDownload('audit-log.csv', auditColumns(this.actions), this.queries.all(filter, this.of(filter)));
  }

  private filterOf(query: Record<string, unknown>): AuditFilter {
    return readAuditFilter(
      query,
      this.actions.actions.map(({ action }) => action),
    );
  }

  /** The actions that the filter's kind stands for. */
  private of({ kind }: AuditFilter): string[] {
    return this.actions.actions.filter((one) => one.kind === kind).map(({ action }) => action);
  }
}
