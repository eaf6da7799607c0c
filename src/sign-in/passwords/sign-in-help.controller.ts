import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { t } from '../../platform/language/t.js';
import { Public } from '../../platform/permissions.js';
import { Form, type Problem, readForm } from '../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import { newPasswordPath, SIGN_IN_PATH, signInHelpPath, signInHelpSentPath } from '../paths.js';
import { sayTooMany } from '../throttle.js';
import { OneTimeLinks } from './one-time-links.service.js';
import { HelpForm } from './sign-in-help.forms.js';
import { presentHelp, presentHelpSent, presentNewPassword, presentSpentLink } from './sign-in-help.presenter.js';

type Fields = Record<string, unknown> | undefined;

/** For whoever cannot sign in: a link by e-mail, and the page that it opens. */
@Controller()
export class SignInHelpController {
  constructor(private readonly links: OneTimeLinks) {}

  @Public()
  @Get(signInHelpPath)
  show(): Reply {
    return help('', []);
  }

  @Public()
  @Get(signInHelpSentPath)
  sent(): Reply {
    return page('sign-in/help-sent', presentHelpSent(), LOOK);
  }

  @Public()
  @Post(signInHelpPath)
  async ask(
    @Body() body: Fields,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Reply> {
    const { value, problems } = readForm(HelpForm, body);
    if (problems.length > 0) return help('', problems);
    const seconds = await this.links.ask(value.login, request.ip ?? 'unknown');
    if (seconds === 0) return seeOther(signInHelpSentPath);
    response.set('Retry-After', String(seconds));
    return help(value.login, [{ field: 'login', sentence: sayTooMany(seconds) }], 429);
  }

  /** Only looking: programs that check mail open links too, and must not use one up. */
  @Public()
  @Get(newPasswordPath(null))
  async choose(@Query('code') code: unknown): Promise<Reply> {
    return this.chooser(code, [], 200);
  }

  @Public()
  @Post(newPasswordPath(null))
  async chosen(@Body() body: Fields): Promise<Reply> {
    const code = body?.linkToken;
    // As it was typed, blanks included: that is how it will be typed again.
    const password = typeof body?.password === 'string' ? body.password : '';
    return new Form({ code, password }, []).submit(
      async () => {
        if (typeof code !== 'string' || !(await this.links.choose(code, password))) return spent();
        return seeOther(SIGN_IN_PATH, { flash: t('Your new password is set. Sign in with it.') });
      },
      (problems) => this.chooser(code, problems, 422),
    );
  }

  private async chooser(code: unknown, problems: readonly Problem[], status: number): Promise<Reply> {
    const owner = typeof code === 'string' ? await this.links.owner(code) : null;
    if (owner === null || typeof code !== 'string') return spent();
    return page('sign-in/new-password', presentNewPassword(owner, code, problems), { ...LOOK, status });
  }
}

const LOOK = { layout: 'bare', awning: true } as const;

function help(login: string, problems: readonly Problem[], status = problems.length > 0 ? 422 : 200): Reply {
  return page('sign-in/help', presentHelp(login, problems), { ...LOOK, status });
}

function spent(): Reply {
  return page('sign-in/link-spent', presentSpentLink(), { ...LOOK, status: 410 });
}
