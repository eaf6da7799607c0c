import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { NotFound } from '../platform/errors.js';
import { t } from '../platform/language/t.js';
import { Can } from '../platform/permissions.js';
import { By } from '../platform/web/by.js';
import { type Problem, readForm } from '../platform/web/form.js';
import { page, type Reply, seeOther } from '../platform/web/reply.js';
import { PledgeForm } from './campaigns.forms.js';
import { campaignPermissions } from './campaigns.policy.js';
import { presentCampaigns } from './campaigns.presenter.js';
import { CampaignsQueries, type MyThemeDay, type MyWeek } from './campaigns.queries.js';
import { CampaignsService } from './campaigns.service.js';
import { presentHuddles } from './huddles.presenter.js';
import { dayState, isReadable } from './opening.js';
import { ParticipationQueries } from './participation.queries.js';
import { themeDayPath } from './paths.js';
import { isSmallTeam } from './small-teams.js';
import { presentThemeDay } from './theme-day.presenter.js';
import { presentWeek } from './week.presenter.js';

@Controller('campaigns')
export class CampaignsController {
  constructor(
    private readonly campaigns: CampaignsQueries,
    private readonly participation: ParticipationQueries,
    private readonly service: CampaignsService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Can(campaignPermissions.read)
  async list(@By() actor: Actor): Promise<Reply> {
    const today = this.clock.today();
    return page('campaigns/list', presentCampaigns(await this.campaigns.all(actor, today), actor, today));
  }

  @Get(':slug')
  @Can(campaignPermissions.read)
  async week(@By() actor: Actor, @Param('slug') slug: string): Promise<Reply> {
    const { campaign, days } = await this.weekOf(actor, slug);
    const [today, now] = [this.clock.today(), this.clock.now()];
    const { unitId, reach } = actor;
    const [network, unit, teams] = await Promise.all([
      this.participation.network(campaign, now),
      unitId === null ? null : this.participation.unit(campaign, unitId, today, now),
      unitId === null ? this.participation.reach(campaign, reach, today, now) : null,
    ]);
    const model = presentWeek({ campaign, days, actor, today, network, unit, reach: teams });
    return page('campaigns/week', model, { theme: campaign.look, awning: true });
  }

  @Get(':slug/huddles')
  @Can(campaignPermissions.preview)
  async huddles(@By() actor: Actor, @Param('slug') slug: string): Promise<Reply> {
    const { campaign, days } = await this.weekOf(actor, slug);
    const readable = days.filter((day) => isReadable(this.stateOf(campaign, day)));
    if (readable.length === 0) throw new NotFound();
    return page('campaigns/huddles', presentHuddles(campaign, readable, this.clock.today()), { theme: campaign.look });
  }

  @Get(':slug/days/:date')
  @Can(campaignPermissions.read)
  async day(@By() actor: Actor, @Param('slug') slug: string, @Param('date') date: string): Promise<Reply> {
    return this.dayPage(actor, await this.dayOf(actor, slug, date));
  }

  @Get(':slug/days/:date/huddle')
  @Can(campaignPermissions.read)
  async huddle(@By() actor: Actor, @Param('slug') slug: string, @Param('date') date: string): Promise<Reply> {
    const { campaign, day } = await this.dayOf(actor, slug, date);
    if (!isReadable(this.stateOf(campaign, day))) throw new NotFound();
    return page('campaigns/huddles', presentHuddles(campaign, [day], this.clock.today()), { theme: campaign.look });
  }

  @Post(':slug/days/:date/pledges')
  @Can(campaignPermissions.pledge)
  async pledge(
    @By() actor: Actor,
    @Param('slug') slug: string,
    @Param('date') date: string,
    @Body() body: unknown,
  ): Promise<Reply> {
    const found = await this.dayOf(actor, slug, date);
    return readForm(PledgeForm, body).submit(
      async ({ words }) => {
        await this.service.pledge(actor, found.campaign, found.day, words);
        return seeOther(themeDayPath(slug, found.day.heldOn), { flash: t('Pledge made. Thank you.') });
      },
      (problems, { words }) => this.dayPage(actor, found, { problems, typed: words }),
    );
  }

  private async dayPage(
    actor: Actor,
    { campaign, day }: DayInWeek,
    form: { problems: Problem[]; typed: string | null } = { problems: [], typed: null },
  ): Promise<Reply> {
    const today = this.clock.today();
    const state = this.stateOf(campaign, day);
    const wall = await this.wallFor(actor, campaign, day);
    const model = presentThemeDay({ campaign, day, state, today, wall, ...form });
    const status = form.problems.length > 0 ? 422 : 200;
    return page('campaigns/day', model, { theme: campaign.look, awning: true, status });
  }

  private async wallFor(actor: Actor, campaign: MyWeek['campaign'], day: MyThemeDay): Promise<string[] | null> {
    if (actor.unitId === null) return null;
    const [today, now] = [this.clock.today(), this.clock.now()];
    const unit = await this.participation.unit(campaign, actor.unitId, today, now);
    if (unit === null || isSmallTeam(unit.people)) return null;
    return this.participation.wall(day.id, actor.unitId, now);
  }

  private stateOf(campaign: MyWeek['campaign'], day: MyThemeDay) {
    return dayState(day.heldOn, campaign, this.clock.today(), campaign.early ?? false);
  }

  private async weekOf(actor: Actor, slug: string): Promise<MyWeek> {
    const campaign = await this.campaigns.bySlug(slug, actor, this.clock.today());
    if (campaign === null) throw new NotFound();
    return { campaign, days: await this.campaigns.days(campaign.id, actor.personId, this.clock.now()) };
  }

  private async dayOf(actor: Actor, slug: string, date: string): Promise<DayInWeek> {
    const { campaign, days } = await this.weekOf(actor, slug);
    const day = days.find((one) => one.heldOn === date);
    if (day === undefined) throw new NotFound();
    return { campaign, day };
  }
}

interface DayInWeek {
  campaign: MyWeek['campaign'];
  day: MyThemeDay;
}
