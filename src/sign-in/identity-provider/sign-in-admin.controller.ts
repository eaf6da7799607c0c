import { Controller, Get, Query } from '@nestjs/common';
import { Config } from '../../platform/config.js';
import { t } from '../../platform/language/t.js';
import { Can } from '../../platform/permissions.js';
import { csvDownload } from '../../platform/web/csv-download.js';
import { page, type Reply } from '../../platform/web/reply.js';
import { signInAdminPath } from '../paths.js';
import { checkConnection } from './connection-check.js';
import { IdentityProvider, SAFE_ALGORITHMS } from './identity-provider.service.js';
import { type Checked, presentSignInAdmin } from './sign-in-admin.presenter.js';
import { signInAdminPermissions } from './sign-in-admin.policy.js';
import { refusalColumns } from './refusals-csv.js';
import { RefusalsQueries } from './refusals.queries.js';
import { whyRefused } from './why-refused.js';

const SHOWN = 50;
const IN_A_FILE = 10_000;

/** How people sign in, for administrators: settings without secrets, a test of the connection, and what was refused. */
@Controller()
export class SignInAdminController {
  constructor(
    private readonly provider: IdentityProvider,
    private readonly refusals: RefusalsQueries,
    private readonly config: Config,
  ) {}

  @Get(signInAdminPath)
  @Can(signInAdminPermissions.see)
  async show(@Query('test') test: unknown): Promise<Reply> {
    const refusals = await this.refusals.latest(SHOWN);
    const checked = test === undefined || !this.provider.isThere ? null : await this.check();
    return page('sign-in/sign-in-admin', presentSignInAdmin(this.config, { refusals, checked }), { bench: true });
  }

  @Get(`${signInAdminPath}.csv`)
  @Can(signInAdminPermissions.see)
  async file(): Promise<Reply> {
    return csvDownload(`${t('refused-sign-ins')}.csv`, refusalColumns(), await this.refusals.latest(IN_A_FILE));
  }

  private async check(): Promise<Checked> {
    try {
      const { metadata, keys } = await this.provider.describe();
      const wanted = { ...this.config.identityProvider!, algorithms: SAFE_ALGORITHMS };
      return { points: checkConnection(metadata, keys.length, wanted), refused: null };
    } catch (error) {
      const refused = whyRefused(error);
      if (refused === null) throw error;
      return { points: [], refused };
    }
  }
}
