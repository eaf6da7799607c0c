import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { Actor } from '../../platform/actor.js';
import { Counter, type NewPin } from './counter.service.js';
import { RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { Pins } from './pins.service.js';
import { passwordIsNeeded } from './pin-proof.js';

/** Somebody's own PIN, from their account. */
@Injectable()
export class OwnPin {
  constructor(
    private readonly pins: Pins,
    private readonly counter: Counter,
  ) {}

  /** Who has just come in through the company's sign-in needs none where that is proof enough (pin-proof.ts). */
  async needsPassword(actor: Actor, { session, shared }: Request): Promise<boolean> {
    const hasPassword = await this.pins.hasPassword(actor);
    return passwordIsNeeded({ hasPassword, how: session.signedIn?.how, shared: shared !== undefined });
  }

  /** @throws RuleBroken when the PIN would be guessed, was not typed twice alike, or the password is wrong */
  async choose(actor: Actor, wanted: NewPin, request: Request): Promise<void> {
    if (await this.needsPassword(actor, request)) return this.counter.choosePin(actor, wanted);
    await this.pins.check(actor, wanted.pin);
    if (wanted.again !== wanted.pin)
      throw new RuleBroken(t('The two PINs are not the same. Type both again.'), 'again');
    await this.pins.choose(actor, wanted.pin);
  }
}
