import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { Actor } from '../../platform/actor.js';
import { t } from '../../platform/language/t.js';
import { Can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { Form, type Problem } from '../../platform/web/form.js';
import { localPath } from '../../platform/web/local-path.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import { originOf } from '../sign-in.guard.js';
import { presentOwnPin } from './own-pin.presenter.js';
import { OwnPin } from './own-pin.service.js';
import { pinPath, pinRemovalPath } from './paths.js';
import { Pins } from './pins.service.js';
import { sharedDevicePermissions } from './shared-devices.policy.js';

@Controller()
export class OwnPinController {
  constructor(
    private readonly own: OwnPin,
    private readonly pins: Pins,
  ) {}

  @Get(pinPath)
  @Can(sharedDevicePermissions.ownPin)
  show(@By() actor: Actor, @Req() request: Request, @Query('next') next: unknown): Promise<Reply> {
    return this.form(actor, request, { next, problems: [] });
  }

  @Post(pinPath)
  @Can(sharedDevicePermissions.ownPin)
  choose(
    @By() actor: Actor,
    @Req() request: Request,
    @Body() body: Record<string, unknown> | undefined,
  ): Promise<Reply> {
    const typed = { password: text(body?.password), pin: digits(body?.pin), again: digits(body?.again) };
    return new Form(typed, []).submit(
      async (value) => {
        await this.own.choose(actor, { ...value, origin: originOf(request) }, request);
        const next = onTheWay(request, body?.next);
        return next === null
          ? seeOther(pinPath, { flash: t('Your PIN is set.') })
          : seeOther(next, { flash: t('Your PIN is set. Next time it is all you need here.') });
      },
      (problems) => this.form(actor, request, { next: body?.next, problems }),
    );
  }

  @Post(pinRemovalPath)
  @Can(sharedDevicePermissions.ownPin)
  async remove(@By() actor: Actor): Promise<Reply> {
    await this.pins.remove(actor.personId);
    return seeOther(pinPath, { flash: t('Your PIN is removed. On shared devices your password lets you in.') });
  }

  private async form(
    actor: Actor,
    request: Request,
    { next, problems }: { next: unknown; problems: readonly Problem[] },
  ): Promise<Reply> {
    const facts = {
      next: onTheWay(request, next),
      reference: actor.reference,
      chosenAt: await this.pins.chosenAt(actor.personId),
      needsPassword: await this.own.needsPassword(actor, request),
    };
    return page('sign-in/shared-devices/own-pin', presentOwnPin(facts, problems), {
      status: problems.length > 0 ? 422 : 200,
    });
  }
}

/** Where to go on: on a shared device this page stands between signing in and the work. Null for whoever came to it. */
function onTheWay({ shared }: Request, next: unknown): string | null {
  return shared === undefined || next === undefined ? null : localPath(next);
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** People type blanks between digits. */
const digits = (value: unknown) => text(value).replace(/\s/g, '');
