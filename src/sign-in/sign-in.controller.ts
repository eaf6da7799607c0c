import { Body, Controller, Get, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Actor } from '../platform/actor.js';
import { Config } from '../platform/config.js';
import { msg, t } from '../platform/language/t.js';
import { Public } from '../platform/permissions.js';
import { By } from '../platform/web/by.js';
import { page, type Reply, seeOther } from '../platform/web/reply.js';
import { DEMO_PEOPLE } from './demo-people.js';
import { keepFlash } from '../platform/web/flash.js';
import { IdentityProvider } from './identity-provider/identity-provider.service.js';
import { localPath } from '../platform/web/local-path.js';
import { SIGN_IN_PATH } from './paths.js';
import { counterPath } from './shared-devices/paths.js';
import { Sessions } from './sessions.service.js';
import { outcomeOf, SignInGuard } from './sign-in.guard.js';
import { presentSignIn } from './sign-in.presenter.js';
import { SignInQueries } from './sign-in.queries.js';
import { sayTooMany } from './throttle.js';

const EMPTY = msg('Enter your personnel reference or e-mail, and your password.');
const COMPANY_INSTEAD = msg(
  'That didn’t work. A password is only for a few named people: everybody else signs in with the company account.',
);
const WRONG = msg('That reference or e-mail and password don’t go together. Check both and try again.');

type Fields = Record<string, unknown> | undefined;

@Controller()
export class SignInController {
  constructor(
    private readonly queries: SignInQueries,
    private readonly sessions: Sessions,
    private readonly provider: IdentityProvider,
    private readonly config: Config,
  ) {}

  @Public()
  @Get(SIGN_IN_PATH)
  show(@By() actor: Actor | null, @Query('next') next: unknown, @Req() request: Request): Promise<Reply> | Reply {
    return actor ? seeOther(goesOnAt(request) ?? localPath(next)) : this.form({ next }, null, 200);
  }

  @Public()
  @UseGuards(SignInGuard)
  @Post(SIGN_IN_PATH)
  async signIn(
    @Body() fields: Fields,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Reply> {
    const outcome = outcomeOf(request);
    if (outcome === null) return this.form(fields, t(EMPTY), 422);
    if (outcome.kind === 'wrong') return this.form(fields, t(this.passwordsForAll ? WRONG : COMPANY_INSTEAD), 422);
    if (outcome.kind === 'wait') {
      response.set('Retry-After', String(outcome.seconds));
      return this.form(fields, sayTooMany(outcome.seconds), 429);
    }
    await this.sessions.begin(request, response, outcome.personId, { how: 'password' });
    return seeOther(request.shared ? counterPath : localPath(fields?.next));
  }

  @Public()
  @Post('/sign-out')
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<Reply> {
    const { provider } = request.session;
    await this.sessions.end(request, response);
    const idToken = provider?.idToken ?? null;
    const there = idToken === null ? null : await this.provider.signOutUrl(idToken);
    if (there === null)
      return seeOther(request.shared ? counterPath : SIGN_IN_PATH, { flash: t('You’re signed out.') });
    return this.leadOn(response, there);
  }

  /**
   * A page that goes on by itself, since our own policy lets no form lead to another site: here everything is done, there
   * the provider signs out too and leads back.
   */
  private leadOn(response: Response, there: string): Reply {
    response.set('Refresh', `0; url=${there}`);
    keepFlash(response, t('You’re signed out.'), this.config.secure);
    return page('sign-in/signing-out', { title: t('You’re signed out here'), there }, { layout: 'bare', awning: true });
  }

  private get passwordsForAll(): boolean {
    return this.config.passwordOnlyFor === null;
  }

  private async form(fields: Fields, sentence: string | null, status: number): Promise<Reply> {
    const demo =
      this.config.loopback && this.passwordsForAll
        ? await this.queries.demoPeople(DEMO_PEOPLE.map((one) => one.reference))
        : [];
    const model = presentSignIn({
      login: typeof fields?.login === 'string' ? fields.login : '',
      next: localPath(fields?.next),
      sentence,
      demo,
      company: this.config.identityProvider !== null,
      passwordsForAll: this.passwordsForAll,
    });
    return page('sign-in/sign-in', model, { status, layout: 'bare', awning: true });
  }
}

/** Where the way through the provider's own sign-out began, once. */
function goesOnAt({ session }: Request): string | null {
  const path = session.goesOnAt ?? null;
  delete session.goesOnAt;
  return path;
}
