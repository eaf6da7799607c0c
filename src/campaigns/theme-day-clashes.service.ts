import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type ClashingDay, ClashingDays, type ClashSource } from '../assignments/assigning/clashing-days.service.js';
import type { IsoDate } from '../platform/dates.js';
import { ThemeDaysQueries } from './theme-days.queries.js';

/** Theme days have a lesson of their own: whoever assigns a course on top of them should see it. */
@Injectable()
export class ThemeDayClashes implements ClashSource, OnModuleInit {
  constructor(
    private readonly clashing: ClashingDays,
    private readonly days: ThemeDaysQueries,
  ) {}

  onModuleInit(): void {
    this.clashing.register(this);
  }

  between(from: IsoDate, to: IsoDate): Promise<ClashingDay[]> {
    return this.days.between(from, to);
  }
}
