import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { t } from '../../platform/language/t.js';
import { Can } from '../../platform/permissions.js';
import { ShortLivedData } from '../../platform/privacy/short-lived.js';
import { By } from '../../platform/web/by.js';
import { csvDownload } from '../../platform/web/csv-download.js';
import { type Problem, readForm } from '../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import { CopyForm } from '../copies/copies.forms.js';
import { COPIES_RULE, CopiesQueries } from '../copies/copies.queries.js';
import { Copies } from '../copies/copies.service.js';
import { adminPrivacyPath } from '../paths.js';
import { privacyPermissions } from '../privacy.policy.js';
import { PeriodForm } from './retention.forms.js';
import { type AdminPrivacyFacts, presentAdminPrivacy, ruleColumns } from './retention.presenter.js';
import { Retention } from './retention.service.js';

const COPIES_SHOWN = 30;

/** `/admin/privacy`: periods, and copies for people who asked on paper. */
@Controller('admin/privacy')
export class RetentionController {
  constructor(
    private readonly retention: Retention,
    private readonly shortLived: ShortLivedData,
    private readonly copies: Copies,
    private readonly copiesQueries: CopiesQueries,
  ) {}

  @Get()
  @Can(privacyPermissions.manage)
  show(@By() actor: Actor): Promise<Reply> {
    return this.page(actor, {}, []);
  }

  @Get('rules.csv')
  @Can(privacyPermissions.manage)
  async rules(): Promise<Reply> {
    return csvDownload('retention.csv', ruleColumns(), await this.retention.overview());
  }

  @Post('periods')
  @Can(privacyPermissions.manage)
  change(@By() actor: Actor, @Body() body: unknown): Promise<Reply> {
    return readForm(PeriodForm, body).submit(
      async ({ kind, length }) => {
        await this.retention.change(actor, kind, length);
        return seeOther(adminPrivacyPath, { flash: t('Saved. It counts from tonight.') });
      },
      (problems, { kind }) => this.page(actor, { kind, length: typedLength(body) }, problems),
    );
  }

  @Post('copies')
  @Can(privacyPermissions.manage)
  copy(@By() actor: Actor, @Body() body: unknown): Promise<Reply> {
    return readForm(CopyForm, body).submit(
      async (form) => {
        const name = await this.copies.askFor(actor, form);
        return seeOther(adminPrivacyPath, { flash: t('A copy for {name} is being made.', { name }) });
      },
      (problems, { reference, reason }) => this.page(actor, { reference, reason }, problems),
    );
  }

  private async page(actor: Actor, typed: AdminPrivacyFacts['typed'], problems: Problem[]): Promise<Reply> {
    const [rules, copies, days] = [
      await this.retention.overview(),
      await this.copiesQueries.askedBy(actor.personId, 'others', COPIES_SHOWN),
      await this.retention.lengthOf(COPIES_RULE),
    ];
    const facts = { rules, shortLived: this.shortLived.all, copies, days, formToken: randomUUID(), typed, problems };
    return page('privacy/retention', presentAdminPrivacy(facts), {
      bench: true,
      status: problems.length > 0 ? 422 : 200,
    });
  }
}

/** What was typed, also where it is no number. */
function typedLength(body: unknown): string {
  const { length } = (body ?? {}) as { length?: unknown };
  return typeof length === 'string' ? length.slice(0, 10) : '';
}
