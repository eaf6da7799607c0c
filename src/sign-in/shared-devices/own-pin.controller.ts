import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { Actor } from '../../platform/actor.js';
import { t } from '../../platform/language/t.js';
import { Can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { Form, type Problem } from '../../platform/web/form.js';
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
  show(@By() actor: Actor, @Req() request: Request): Promise<Reply> {
    return this.form(actor, request, []);
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
        await this.own.choose(actor, { ...value, origin: originOf(request) }, request.session.signedIn?.how);
        return seeOther(pinPath, { flash: t('Your PIN is set.') });
      },
      (problems) => this.form(actor, request, problems),
    );
  }

  @Post(pinRemovalPath)
  @Can(sharedDevicePermissions.ownPin)
  async remove(@By() actor: Actor): Promise<Reply> {
    await this.pins.remove(actor.personId);
    return seeOther(pinPath, { flash: t('Your PIN is removed. On shared devices your password lets you in.') });
  }

  private async form(actor: Actor, request: Request, problems: readonly Problem[]): Promise<Reply> {
    const facts = {
      reference: actor.reference,
      chosenAt: await this.pins.chosenAt(actor.personId),
      needsPassword: await this.own.needsPassword(actor, request.session.signedIn?.how),
    };
    return page('sign-in/shared-devices/own-pin', presentOwnPin(facts, problems), {
      status: problems.length > 0 ? 422 : 200,
    });
  }
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** People type blanks between digits. */
const digits = (value: unknown) => text(value).replace(/\s/g, '');
