import { Injectable } from '@nestjs/common';
import { NetworkQueries } from '../../network/network.queries.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { addDays, lastClosedWeek } from '../../platform/dates.js';
import { NotFound } from '../../platform/errors.js';
import type { ViewPlace } from '../views/view-address.js';
import { type Alert, checkCondition, checkRoomForAlert, type Condition } from './alert.js';
import { AlertsQueries, type KeptAlert, type ToldBefore } from './alerts.queries.js';
import { tellings } from './judge.js';
import { SeenQueries } from './seen.queries.js';

/** A place that its reader may watch. */
export interface AlertPlace extends ViewPlace {
  /** Null for the whole network. */
  id: number | null;
  name: string | null;
}

export type AlertChoice = Condition & Pick<Alert, 'eachUnit' | 'delivery'>;

export const PREVIEW_WEEKS = 26;

/** Setting alerts up, trying them out, pausing and deleting them: each is its owner's alone. */
@Injectable()
export class Alerts {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly queries: AlertsQueries,
    private readonly seen: SeenQueries,
    private readonly network: NetworkQueries,
  ) {}

  /** @throws NotFound for a place out of reach, as for one that nobody has */
  async place(actor: Actor, { level, code }: ViewPlace): Promise<AlertPlace> {
    if (level === 'network' || code === null) {
      if (!actor.reach.network) throw new NotFound();
      return { level: 'network', code: null, id: null, name: null };
    }
    const find = {
      unit: () => this.network.unitByCode(actor, code),
      area: () => this.network.areaByCode(actor, code),
      region: () => this.network.regionByCode(actor, code),
    };
    const found = await find[level]();
    if (!found) throw new NotFound();
    return { level, code, id: found.id, name: found.name };
  }

  /** @throws RuleBroken for a number that cannot be, or when there is no more room */
  async make(actor: Actor, place: AlertPlace, token: string, choice: AlertChoice): Promise<void> {
    checkCondition(choice);
    await this.db.write(async (tx) => {
      checkRoomForAlert(await this.queries.count(tx, actor.personId));
      await this.queries.make(tx, actor.personId, token, { ...choice, level: place.level, placeId: place.id });
    });
  }

  async change(actor: Actor, id: number, choice: AlertChoice): Promise<void> {
    checkCondition(choice);
    await this.own(actor, id);
    await this.db.write((tx) => this.queries.change(tx, id, choice));
  }

  async pause(actor: Actor, id: number, paused: boolean): Promise<void> {
    await this.own(actor, id);
    await this.db.write((tx) => this.queries.pause(tx, id, paused));
  }

  async delete(actor: Actor, id: number): Promise<KeptAlert> {
    const alert = await this.own(actor, id, true);
    await this.db.write((tx) => this.queries.delete(tx, id, true));
    return alert;
  }

  async restore(actor: Actor, id: number): Promise<void> {
    const { deleted } = await this.own(actor, id, true);
    if (!deleted) return;
    await this.db.write(async (tx) => {
      checkRoomForAlert(await this.queries.count(tx, actor.personId));
      await this.queries.delete(tx, id, false);
    });
  }

  /** What it would have told in half a year, the latest first: by the function that tells. */
  async preview(place: AlertPlace, choice: AlertChoice): Promise<ToldBefore[]> {
    const last = lastClosedWeek(this.clock.today());
    const weeks = Array.from({ length: PREVIEW_WEEKS }, (_, back) => addDays(last, -7 * (PREVIEW_WEEKS - 1 - back)));
    const units = choice.eachUnit ? await this.queries.unitsOf(place.level, place.id, this.clock.today()) : null;
    const ids = units?.map(({ id }) => id) ?? [place.id ?? 0];
    const { told } = tellings(choice, await this.seen.of(units ? 'unit' : place.level, choice.measure, ids, weeks));
    const named = new Map(units?.map((unit) => [unit.id, unit]));
    return told.reverse().map((one) => ({ ...one, ...(named.get(one.placeId) ?? place) }));
  }

  /** @throws NotFound for somebody else's, as for one that nobody has */
  async own(actor: Actor, id: number, deletedToo = false): Promise<KeptAlert> {
    const alert = await this.queries.one(actor.personId, id, this.clock.today());
    if (!alert || (alert.deleted && !deletedToo)) throw new NotFound();
    return alert;
  }
}
