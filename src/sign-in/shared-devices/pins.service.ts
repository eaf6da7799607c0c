import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { Config } from '../../platform/config.js';
import { Database } from '../../platform/database/database.js';
import { mayUsePassword } from '../passwords/password-rule.js';
import { checkPin } from './new-pin.js';
import { PinHashes } from './pin-hashes.service.js';
import { pinWait, type PinWait } from './pin-wait.js';
import { PinsQueries } from './pins.queries.js';

/** How a PIN ended. `none`: there is no PIN to compare with. */
export type PinOutcome = { kind: 'in' } | { kind: 'wrong' } | { kind: 'none' } | Exclude<PinWait, { kind: 'now' }>;

export interface PinOwner {
  personId: number;
  reference: string;
}

/** PINs with which people switch on shared devices: each person's own, good on the devices of the units where they work. */
@Injectable()
export class Pins {
  constructor(
    private readonly db: Database,
    private readonly queries: PinsQueries,
    private readonly hashes: PinHashes,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** When it was chosen; null for none, and for one that opens nothing any more. */
  async chosenAt(personId: number): Promise<Date | null> {
    const kept = await this.queries.pin(personId);
    return kept !== null && (await this.hashes.isUsable(kept)) ? kept.changedAt : null;
  }

  /** Wrong tries count for this device only. */
  async try(deviceId: number, personId: number, pin: string): Promise<PinOutcome> {
    const kept = await this.queries.pin(personId);
    if (kept === null || !(await this.hashes.isUsable(kept))) return { kind: 'none' };
    const wait = await this.admit(deviceId, personId);
    if (wait.kind !== 'now') return wait;
    if (!(await this.hashes.matches(kept, pin)) || !(await this.mayEnter(personId))) return { kind: 'wrong' };
    await this.queries.forgetTries(deviceId, personId);
    return { kind: 'in' };
  }

  /** @throws RuleBroken when colleagues would guess it */
  async check({ personId, reference }: PinOwner, pin: string): Promise<void> {
    checkPin(pin, { reference, unitCodes: await this.queries.unitCodes(personId, this.clock.today()) });
  }

  /** @throws RuleBroken when colleagues would guess it */
  async choose(owner: PinOwner, pin: string): Promise<void> {
    await this.check(owner, pin);
    const { personId } = owner;
    const { hash, pepperKey } = await this.hashes.hash(pin);
    await this.db.write(async (tx) => {
      await this.queries.keep(tx, personId, hash, pepperKey);
      await tx.audit({ actorId: personId, action: 'signIn.chosePin', subjectKind: 'person', subjectId: personId });
    });
  }

  async remove(personId: number): Promise<void> {
    await this.db.write(async (tx) => {
      if (!(await this.queries.remove(tx, personId))) return;
      await tx.audit({ actorId: personId, action: 'signIn.removedPin', subjectKind: 'person', subjectId: personId });
    });
  }

  /** A try under way counts as wrong until it turns out right. */
  private admit(deviceId: number, personId: number): Promise<PinWait> {
    return this.db.write(async (tx) => {
      const wait = pinWait(await this.queries.tries(tx, deviceId, personId));
      if (wait.kind === 'now') await this.queries.countWrong(tx, deviceId, personId);
      return wait;
    });
  }

  /** Whether they have a password, and it lets them in here. */
  async hasPassword({ personId, reference }: PinOwner): Promise<boolean> {
    if (!(await this.queries.hasPassword(personId))) return false;
    return mayUsePassword({ reference, demo: await this.queries.isDemo(personId) }, this.config);
  }

  private async mayEnter(personId: number): Promise<boolean> {
    return this.config.loopback || !(await this.queries.isDemo(personId));
  }
}
