import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import type { ScopeName } from '../../platform/api/service-account.js';
import { Clock } from '../../platform/clock.js';
import { t } from '../../platform/language/t.js';
import { Can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { type CsvDownload, csvDownload } from '../../platform/web/csv-download.js';
import { csvPath } from '../../platform/web/csv-path.js';
import { type Problem, readForm } from '../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import { RowId } from '../../platform/web/row-id.js';
import { serviceAccountsPath } from '../paths.js';
import { NewTokenForm, ServiceAccountForm } from './service-account.forms.js';
import { serviceAccountsCsv } from './service-accounts-csv.js';
import { serviceAccountPermissions } from './service-accounts.policy.js';
import { presentServiceAccounts, type ShownToken } from './service-accounts.presenter.js';
import { ServiceAccountsQueries } from './service-accounts.queries.js';
import { ServiceAccounts } from './service-accounts.service.js';

@Controller()
export class ServiceAccountsController {
  constructor(
    private readonly service: ServiceAccounts,
    private readonly queries: ServiceAccountsQueries,
    private readonly clock: Clock,
  ) {}

  @Get(serviceAccountsPath)
  @Can(serviceAccountPermissions.manage)
  list(): Promise<Reply> {
    return this.page(new ServiceAccountForm(), []);
  }

  @Get(csvPath(serviceAccountsPath))
  @Can(serviceAccountPermissions.manage)
  async file(): Promise<CsvDownload> {
    const accounts = await this.queries.all();
    return csvDownload(`${t('service-accounts')}.csv`, serviceAccountsCsv(this.clock.today()), accounts);
  }

  /** Answers the page itself: the token is on it, and nowhere else, ever. */
  @Post(serviceAccountsPath)
  @HttpCode(200)
  @Can(serviceAccountPermissions.manage)
  make(@By() actor: Actor, @Body() body: unknown): Promise<Reply> {
    return readForm(ServiceAccountForm, body).submit(
      async ({ formToken, name, scopes, where, places, endsOn }) => {
        const reach = where === 'places' ? places : null;
        const wanted = { formToken, name, scopes: scopes as ScopeName[], places: reach, endsOn: endsOn || null };
        return this.page(new ServiceAccountForm(), [], {
          name,
          token: await this.service.make(actor, wanted),
          old: null,
        });
      },
      (problems, form) => this.page(form, problems),
    );
  }

  /** Answers the page itself, as the making of an account does. */
  @Post(`${serviceAccountsPath}/:id/tokens`)
  @HttpCode(200)
  @Can(serviceAccountPermissions.manage)
  replace(@By() actor: Actor, @RowId() id: number, @Body() body: unknown): Promise<Reply> {
    return readForm(NewTokenForm, body).submit(
      async ({ formToken, lost }) => {
        const made = await this.service.replaceToken(actor, id, { formToken, lost: lost === 'yes' });
        return this.page(new ServiceAccountForm(), [], { ...made, old: lost === 'yes' ? 'ended' : 'goesOn' });
      },
      (problems) => this.page(new ServiceAccountForm(), problems),
    );
  }

  @Post(`${serviceAccountsPath}/:id/revocation`)
  @Can(serviceAccountPermissions.manage)
  async revoke(@By() actor: Actor, @RowId() id: number): Promise<Reply> {
    await this.service.revoke(actor, id);
    return seeOther(serviceAccountsPath, { flash: t('Revoked. Its token opens nothing any more.') });
  }

  private async page(typed: ServiceAccountForm, problems: Problem[], shown: ShownToken | null = null): Promise<Reply> {
    const form = { ...typed, formToken: randomUUID() };
    const facts = { accounts: await this.queries.all(), shown, form, problems, today: this.clock.today() };
    const status = problems.length > 0 ? 422 : 200;
    return page('sign-in/service-accounts', presentServiceAccounts(facts), { bench: true, status });
  }
}
