import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { Actor } from '../../platform/actor.js';
import { Config } from '../../platform/config.js';
import { NotFound } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { Can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { Form, type Problem } from '../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import { accountPermissions } from '../account/account.policy.js';
import { accountPath, ownPasswordPath } from '../paths.js';
import { originOf } from '../sign-in.guard.js';
import { presentOwnPassword } from './own-password.presenter.js';
import { mayUsePassword } from './password-rule.js';
import { OwnPassword } from './own-password.service.js';

@Controller(ownPasswordPath)
export class OwnPasswordController {
  constructor(
    private readonly service: OwnPassword,
    private readonly config: Config,
  ) {}

  @Get()
  @Can(accountPermissions.own)
  show(@By() actor: Actor): Reply {
    if (!mayUsePassword({ ...actor, demo: false }, this.config)) throw new NotFound();
    return form(actor, []);
  }

  @Post()
  @Can(accountPermissions.own)
  change(
    @By() actor: Actor,
    @Body() body: Record<string, unknown> | undefined,
    @Req() request: Request,
  ): Promise<Reply> {
    // As they were typed, blanks included.
    const typed = { current: text(body?.current), chosen: text(body?.password) };
    return new Form(typed, []).submit(
      async ({ current, chosen }) => {
        await this.service.change(actor, { current, chosen, origin: originOf(request), sid: request.sessionID });
        return seeOther(accountPath, { flash: t('Your new password is set. You’re signed out everywhere else.') });
      },
      (problems) => form(actor, problems),
    );
  }
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');

function form(actor: Actor, problems: readonly Problem[]): Reply {
  const status = problems.length > 0 ? 422 : 200;
  return page('sign-in/own-password', presentOwnPassword(actor.reference, problems), { status });
}
