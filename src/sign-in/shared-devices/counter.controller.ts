import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { t } from '../../platform/language/t.js';
import { Public } from '../../platform/permissions.js';
import { Form, type Problem } from '../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import { SIGN_IN_PATH } from '../paths.js';
import { Sessions } from '../sessions.service.js';
import { originOf } from '../sign-in.guard.js';
import { presentNames, presentNewPin, presentPinPad } from './counter.presenter.js';
import { Counter, type NamedAtCounter } from './counter.service.js';
import { counterNewPinPath, counterPath, counterPersonPath } from './paths.js';
import { Pins } from './pins.service.js';
import { sayPinRefused } from './say-pin-refused.js';

type Fields = Record<string, unknown> | undefined;

const LOOK = { layout: 'bare', awning: true } as const;

/** The names on a locked shared device, and the way in behind each. In any other browser there is nothing to see. */
@Controller()
export class CounterController {
  constructor(
    private readonly counter: Counter,
    private readonly pins: Pins,
    private readonly sessions: Sessions,
  ) {}

  @Public()
  @Get(counterPath)
  async names(@Req() { shared }: Request): Promise<Reply> {
    if (shared === undefined) return seeOther(SIGN_IN_PATH);
    if (shared.seat !== null) return seeOther(await this.counter.placeFor(shared.device, shared.seat.personId));
    return page(
      'sign-in/shared-devices/names',
      presentNames(shared.device, await this.counter.people(shared.device)),
      LOOK,
    );
  }

  @Public()
  @Get(counterPersonPath(':key'))
  async pin(@Param('key') key: string, @Req() { shared }: Request): Promise<Reply> {
    if (shared === undefined || shared.seat !== null) return seeOther(counterPath);
    const person = await this.counter.person(shared.device, key);
    if ((await this.pins.chosenAt(person.personId)) === null) return seeOther(counterNewPinPath(key));
    return pinPad(person, []);
  }

  @Public()
  @Post(counterPersonPath(':key'))
  async enter(
    @Param('key') key: string,
    @Body() body: Fields,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Reply> {
    const { shared } = request;
    if (shared === undefined || shared.seat !== null) return seeOther(counterPath);
    const person = await this.counter.person(shared.device, key);
    const outcome = await this.pins.try(shared.device.id, person.personId, digits(body?.pin));
    if (outcome.kind === 'none') return seeOther(counterNewPinPath(key));
    if (outcome.kind === 'wait') response.set('Retry-After', String(outcome.seconds));
    if (outcome.kind !== 'in') {
      return pinPad(person, [{ field: 'pin', sentence: sayPinRefused(outcome) }], outcome.kind === 'wait' ? 429 : 422);
    }
    await this.sessions.begin(request, response, person.personId, { how: 'sharedDevice' });
    return seeOther(await this.counter.placeFor(shared.device, person.personId));
  }

  @Public()
  @Get(counterNewPinPath(':key'))
  async newPin(@Param('key') key: string, @Req() { shared }: Request): Promise<Reply> {
    if (shared === undefined || shared.seat !== null) return seeOther(counterPath);
    return this.chooser(await this.counter.person(shared.device, key), []);
  }

  @Public()
  @Post(counterNewPinPath(':key'))
  async choosePin(
    @Param('key') key: string,
    @Body() body: Fields,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Reply> {
    const { shared } = request;
    if (shared === undefined || shared.seat !== null) return seeOther(counterPath);
    const person = await this.counter.person(shared.device, key);
    // The password as it was typed, blanks included.
    const typed = { password: text(body?.password), pin: digits(body?.pin), again: digits(body?.again) };
    return new Form(typed, []).submit(
      async (value) => {
        await this.counter.choosePin(person, { ...value, origin: originOf(request) });
        await this.sessions.begin(request, response, person.personId, { how: 'password' });
        const next = await this.counter.placeFor(shared.device, person.personId);
        return seeOther(next, { flash: t('Your PIN is set. Next time it is all you need here.') });
      },
      (problems) => this.chooser(person, problems),
    );
  }

  private async chooser(person: NamedAtCounter, problems: readonly Problem[]): Promise<Reply> {
    const first = (await this.pins.chosenAt(person.personId)) === null;
    const status = problems.length > 0 ? 422 : 200;
    return page('sign-in/shared-devices/new-pin', presentNewPin(person, first, problems), { ...LOOK, status });
  }
}

function pinPad(person: NamedAtCounter, problems: readonly Problem[], status = 200): Reply {
  return page('sign-in/shared-devices/pin', presentPinPad(person, problems), { ...LOOK, status });
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** People type blanks between digits. */
const digits = (value: unknown) => text(value).replace(/\s/g, '');
