import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Actor } from '../../platform/actor.js';
import { msg, t } from '../../platform/language/t.js';
import { Public } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { Form, type Problem } from '../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import { firstCodePath } from '../paths.js';
import { Sessions } from '../sessions.service.js';
import { counterPath } from '../shared-devices/paths.js';
import { originOf } from '../sign-in.guard.js';
import { sayTooMany } from '../throttle.js';
import { presentFirstCode } from './first-code.presenter.js';
import { FirstPasswords } from './first-password.service.js';

const WRONG = msg(
  'That reference and code don’t go together, or the code has run out. Check both on your sheet, or ask for a new code.',
);

/** For whoever was handed a code on paper: it and a password of their own, and they are in. */
@Controller(firstCodePath)
export class FirstCodeController {
  constructor(
    private readonly service: FirstPasswords,
    private readonly sessions: Sessions,
  ) {}

  @Public()
  @Get()
  show(@By() actor: Actor | null): Reply {
    return actor === null ? form('', []) : seeOther('/');
  }

  @Public()
  @Post()
  choose(
    @Body() body: Record<string, unknown> | undefined,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Reply> {
    const [login, code, password] = [body?.login, body?.firstCode, body?.password].map(text) as [
      string,
      string,
      string,
    ];
    const missing = login.trim() === '' || code.trim() === '' ? [{ field: 'login', sentence: t(EMPTY) }] : [];
    return new Form({ login, code, password }, missing).submit(
      async (typed) => {
        const outcome = await this.service.choose({ ...typed, origin: originOf(request) });
        if (outcome.kind === 'wrong') return form(login, [{ field: 'login', sentence: t(WRONG) }]);
        if (outcome.kind === 'wait') return wait(response, login, outcome.seconds);
        await this.sessions.begin(request, response, outcome.personId, { how: 'firstCode' });
        return seeOther(request.shared ? counterPath : '/', {
          flash: t('Your password is set, and you’re signed in.'),
        });
      },
      (problems) => form(login, problems),
    );
  }
}

const EMPTY = msg('Enter your personnel reference and the code from your sheet.');

const text = (value: unknown) => (typeof value === 'string' ? value : '');

function wait(response: Response, login: string, seconds: number): Reply {
  response.set('Retry-After', String(seconds));
  return form(login, [{ field: 'login', sentence: sayTooMany(seconds) }], 429);
}

function form(login: string, problems: readonly Problem[], status = problems.length > 0 ? 422 : 200): Reply {
  return page('sign-in/first-code', presentFirstCode(login, problems), { layout: 'bare', awning: true, status });
}
