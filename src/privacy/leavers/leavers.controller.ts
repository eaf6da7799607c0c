import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { t } from '../../platform/language/t.js';
import { Can } from '../../platform/permissions.js';
import { AuditTrail } from '../../platform/privacy/audit-trail.queries.js';
import { Erasures } from '../../platform/privacy/erasure.js';
import { By } from '../../platform/web/by.js';
import { csvDownload } from '../../platform/web/csv-download.js';
import { type Problem, readForm } from '../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import { RowId } from '../../platform/web/row-id.js';
import { HoldForm } from '../copies/copies.forms.js';
import { holdsPath, leaversPath } from '../paths.js';
import { privacyPermissions } from '../privacy.policy.js';
import { Retention } from '../retention/retention.service.js';
import { leaverColumns, presentLeavers } from './leavers.presenter.js';
import { LeaversQueries } from './leavers.queries.js';
import { Leavers, LEAVERS_RULE } from './leavers.service.js';

const SHOWN = 100;

/** Who is made anonymous tonight, and who is held back. */
@Controller()
export class LeaversController {
  constructor(
    private readonly leavers: Leavers,
    private readonly queries: LeaversQueries,
    private readonly retention: Retention,
    private readonly erasures: Erasures,
    private readonly trail: AuditTrail,
  ) {}

  @Get(leaversPath)
  @Can(privacyPermissions.manage)
  show(): Promise<Reply> {
    return this.page(new HoldForm(), []);
  }

  @Get(`${leaversPath}.csv`)
  @Can(privacyPermissions.manage)
  async download(@By() { personId }: Actor): Promise<Reply> {
    const before = await this.retention.before(LEAVERS_RULE);
    await this.trail.looked({
      actorId: personId,
      action: 'privacy.leaversTaken',
      subjectKind: 'people',
      subjectId: '-',
    });
    return csvDownload('leavers.csv', leaverColumns(), this.queries.stream(before));
  }

  @Post(holdsPath)
  @Can(privacyPermissions.manage)
  hold(@By() actor: Actor, @Body() body: unknown): Promise<Reply> {
    return readForm(HoldForm, body).submit(
      async (form) => {
        const name = await this.leavers.hold(actor, form);
        return seeOther(leaversPath, { flash: t('{name} is on hold: nothing of theirs is made anonymous.', { name }) });
      },
      (problems, form) => this.page(form, problems),
    );
  }

  @Post(`${holdsPath}/:id/ending`)
  @Can(privacyPermissions.manage)
  async endHold(@By() actor: Actor, @RowId() id: number): Promise<Reply> {
    await this.leavers.endHold(actor, id);
    return seeOther(leaversPath, { flash: t('The hold has ended. The period counts again.') });
  }

  private async page(typed: HoldForm, problems: Problem[]): Promise<Reply> {
    const before = await this.retention.before(LEAVERS_RULE);
    const facts = {
      ...(await this.queries.list(before, SHOWN)),
      months: await this.retention.lengthOf(LEAVERS_RULE),
      holds: await this.queries.holds(),
      erasures: this.erasures.all,
      form: { ...typed, formToken: randomUUID() },
      problems,
    };
    return page('privacy/leavers', presentLeavers(facts), { bench: true, status: problems.length > 0 ? 422 : 200 });
  }
}
