import { Injectable } from '@nestjs/common';
import { NetworkQueries } from '../../network/network.queries.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { addDays, lastClosedWeek } from '../../platform/dates.js';
import { NotFound, RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import type { ViewPlace } from '../views/view-address.js';
import { type Alert, checkCondition, checkRoomForAlert, type Condition } from './alert.js';
import { type AlertPlace, standing } from './alert-place.js';
import { AlertsQueries, type KeptAlert, type ToldBefore } from './alerts.queries.js';
import { tellings } from './judge.js';
import { familyOf, keyOf, kindOf } from './measure.js';
import { previewWeeks } from './preview.js';
import { Sights } from './seen/sights.service.js';
import { mayWatch, mayWatchTraining, WatchableThings } from './watchable.service.js';

export type AlertChoice = Condition & Pick<Alert, 'eachUnit' | 'delivery'>;

/** Setting alerts up, trying them out, pausing and deleting them: each is its owner's alone. */
@Injectable()
export class Alerts {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly queries: AlertsQueries,
    private readonly sights: Sights,
    private readonly things: WatchableThings,
    private readonly network: NetworkQueries,
  ) {}

  /** @throws NotFound for a place out of reach, as for one that nobody has */
  async place(actor: Actor, { level, code }: ViewPlace): Promise<AlertPlace> {
    if (level === 'network' || code === null) {
      if (!actor.reach.network) throw new NotFound();
      return { level: 'network', code: null, id: null, name: null, areaId: null, regionId: null };
    }
    const found = await this.found(actor, level, code);
    if (!found) throw new NotFound();
    return { level, code, ...found };
  }

  /** @throws RuleBroken for what can't be watched there, for a number that cannot be, or when there is no more room */
  async make(actor: Actor, place: AlertPlace, token: string, choice: AlertChoice): Promise<void> {
    await this.check(actor, place, choice);
    await this.db.write(async (tx) => {
      checkRoomForAlert(await this.queries.count(tx, actor.personId));
      await this.queries.make(tx, actor.personId, token, { ...choice, level: place.level, placeId: place.id });
    });
  }

  async change(actor: Actor, id: number, place: AlertPlace, choice: AlertChoice): Promise<void> {
    await this.check(actor, place, choice);
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

  /** What it would have told, the latest first: by the function that tells. */
  async preview(actor: Actor, place: AlertPlace, choice: AlertChoice): Promise<ToldBefore[]> {
    await this.check(actor, place, choice);
    const today = this.clock.today();
    const to = lastClosedWeek(today);
    const weeks = { from: addDays(to, -7 * (previewWeeks(choice.measure) - 1)), to };
    const units = choice.eachUnit ? await this.queries.unitsOf(place.level, place.id, today) : null;
    const placeIds = units?.map(({ id }) => id) ?? [place.id ?? 0];
    const level = units ? 'unit' : place.level;
    const { told } = tellings(choice, await this.sights.of({ level, measure: choice.measure, placeIds, weeks }));
    const named = new Map(units?.map((unit) => [unit.id, unit]));
    return told.reverse().map((one) => ({ ...one, ...(named.get(one.placeId) ?? place) }));
  }

  /** @throws NotFound for somebody else's, as for one that nobody has */
  async own(actor: Actor, id: number, deletedToo = false): Promise<KeptAlert> {
    const alert = await this.queries.one(actor.personId, id, this.clock.today());
    if (!alert || (alert.deleted && !deletedToo)) throw new NotFound();
    return alert;
  }

  /** @throws RuleBroken for what is not there to be watched, or not by this person at this place. */
  private async check(actor: Actor, place: AlertPlace, choice: AlertChoice): Promise<void> {
    const { measure, eachUnit } = choice;
    if (kindOf(measure) === 'funnel' && place.level !== 'unit' && !eachUnit)
      throw new RuleBroken(
        t('Single units are held against each other: choose an area, a region or a unit.'),
        'measure',
      );
    const at = { level: place.level, eachUnit, place: standing(place.level, place) };
    if (familyOf(measure) === 'training' && !mayWatchTraining(actor, at.place))
      throw new RuleBroken(t('Choose what to watch.'), 'measure');
    if (keyOf(measure) !== '') {
      const thing = (await this.things.all()).get(measure);
      if (!thing || !mayWatch(thing, actor, { ...at, eachUnit: false }))
        throw new RuleBroken(t('Choose what to watch.'), 'measure');
      if (!mayWatch(thing, actor, at))
        throw new RuleBroken(t('Units have no such number of their own. Watch the place as a whole.'), 'eachUnit');
    }
    checkCondition(choice);
  }

  private async found(actor: Actor, level: Exclude<ViewPlace['level'], 'network'>, code: string) {
    if (level === 'unit') return placed(await this.network.unitByCode(actor, code));
    if (level === 'area') {
      const area = await this.network.areaByCode(actor, code);
      return area && placed({ ...area, areaId: area.id });
    }
    const region = await this.network.regionByCode(actor, code);
    return region && placed({ ...region, regionId: region.id });
  }
}

type Found = { id: number; name: string; areaId?: number; regionId: number } | null;

const placed = (found: Found) =>
  found && { id: found.id, name: found.name, areaId: found.areaId ?? null, regionId: found.regionId };
