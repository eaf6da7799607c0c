import { Body, Controller, Get, Post, Req, UseGuards } from '@nestjs/common';
import type { Request } from 'express';
import type { Actor } from '../../platform/actor.js';
import { Public } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import type { SharedDevice } from '../../platform/web/shared-device.js';
import { SIGN_IN_PATH } from '../paths.js';
import { presentNames } from './counter.presenter.js';
import { Counter } from './counter.service.js';
import { LOCKED_LOOK } from './locked-look.js';
import { LockedDevice, LockedGuard } from './locked.guard.js';
import { namesLike } from './names-like.js';
import { counterNamesPath, counterPath, counterPersonPath } from './paths.js';

/** The names on a locked shared device. In any other browser there is nothing to see. */
@Controller()
export class CounterController {
  constructor(private readonly counter: Counter) {}

  /** Whoever has just come in goes on from here to where they were. */
  @Public()
  @Get(counterPath)
  async names(@By() actor: Actor | null, @Req() { shared }: Request): Promise<Reply> {
    if (shared === undefined) return seeOther(SIGN_IN_PATH);
    if (actor !== null && shared.seat !== null) {
      return seeOther(await this.counter.wayIn(shared.device, shared.seat, actor));
    }
    const people = await this.counter.people(shared.device);
    return page('sign-in/shared-devices/names', presentNames(shared.device, people), LOCKED_LOOK);
  }

  /** Posted, so that no name stands in an address; the only one who is called that is taken to their PIN at once. */
  @Public()
  @UseGuards(LockedGuard)
  @Post(counterNamesPath)
  async find(@LockedDevice() device: SharedDevice, @Body() body: Record<string, unknown> | undefined): Promise<Reply> {
    const typed = typeof body?.name === 'string' ? body.name.trim().slice(0, 80) : '';
    const people = await this.counter.people(device);
    const found = namesLike(people, typed);
    if (found.length === 1 && people.length > 1) return seeOther(counterPersonPath(found[0]!.key));
    return page('sign-in/shared-devices/names', presentNames(device, people, { typed, found }), LOCKED_LOOK);
  }
}
