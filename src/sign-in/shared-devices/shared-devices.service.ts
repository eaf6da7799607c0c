import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { isViolation } from '../../platform/database/violation.js';
import { NotFound, RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import type { SharedDevice } from '../../platform/web/shared-device.js';
import { NetworkQueries } from '../../network/network.queries.js';
import { deviceLimit } from './device-limit.js';
import { deviceToken, tokenHash } from './device-token.js';
import { SharedDevicesQueries, type UnitOfDevices } from './shared-devices.queries.js';
import { SharedSessionsQueries } from './shared-sessions.queries.js';

export interface Enrolment {
  formToken: string;
  name: string;
  /** What this browser is so far, if anything: it has one name only. */
  instead: SharedDevice | null;
}

/** Makes browsers shared devices of a unit, and ordinary ones again. */
@Injectable()
export class SharedDevices {
  constructor(
    private readonly db: Database,
    private readonly queries: SharedDevicesQueries,
    private readonly sessions: SharedSessionsQueries,
    private readonly network: NetworkQueries,
    private readonly clock: Clock,
  ) {}

  /** The units whose devices the actor looks after today, without the network that an administrator reaches. */
  units(actor: Actor): Promise<UnitOfDevices[]> {
    return this.queries.units(actor.reach.unitIds, this.clock.today());
  }

  /**
   * @param actor with the reach of the roles that may manage devices
   * @throws NotFound for a unit of somebody else's, one that has closed, and one that nobody knows
   */
  async unit(actor: Actor, code: string): Promise<UnitOfDevices> {
    const unit = await this.network.unitByCode(actor, code);
    if (unit === null) throw new NotFound();
    return unit;
  }

  /**
   * @returns the token for the browser's cookie, which nobody can read again
   * @throws RuleBroken when the unit has enough of them, the name is taken, or this form was sent before
   */
  async enrol(actor: Actor, unit: UnitOfDevices, { formToken, name, instead }: Enrolment): Promise<string> {
    const token = deviceToken(randomBytes(32));
    const device = { unitId: unit.id, formToken, name, tokenHash: tokenHash(token)!, enrolledBy: actor.personId };
    await this.db
      .write(async (tx) => {
        const already = await this.queries.lockUnit(tx, unit.id);
        if (instead !== null) await this.end(tx, actor, instead.unitId, instead.id);
        const stays = instead?.unitId === unit.id ? already - 1 : already;
        if (stays >= deviceLimit(unit.kind)) throw new RuleBroken(enough(unit), 'name');
        const id = await this.queries.add(tx, device);
        if (id === null) throw new RuleBroken(t('This browser was enrolled a moment ago.'), 'name');
        await tx.audit({ ...by(actor, id), action: 'signIn.sharedDeviceEnrolled', detail: { unitId: unit.id } });
      })
      .catch(nameTaken);
    return token;
  }

  /** @throws NotFound when the unit has no such device; RuleBroken when another one has the name */
  async rename(actor: Actor, unit: UnitOfDevices, id: number, name: string): Promise<void> {
    await this.db
      .write(async (tx) => {
        const was = await this.queries.rename(tx, unit.id, id, name);
        if (was === null) throw new NotFound();
        if (was !== name) await tx.audit({ ...by(actor, id), action: 'signIn.sharedDeviceRenamed' });
      })
      .catch(nameTaken);
  }

  /** From the next request on it is an ordinary browser, and nobody is signed in there. Again, it changes nothing. */
  async revoke(actor: Actor, unit: UnitOfDevices, id: number): Promise<void> {
    if (!(await this.queries.known(unit.id, id))) throw new NotFound();
    await this.db.write((tx) => this.end(tx, actor, unit.id, id));
  }

  private async end(tx: Tx, actor: Actor, unitId: number, id: number) {
    if (!(await this.queries.revoke(tx, unitId, id, actor.personId))) return;
    await this.sessions.endAll(tx, id, actor.personId);
    await tx.audit({ ...by(actor, id), action: 'signIn.sharedDeviceRevoked' });
  }
}

function by(actor: Actor, id: number) {
  return { actorId: actor.personId, subjectKind: 'sharedDevice', subjectId: id };
}

function enough({ kind, name }: UnitOfDevices): string {
  return t('{unit} has {n} shared devices, as many as it may have. Revoke one that is not used any more first.', {
    unit: name,
    n: String(deviceLimit(kind)),
  });
}

function nameTaken(error: unknown): never {
  if (!isViolation(error, 'shared_device_name')) throw error;
  throw new RuleBroken(t('Another device of this unit has that name. Choose another one.'), 'name');
}
