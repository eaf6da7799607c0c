import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type NextCard, type NextSource, WhatNext } from '../learning/what-next.service.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { t } from '../platform/language/t.js';
import { CampaignsQueries } from './campaigns.queries.js';
import { countsNow, dayState } from './opening.js';
import { themeDayPath } from './paths.js';

/** After the lesson of an open theme day: try it at the counter, and promise something. */
@Injectable()
export class PledgeNext implements NextSource, OnModuleInit {
  constructor(
    private readonly whatNext: WhatNext,
    private readonly campaigns: CampaignsQueries,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.whatNext.register(this);
  }

  async cardsFor(actor: Actor, courseId: number): Promise<NextCard[]> {
    const today = this.clock.today();
    const days = await this.campaigns.unpledgedDays(courseId, actor, today, this.clock.now());
    const open = days.filter((day) => countsNow(dayState(day.heldOn, day, today, false)));
    return open.map((day) => ({
      title: t('Try it at the counter'),
      text: day.challenge,
      action: { text: t('Make your pledge'), path: themeDayPath(day.slug, day.heldOn) },
    }));
  }
}
