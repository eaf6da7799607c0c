import { Controller, Get, Param, Query } from '@nestjs/common';
import { campaignPermissions, maySeeResult } from '../../campaigns/campaigns.policy.js';
import { type CampaignRow, CampaignsQueries } from '../../campaigns/campaigns.queries.js';
import { ParticipationQueries, type PlaceLevel } from '../../campaigns/participation.queries.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { mondayOf } from '../../platform/dates.js';
import { NotFound } from '../../platform/errors.js';
import { Can, can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { csvOfTable } from '../../platform/web/csv-table.js';
import { page, type Reply } from '../../platform/web/reply.js';
import { impactPermissions } from '../impact.policy.js';
import { levelAsked, participationTable } from './participation-table.js';
import { presentResult } from './result.presenter.js';
import { StudiesQueries } from '../studies/studies.queries.js';
import { WeekTotalsQueries } from './week-totals.queries.js';

/** What a themed week did: participation in the actor's reach, customers of the whole network. */
@Controller('campaigns/:slug')
export class ResultController {
  constructor(
    private readonly campaigns: CampaignsQueries,
    private readonly participation: ParticipationQueries,
    private readonly totals: WeekTotalsQueries,
    private readonly studies: StudiesQueries,
    private readonly clock: Clock,
  ) {}

  @Get('result.csv')
  @Can(campaignPermissions.readResult)
  async download(@By() actor: Actor, @Param('slug') slug: string, @Query('by') by: unknown): Promise<Reply> {
    const campaign = await this.campaign(actor, slug);
    const level = levelAsked(by, actor.reach);
    const places = await this.places(actor, campaign, level);
    return csvOfTable(`${slug}-${level}.csv`, participationTable(places, level));
  }

  @Get('result')
  @Can(campaignPermissions.readResult)
  async show(@By() actor: Actor, @Param('slug') slug: string, @Query('by') by: unknown): Promise<Reply> {
    const today = this.clock.today();
    const campaign = await this.campaign(actor, slug);
    const level = levelAsked(by, actor.reach);
    const week = mondayOf(campaign.startsOn);
    const otherEvents = (await this.totals.campaignWeeks()).filter((monday) => monday !== week);
    const [weeks, easeByUnit, places, studies] = await Promise.all([
      this.totals.comparable(week, today),
      this.totals.easeByUnit(week, otherEvents, today),
      this.places(actor, campaign, level),
      can(actor, impactPermissions.read) ? this.studies.list(this.clock.now()) : [],
    ]);
    const model = presentResult({ actor, campaign, weeks, otherEvents, easeByUnit, places, studies, level, today });
    return page('impact/result', model, { theme: campaign.look, bench: true });
  }

  private async campaign(actor: Actor, slug: string): Promise<CampaignRow> {
    const today = this.clock.today();
    const campaign = await this.campaigns.bySlug(slug, actor, today);
    if (campaign === null || !maySeeResult(actor, campaign, today)) throw new NotFound();
    return campaign;
  }

  private places(actor: Actor, campaign: CampaignRow, level: PlaceLevel) {
    const [today, now] = [this.clock.today(), this.clock.now()];
    const day = today < campaign.endsOn ? today : campaign.endsOn;
    return this.participation.byPlace(campaign, actor.reach, level, { day, now });
  }
}
