import { Controller, Get, Post } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { NotFound } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { Can, can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { csvDownload } from '../../platform/web/csv-download.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import { RowId } from '../../platform/web/row-id.js';
import { impactPermissions } from '../impact.policy.js';
import { planPath } from '../paths.js';
import { areaColumns, planPage } from './plan.presenter.js';
import { plansColumns, plansPage } from './plans.presenter.js';
import { type StoredPlan, WavePlansQueries } from './wave-plans.queries.js';
import { WavePlans } from './wave-plans.service.js';

/** Plans in waves: all of them, one of them, and stopping it. Lots are of the whole network, and no secret in it. */
@Controller('impact')
export class PlansController {
  constructor(
    private readonly queries: WavePlansQueries,
    private readonly plans: WavePlans,
    private readonly clock: Clock,
  ) {}

  @Get('plans')
  @Can(impactPermissions.read)
  async list(@By() actor: Actor): Promise<Reply> {
    const plans = await this.queries.list(this.clock.now());
    return page('impact/plans', plansPage(plans, can(actor, impactPermissions.plan)), { bench: true });
  }

  @Get('plans.csv')
  @Can(impactPermissions.read)
  async downloadList(): Promise<Reply> {
    return csvDownload('plans.csv', plansColumns(), await this.queries.list(this.clock.now()));
  }

  @Get('plans/:id.csv')
  @Can(impactPermissions.read)
  async download(@RowId() id: number): Promise<Reply> {
    await this.plan(id);
    return csvDownload(`plan-${id}.csv`, areaColumns(), await this.queries.areas(id));
  }

  @Get('plans/:id')
  @Can(impactPermissions.read)
  async show(@By() actor: Actor, @RowId() id: number): Promise<Reply> {
    const [now, today] = [this.clock.now(), this.clock.today()];
    const [plan, waves, areas, untouched] = await Promise.all([
      this.plan(id),
      this.queries.waves(id, now),
      this.queries.areas(id),
      this.queries.untouched(id, now),
    ]);
    const { areaIds: ownAreaIds } = actor.reach;
    const mayPlan = can(actor, impactPermissions.plan);
    return page('impact/plan', planPage({ plan, waves, areas, untouched, ownAreaIds, mayPlan, today }), {
      bench: true,
    });
  }

  @Post('plans/:id/stop')
  @Can(impactPermissions.plan)
  async stop(@By() actor: Actor, @RowId() id: number): Promise<Reply> {
    await this.plan(id);
    const stopped = await this.plans.stop(id, actor.personId);
    return seeOther(planPath(id), {
      flash: stopped ? t('Stopped. No further wave will begin.') : t('No wave was left to stop.'),
    });
  }

  private async plan(id: number): Promise<StoredPlan> {
    const plan = await this.queries.one(id, this.clock.now());
    if (plan === null) throw new NotFound();
    return plan;
  }
}
