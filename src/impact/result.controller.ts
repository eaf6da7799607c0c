import { Controller, Get, Param, Query } from '@nestjs/common';
import { campaignPermissions, maySeeResult } from '../campaigns/campaigns.policy.js';
import { CampaignsQueries } from '../campaigns/campaigns.queries.js';
import { ParticipationQueries } from '../campaigns/participation.queries.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { mondayOf } from '../platform/dates.js';
import { NotFound } from '../platform/errors.js';
import { Can } from '../platform/permissions.js';
import { By } from '../platform/web/by.js';
import { page, type Reply } from '../platform/web/reply.js';
import { levelAsked } from './participation-table.js';
import { presentResult } from './result.presenter.js';
import { WeekTotalsQueries } from './week-totals.queries.js';

/** What a themed week did: participation in the actor's reach, customers of the whole network. */
@Controller('campaigns/:slug/result')
export class ResultController {
  constructor(
    private readonly campaigns: CampaignsQueries,
    private readonly participation: ParticipationQueries,
    private readonly totals: WeekTotalsQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Can(campaignPermissions.readResult)
  async show(@By() actor: Actor, @Param('slug') slug: string, @Query('by') by: unknown): Promise<Reply> {
    const [today, now] = [this.clock.today(), this.clock.now()];
    const campaign = await this.campaigns.bySlug(slug, actor, this.clock.today());
    if (campaign === null || !maySeeResult(actor, campaign, today)) throw new NotFound();
    const level = levelAsked(by, actor.reach);
    const day = today < campaign.endsOn ? today : campaign.endsOn;
    const week = mondayOf(campaign.startsOn);
    const otherEvents = (await this.totals.campaignWeeks()).filter((monday) => monday !== week);
    const [weeks, easeByUnit, places] = await Promise.all([
      this.totals.comparable(week, today),
      this.totals.easeByUnit(week, otherEvents, today),
      this.participation.byPlace(campaign, actor.reach, level, { day, today, now }),
    ]);
    const model = presentResult({ actor, campaign, weeks, otherEvents, easeByUnit, places, level, today });
    return page('impact/result', model, { theme: campaign.look, bench: true });
  }
}
