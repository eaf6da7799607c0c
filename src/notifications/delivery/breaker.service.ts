import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { type IsoDate, startOfLondonDay } from '../../platform/dates.js';
import { NotFound } from '../../platform/errors.js';
import { LOG, type Log } from '../../platform/log.js';
import { isWorkingDay, nationsAtWork, workingHoursOf } from '../hours/working-hours.js';
import { NATIONS } from '../../network/imports/codes.js';
import { hourLimit } from './breaker.js';
import { BreakerQueries } from './breaker.queries.js';

const HOUR_MS = 3_600_000;

/** Stops the mail when an hour would bring far more than the evening before had planned, and lets it go on again. */
@Injectable()
export class Breaker {
  constructor(
    private readonly db: Database,
    private readonly queries: BreakerQueries,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Whether mail may leave now. Looks at what is due before the first of it has left. */
  async allows(): Promise<boolean> {
    if ((await this.queries.open()) !== null) return false;
    const now = this.clock.now();
    const today = this.clock.today();
    const nations = nationsAtWork(now);
    if (nations.length === 0) return true;
    await this.forecast(today);
    const hour = new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS);
    const volume = await this.queries.volume(startOfLondonDay(today), hour, today, nations, now);
    const limit = hourLimit(volume);
    if (!limit.stops) return true;
    await this.queries.stop(limit, hour, now);
    this.log.error({ ...limit }, 'The mail was stopped: this hour would bring far more than was planned');
    return false;
  }

  /** @throws NotFound when there is no such stop */
  async letGoOn(actor: Actor, stopId: number): Promise<void> {
    await this.db.write(async (tx) => {
      if (!(await this.queries.release(tx, stopId, actor.personId))) throw new NotFound();
      await tx.audit({
        actorId: actor.personId,
        action: 'notifications.letMailGoOn',
        subjectKind: 'mailStop',
        subjectId: stopId,
      });
    });
  }

  private async forecast(day: IsoDate): Promise<void> {
    const hours = workingHoursOf(day);
    if (await this.queries.isForecast(hours[0]!)) return;
    const nations = NATIONS.filter((nation) => isWorkingDay(nation, day));
    await this.queries.forecast(hours, day, nations, this.clock.now());
  }
}
