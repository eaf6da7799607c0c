import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { NotFound, RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { SECRET } from '../../platform/secret.queries.js';
import type { Actor } from '../../platform/actor.js';
import type { SharedDevice, SharedSeat } from '../../platform/web/shared-device.js';
import { IdentityProvider } from '../identity-provider/identity-provider.service.js';
import type { Origin } from '../origin.js';
import { SignInService } from '../sign-in.service.js';
import { sayTooMany } from '../throttle.js';
import { CounterQueries, type CounterPerson } from './counter.queries.js';
import { personKey } from './device-token.js';
import { ownPinFor } from './paths.js';
import { worksIn } from './pin-rights.js';
import { Pins } from './pins.service.js';
import { SharedPlacesQueries } from './shared-places.queries.js';

export interface NamedAtCounter extends CounterPerson {
  /** How they are called in this device's addresses. */
  key: string;
}

export interface PinFacts {
  /** Whether there was no PIN before. */
  first: boolean;
  byPassword: boolean;
  byCompany: boolean;
}

export interface NewPin {
  password: string;
  pin: string;
  again: string;
  origin: Origin;
}

/** The names on a shared device, and the way in behind each. */
@Injectable()
export class Counter {
  constructor(
    private readonly queries: CounterQueries,
    private readonly places: SharedPlacesQueries,
    private readonly signIn: SignInService,
    private readonly pins: Pins,
    private readonly provider: IdentityProvider,
    private readonly clock: Clock,
    @Inject(SECRET) private readonly secret: string,
  ) {}

  async people(device: SharedDevice): Promise<NamedAtCounter[]> {
    const people = await this.queries.people(device.unitId, this.clock.today());
    return people.map((person) => ({ ...person, key: personKey(this.secret, device.id, person.personId) }));
  }

  /** @throws NotFound for a key of nobody who works there today */
  async person(device: SharedDevice, key: string): Promise<NamedAtCounter> {
    const person = (await this.people(device)).find((one) => one.key === key);
    if (person === undefined) throw new NotFound();
    return person;
  }

  /**
   * Where whoever has just come in goes on: where they were, and to their first PIN before when they work here and have
   * none yet.
   */
  async wayIn(device: SharedDevice, { personId, way }: SharedSeat, actor: Actor): Promise<string> {
    const place = await this.placeFor(device, personId);
    const asksForPin = way === 'password' && worksIn(actor, device.unitId) && !(await this.pins.chosenAt(personId));
    return asksForPin ? ownPinFor(place) : place;
  }

  /** What choosing a PIN at the names takes: a password that lets its owner in, or the company's sign-in. */
  async pinFacts(person: NamedAtCounter): Promise<PinFacts> {
    return {
      first: (await this.pins.chosenAt(person.personId)) === null,
      byPassword: await this.pins.hasPassword(person),
      byCompany: this.provider.isThere,
    };
  }

  /** Where somebody was on this device, or home. */
  async placeFor(device: SharedDevice, personId: number): Promise<string> {
    return (await this.places.place({ deviceId: device.id, personId })) ?? '/';
  }

  /**
   * Gives whoever knows the password another PIN, for the first time or after forgetting it.
   * @throws RuleBroken when the PIN would be guessed, was not typed twice alike, or the password is wrong
   */
  async choosePin(
    person: { personId: number; reference: string },
    { password, pin, again, origin }: NewPin,
  ): Promise<void> {
    await this.pins.check(person, pin);
    if (again !== pin) throw new RuleBroken(t('The two PINs are not the same. Type both again.'), 'again');
    const outcome = await this.signIn.try(person.reference, password, origin);
    if (outcome.kind === 'wait') throw new RuleBroken(sayTooMany(outcome.seconds), 'password');
    if (outcome.kind === 'wrong') throw new RuleBroken(t('That isn’t your password.'), 'password');
    await this.pins.choose(person, pin);
  }
}
