import { Controller, Get, Query } from '@nestjs/common';
import { CampaignsQueries } from '../campaigns/campaigns.queries.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Can } from '../platform/permissions.js';
import { By } from '../platform/web/by.js';
import { page, type Reply } from '../platform/web/reply.js';
import { impactPermissions } from './impact.policy.js';
import { presentImpact } from './impact.presenter.js';
import { chosenCourses, readChoice } from './link-choice.js';
import { linkWindow } from './link-window.js';
import { presentLink } from './link.presenter.js';
import { LinkQueries } from './link.queries.js';
import { StudiesQueries } from './studies/studies.queries.js';

@Controller('impact')
export class ImpactController {
  constructor(
    private readonly campaigns: CampaignsQueries,
    private readonly links: LinkQueries,
    private readonly studies: StudiesQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Can(impactPermissions.read)
  async index(@By() actor: Actor): Promise<Reply> {
    const today = this.clock.today();
    const [campaigns, studies] = await Promise.all([
      this.campaigns.all(actor, today),
      this.studies.list(this.clock.now()),
    ]);
    return page('impact/index', presentImpact({ studies, campaigns, actor, today }), { bench: true });
  }

  @Get('completion-and-scores')
  @Can(impactPermissions.read)
  async link(@By() actor: Actor, @Query() asked: Record<string, unknown>): Promise<Reply> {
    const today = this.clock.today();
    const courses = await this.links.courses();
    const choice = readChoice(asked, courses);
    const window = linkWindow(today, choice.weeks);
    const courseIds = chosenCourses(choice.training, courses).map((course) => course.id);
    const units = await this.links.units({ metric: choice.metric, courseIds, window, reach: actor.reach, today });
    return page('impact/link', presentLink({ actor, choice, courses, units, window, today }), { bench: true });
  }
}
