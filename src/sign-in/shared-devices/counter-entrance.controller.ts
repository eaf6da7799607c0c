import { Body, Controller, Get, Param, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { Request, Response } from 'express';
import { t } from '../../platform/language/t.js';
import { Public } from '../../platform/permissions.js';
import { Form, type Problem } from '../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import type { SharedDevice } from '../../platform/web/shared-device.js';
import { Sessions } from '../sessions.service.js';
import { originOf } from '../sign-in.guard.js';
import { presentNewPin, presentPinPad } from './counter.presenter.js';
import { Counter, type NamedAtCounter } from './counter.service.js';
import { LOCKED_LOOK } from './locked-look.js';
import { LockedDevice, LockedGuard } from './locked.guard.js';
import { counterNewPinPath, counterPersonPath } from './paths.js';
import { Pins } from './pins.service.js';
import { sayPinRefused } from './say-pin-refused.js';

type Fields = Record<string, unknown> | undefined;

/** The way in behind each name on a locked shared device. */
@Controller()
@UseGuards(LockedGuard)
export class CounterEntranceController {
  constructor(
    private readonly counter: Counter,
    private readonly pins: Pins,
    private readonly sessions: Sessions,
  ) {}

  @Public()
  @Get(counterPersonPath(':key'))
  async pin(@LockedDevice() device: SharedDevice, @Param('key') key: string): Promise<Reply> {
    const person = await this.counter.person(device, key);
    if ((await this.pins.chosenAt(person.personId)) === null) return seeOther(counterNewPinPath(key));
    return pinPad(person, []);
  }

  @Public()
  @Post(counterPersonPath(':key'))
  async enter(
    @LockedDevice() device: SharedDevice,
    @Param('key') key: string,
    @Body() body: Fields,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Reply> {
    const person = await this.counter.person(device, key);
    const outcome = await this.pins.try(device.id, person.personId, digits(body?.pin));
    if (outcome.kind === 'none') return seeOther(counterNewPinPath(key));
    if (outcome.kind === 'wait') response.set('Retry-After', String(outcome.seconds));
    if (outcome.kind !== 'in') {
      return pinPad(person, [{ field: 'pin', sentence: sayPinRefused(outcome) }], outcome.kind === 'wait' ? 429 : 422);
    }
    await this.sessions.begin(request, response, person.personId, { how: 'sharedDevice' });
    return seeOther(await this.counter.placeFor(device, person.personId));
  }

  @Public()
  @Get(counterNewPinPath(':key'))
  async newPin(@LockedDevice() device: SharedDevice, @Param('key') key: string): Promise<Reply> {
    return this.chooser(await this.counter.person(device, key), []);
  }

  @Public()
  @Post(counterNewPinPath(':key'))
  async choosePin(
    @LockedDevice() device: SharedDevice,
    @Param('key') key: string,
    @Body() body: Fields,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Reply> {
    const person = await this.counter.person(device, key);
    // The password as it was typed, blanks included.
    const typed = { password: text(body?.password), pin: digits(body?.pin), again: digits(body?.again) };
    return new Form(typed, []).submit(
      async (value) => {
        await this.counter.choosePin(person, { ...value, origin: originOf(request) });
        await this.sessions.begin(request, response, person.personId, { how: 'password' });
        const next = await this.counter.placeFor(device, person.personId);
        return seeOther(next, { flash: t('Your PIN is set. Next time it is all you need here.') });
      },
      (problems) => this.chooser(person, problems),
    );
  }

  private async chooser(person: NamedAtCounter, problems: readonly Problem[]): Promise<Reply> {
    const facts = await this.counter.pinFacts(person);
    const status = problems.length > 0 ? 422 : 200;
    return page('sign-in/shared-devices/new-pin', presentNewPin(person, facts, problems), { ...LOCKED_LOOK, status });
  }
}

function pinPad(person: NamedAtCounter, problems: readonly Problem[], status = 200): Reply {
  return page('sign-in/shared-devices/pin', presentPinPad(person, problems), { ...LOCKED_LOOK, status });
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** People type blanks between digits. */
const digits = (value: unknown) => text(value).replace(/\s/g, '');
