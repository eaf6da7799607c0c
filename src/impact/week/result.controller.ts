import { Controller, Get, Param, Query } from '@nestjs/common';
import { campaignPermissions, maySeeResult } from '../../campaigns/campaigns.policy.js';
import { type CampaignRow, CampaignsQueries } from '../../campaigns/campaigns.queries.js';
import { ParticipationQueries, type PlaceLevel } from '../../campaigns/participation.queries.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { NotFound } from '../../platform/errors.js';
import { Can, can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { csvDownload } from '../../platform/web/csv-download.js';
import { csvOfTable } from '../../platform/web/csv-table.js';
import { Download, page, type Reply } from '../../platform/web/reply.js';
import { impactPermissions } from '../impact.policy.js';
import { PlanChoicesService } from '../plans/plan-choices.service.js';
import { StudiesQueries } from '../studies/studies.queries.js';
import { levelAsked, participationTable } from './participation-table.js';
import { presentResult } from './result.presenter.js';
import { figureColumns, weekFigures } from './week-figures.js';
import { sayMissing } from './week-missing.js';
import { weekNote, weekNoteWithout } from './week-note.js';
import { WeekResults } from './week-results.service.js';

/** What a themed week did: participation in the actor's reach, customers of the whole network. */
@Controller('campaigns/:slug')
export class ResultController {
  constructor(
    private readonly campaigns: CampaignsQueries,
    private readonly participation: ParticipationQueries,
    private readonly results: WeekResults,
    private readonly studies: StudiesQueries,
    private readonly plans: PlanChoicesService,
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

  @Get('result/figures.csv')
  @Can(campaignPermissions.readResult)
  async downloadFigures(@By() actor: Actor, @Param('slug') slug: string): Promise<Reply> {
    const { answer } = await this.results.of(await this.campaign(actor, slug));
    const figures = typeof answer === 'string' ? [] : weekFigures(answer);
    return csvDownload(`${slug}-figures.csv`, figureColumns(), figures);
  }

  @Get('result/method.txt')
  @Can(campaignPermissions.readResult)
  async method(@By() actor: Actor, @Param('slug') slug: string): Promise<Reply> {
    const campaign = await this.campaign(actor, slug);
    const { answer, ...result } = await this.results.of(campaign);
    const note =
      typeof answer === 'string'
        ? weekNoteWithout(campaign, sayMissing(answer, campaign, result, this.clock.today()))
        : weekNote({ ...campaign, ...result, result: answer });
    return new Download(`${slug}-method.txt`, 'text/plain; charset=utf-8', note);
  }

  @Get('result')
  @Can(campaignPermissions.readResult)
  async show(@By() actor: Actor, @Param('slug') slug: string, @Query('by') by: unknown): Promise<Reply> {
    const campaign = await this.campaign(actor, slug);
    const level = levelAsked(by, actor.reach);
    const mayPlan = can(actor, impactPermissions.plan);
    const [result, places, studies, choices] = await Promise.all([
      this.results.of(campaign),
      this.places(actor, campaign, level),
      can(actor, impactPermissions.read) ? this.studies.list(this.clock.now()) : [],
      mayPlan ? this.plans.all() : null,
    ]);
    const plannable = new Set((choices?.courses ?? []).map(({ slug }) => slug));
    const reading = { actor, mayPlan, plannable, level, today: this.clock.today() };
    const model = presentResult({ campaign, result, places, studies, ...reading });
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
