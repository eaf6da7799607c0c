import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import type { ScopeName } from '../../platform/api/service-account.js';
import { Clock } from '../../platform/clock.js';
import { t } from '../../platform/language/t.js';
import { Can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { type Problem, readForm } from '../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import { RowId } from '../../platform/web/row-id.js';
import { serviceAccountsPath } from '../paths.js';
import { ServiceAccountForm } from './service-account.forms.js';
import { serviceAccountPermissions } from './service-accounts.policy.js';
import { presentServiceAccounts } from './service-accounts.presenter.js';
import { ServiceAccountsQueries } from './service-accounts.queries.js';
import { ServiceAccounts } from './service-accounts.service.js';

@Controller('admin/service-accounts')
export class ServiceAccountsController {
  constructor(
    private readonly service: ServiceAccounts,
    private readonly queries: ServiceAccountsQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Can(serviceAccountPermissions.manage)
  list(): Promise<Reply> {
    return this.page(new ServiceAccountForm(), []);
  }

  /** Answers the page itself: the token is on it, and nowhere else, ever. */
  @Post()
  @HttpCode(200)
  @Can(serviceAccountPermissions.manage)
  make(@By() actor: Actor, @Body() body: unknown): Promise<Reply> {
    return readForm(ServiceAccountForm, body).submit(
      async ({ formToken, name, scopes, endsOn }) => {
        const wanted = { formToken, name, scopes: scopes as ScopeName[], endsOn: endsOn || null };
        return this.page(new ServiceAccountForm(), [], await this.service.make(actor, wanted));
      },
      (problems, form) => this.page(form, problems),
    );
  }

  @Post(':id/revocation')
  @Can(serviceAccountPermissions.manage)
  async revoke(@By() actor: Actor, @RowId() id: number): Promise<Reply> {
    await this.service.revoke(actor, id);
    return seeOther(serviceAccountsPath, { flash: t('Revoked. Its token opens nothing any more.') });
  }

  private async page(typed: ServiceAccountForm, problems: Problem[], token: string | null = null): Promise<Reply> {
    const form = { ...typed, formToken: randomUUID() };
    const facts = { accounts: await this.queries.all(), token, form, problems, today: this.clock.today() };
    const status = problems.length > 0 ? 422 : 200;
    return page('sign-in/service-accounts', presentServiceAccounts(facts), { bench: true, status });
  }
}
