import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { addDays } from '../../platform/dates.js';
import { NotFound } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { can, Can } from '../../platform/permissions.js';
import { AuditTrail } from '../../platform/privacy/audit-trail.queries.js';
import { By } from '../../platform/web/by.js';
import { csvDownload } from '../../platform/web/csv-download.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import { BreakerQueries } from '../delivery/breaker.queries.js';
import { Breaker } from '../delivery/breaker.service.js';
import { MailServerQueries } from '../delivery/mail-server.queries.js';
import { MessageKinds } from '../message-kinds.service.js';
import { notificationPermissions } from '../notifications.policy.js';
import { ledgerPath } from '../paths.js';
import { readLedgerFilter } from './ledger-filter.js';
import { ledgerColumns } from './ledger-columns.js';
import { presentOverview } from './overview.presenter.js';
import { OverviewQueries } from './overview.queries.js';

const EACH = 50;
const DAYS_AROUND = 7;

type Filters = Record<string, unknown>;

@Controller()
export class OverviewController {
  constructor(
    private readonly queries: OverviewQueries,
    private readonly breakers: BreakerQueries,
    private readonly breaker: Breaker,
    private readonly server: MailServerQueries,
    private readonly kinds: MessageKinds,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
  ) {}

  @Get(ledgerPath)
  @Can(notificationPermissions.readLedger)
  async show(@By() actor: Actor, @Query() query: Filters): Promise<Reply> {
    const filter = this.filterOf(query);
    const at = typeof query.page === 'string' && /^[1-9]\d{0,4}$/.test(query.page) ? Number(query.page) : 1;
    const today = this.clock.today();
    const rows = await this.queries.rows(filter, EACH + 1, (at - 1) * EACH);
    const model = presentOverview({
      filter,
      rows: rows.slice(0, EACH),
      at,
      more: rows.length > EACH,
      counts: await this.queries.counts(addDays(today, -DAYS_AROUND), addDays(today, DAYS_AROUND)),
      kinds: this.kinds.all,
      stop: await this.breakers.open(),
      trouble: await this.server.trouble(),
      mailServer: this.mailer.configured,
      today,
      mayRelease: can(actor, notificationPermissions.letMailGoOn),
    });
    return page('notifications/overview', model, { bench: true });
  }

  @Get(`${ledgerPath}.csv`)
  @Can(notificationPermissions.readLedger)
  async download(@By() { personId }: Actor, @Query() query: Filters): Promise<Reply> {
    await this.trail.looked({
      actorId: personId,
      action: 'notifications.downloadLedger',
      subjectKind: 'ledger',
      subjectId: '-',
    });
    const rows = this.queries.all(this.filterOf(query));
    return csvDownload('messages.csv', ledgerColumns(this.kinds.all), rows);
  }

  @Post(`${ledgerPath}/stops/:id/release`)
  @Can(notificationPermissions.letMailGoOn)
  async release(@By() actor: Actor, @Param('id') id: string): Promise<Reply> {
    if (!/^\d{1,9}$/.test(id)) throw new NotFound();
    await this.breaker.letGoOn(actor, Number(id));
    return seeOther(ledgerPath, { flash: t('The mail goes on within a minute, in working hours.') });
  }

  private filterOf(query: Filters) {
    return readLedgerFilter(query, [...this.kinds.all.keys()]);
  }
}
