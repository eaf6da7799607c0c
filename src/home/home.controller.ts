import { Controller, Get } from '@nestjs/common';
import { themeDayPath } from '../campaigns/paths.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Can } from '../platform/permissions.js';
import { By } from '../platform/web/by.js';
import { page, type Reply, seeOther } from '../platform/web/reply.js';
import { homePermissions } from './home.policy.js';
import { presentHome } from './home.presenter.js';
import { HomeService } from './home.service.js';
import { homePath, todayPath } from './paths.js';

@Controller()
export class HomeController {
  constructor(
    private readonly home: HomeService,
    private readonly clock: Clock,
  ) {}

  @Get(homePath)
  @Can(homePermissions.open)
  async show(@By() actor: Actor): Promise<Reply> {
    const facts = await this.home.factsFor(actor);
    const theme = facts.week?.now === 'running' ? facts.week.campaign.look : null;
    return page('home/home', presentHome(facts), { awning: true, theme });
  }

  /** Where a poster or a calendar entry points: to the day that is on, or home. */
  @Get(todayPath)
  @Can(homePermissions.open)
  async today(@By() actor: Actor): Promise<Reply> {
    const week = await this.home.themedWeek(actor);
    const day = week?.days.find((one) => one.heldOn === this.clock.today());
    return seeOther(week && day ? themeDayPath(week.campaign.slug, day.heldOn) : homePath);
  }
}
