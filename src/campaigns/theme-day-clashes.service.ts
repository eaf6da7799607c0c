import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type ClashingDay, ClashingDays, type ClashSource } from '../assignments/assigning/clashing-days.service.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import type { IsoDate } from '../platform/dates.js';
import { ThemeDaysQueries } from './theme-days.queries.js';

/** Theme days have a lesson of their own: whoever assigns a course on top of them should see it. */
@Injectable()
export class ThemeDayClashes implements ClashSource, OnModuleInit {
  constructor(
    private readonly clashing: ClashingDays,
    private readonly days: ThemeDaysQueries,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.clashing.register(this);
  }

  between(actor: Actor, from: IsoDate, to: IsoDate): Promise<ClashingDay[]> {
    return this.days.between(actor, { from, to }, this.clock.today());
  }
}
