import { randomBytes } from 'node:crypto';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Actor } from '../../platform/actor.js';
import { Config } from '../../platform/config.js';
import { NotFound } from '../../platform/errors.js';
import { language } from '../../platform/language/language.js';
import { Public } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { localPath } from '../../platform/web/local-path.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import { callbackPath, companySignInPath } from '../paths.js';
import { Sessions } from '../sessions.service.js';
import { counterPath } from '../shared-devices/paths.js';
import type { ProviderSession } from '../sessions/signed-in.js';
import { CompanySignIn } from './company-sign-in.service.js';
import { IdentityProvider } from './identity-provider.service.js';
import { presentRefused } from './refused.presenter.js';
import type { Refused } from './refusal.js';

const TEN_MINUTES_MS = 600_000;

/**
 * To the company's identity provider and back. What was sent out is kept on the server; the browser holds a secret of its
 * own in a cookie, so that nobody can send somebody else's way back through it.
 */
@Controller()
export class CompanySignInController {
  private readonly cookie: string;

  constructor(
    private readonly signIn: CompanySignIn,
    private readonly provider: IdentityProvider,
    private readonly sessions: Sessions,
    private readonly config: Config,
  ) {
    this.cookie = config.secure ? '__Host-cxu-visit' : 'cxu-visit';
  }

  @Public()
  @Get(companySignInPath)
  async begin(
    @By() actor: Actor | null,
    @Query('next') wanted: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Reply> {
    if (!this.provider.isThere) throw new NotFound();
    const next = localPath(wanted);
    if (actor !== null) return seeOther(next);
    const browser = this.browserOf(request) ?? randomBytes(32).toString('base64url');
    const url = await this.signIn.begin({ next, fresh: request.shared !== undefined }, browser, language());
    if (typeof url !== 'string') return this.refused(url, next);
    response.cookie(this.cookie, browser, this.cookieOptions());
    response.set('Cache-Control', 'no-store');
    return seeOther(url);
  }

  @Public()
  @Get(callbackPath)
  async finish(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<Reply> {
    if (!this.provider.isThere) throw new NotFound();
    const current = new URL(request.originalUrl, this.config.url);
    const outcome = await this.signIn.finish(current, this.browserOf(request), request.shared !== undefined);
    if (outcome.kind === 'refused') return this.refused(outcome.refused, outcome.next);
    const { personId, provider, next } = outcome;
    if (request.shared) return this.finishShared(request, response, outcome);
    await this.sessions.begin(request, response, personId, { how: 'company', provider });
    return seeOther(next);
  }

  /**
   * On a shared device the provider only says who this is: its own session ends at once, since a lock could not end it, and
   * whoever comes next would find the company's other software open in somebody else's name.
   */
  private async finishShared(
    request: Request,
    response: Response,
    { personId, provider, next }: { personId: number; provider: ProviderSession & { idToken: string }; next: string },
  ): Promise<Reply> {
    const ended = { subject: provider.subject, session: null, idToken: null };
    await this.sessions.begin(request, response, personId, { how: 'company', provider: ended });
    const goesOnAt = next === '/' ? counterPath : next;
    const there = await this.provider.signOutUrl(provider.idToken);
    if (there === null) return seeOther(goesOnAt);
    request.session.goesOnAt = goesOnAt;
    return seeOther(there);
  }

  private refused(refused: Refused, next: string): Reply {
    const { status, ...model } = presentRefused(refused.reason, next, this.config.passwordOnlyFor === null);
    return page('sign-in/refused', model, { status, layout: 'bare', awning: true });
  }

  private browserOf(request: Request): string | null {
    const kept = (request.signedCookies as Record<string, unknown> | undefined)?.[this.cookie];
    return typeof kept === 'string' && kept !== '' ? kept : null;
  }

  /** Lax: the way back is a link that another site opens. One for all tabs, so it stays for the ten minutes. */
  private cookieOptions() {
    return {
      signed: true,
      httpOnly: true,
      sameSite: 'lax',
      secure: this.config.secure,
      path: '/',
      maxAge: TEN_MINUTES_MS,
    } as const;
  }
}
