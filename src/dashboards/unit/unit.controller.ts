import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { assignmentPermissions } from '../../assignments/assignments.policy.js';
import { feedbackPermissions } from '../../feedback/feedback.policy.js';
import { NetworkQueries, type UnitPlace } from '../../network/network.queries.js';
import { unitPath } from '../../network/paths.js';
import { reaches } from '../../network/reach.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { NotFound } from '../../platform/errors.js';
import { can, Can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { readForm } from '../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import { dashboardPermissions } from '../dashboards.policy.js';
import { UnitActions } from './unit-actions.service.js';
import { UnitActionForm } from './unit-action.forms.js';
import { UnitFactsService } from './unit-facts.service.js';
import { type ActionDraft, unitPage } from './unit.presenter.js';

@Controller('units')
export class UnitController {
  constructor(
    private readonly network: NetworkQueries,
    private readonly facts: UnitFactsService,
    private readonly actions: UnitActions,
    private readonly clock: Clock,
  ) {}

  @Get(':code')
  @Can(dashboardPermissions.readUnits)
  async show(@By() actor: Actor, @Param('code') code: string): Promise<Reply> {
    const unit = await this.unit(actor, code);
    const value = { happenedOn: this.clock.today(), words: '' };
    return this.page(actor, unit, { token: randomUUID(), value, problems: [] });
  }

  @Post(':code/actions')
  @Can(dashboardPermissions.recordActions)
  async record(@By() actor: Actor, @Param('code') code: string, @Body() body: unknown): Promise<Reply> {
    const unit = await this.unit(actor, code);
    return readForm(UnitActionForm, body).submit(
      async (form) => {
        await this.actions.record(actor, unit, form);
        return seeOther(unitPath(unit.code), { flash: 'Recorded. It now stands beside the scores of this unit.' });
      },
      (problems, value) => this.page(actor, unit, { token: randomUUID(), value, problems }, 422),
    );
  }

  private async unit(actor: Actor, code: string): Promise<UnitPlace> {
    const unit = await this.network.unitByCode(actor, code);
    if (!unit) throw new NotFound();
    return unit;
  }

  private async page(actor: Actor, unit: UnitPlace, draft: ActionDraft, status = 200): Promise<Reply> {
    const leads = await this.actions.leads(actor, unit);
    const abilities = {
      assign: leads && can(actor, assignmentPermissions.assign),
      record: leads && can(actor, dashboardPermissions.recordActions),
      area: reaches(actor.reach, { regionId: unit.regionId, areaId: unit.areaId }),
      responses: can(actor, feedbackPermissions.readResponses),
    };
    return page('dashboards/unit', unitPage(await this.facts.of(actor, unit), abilities, draft), {
      bench: true,
      status,
    });
  }
}
