import { Controller, Get, Param, Query } from '@nestjs/common';
import { assignmentPermissions } from '../../assignments/assignments.policy.js';
import { reaches } from '../../network/reach.js';
import { NetworkQueries } from '../../network/network.queries.js';
import type { Actor } from '../../platform/actor.js';
import { NotFound } from '../../platform/errors.js';
import { can, Can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { page, type Reply } from '../../platform/web/reply.js';
import { dashboardPermissions } from '../dashboards.policy.js';
import { AreaFactsService } from './area-facts.service.js';
import { readFilters } from './area-filters.js';
import { areaPage } from './area.presenter.js';

@Controller('areas')
export class AreaController {
  constructor(
    private readonly network: NetworkQueries,
    private readonly facts: AreaFactsService,
  ) {}

  @Get(':code')
  @Can(dashboardPermissions.readAreas)
  async show(@By() actor: Actor, @Param('code') code: string, @Query() query: Record<string, unknown>): Promise<Reply> {
    const area = await this.network.areaByCode(actor, code);
    if (!area) throw new NotFound();
    const abilities = {
      assign: can(actor, assignmentPermissions.assign),
      region: reaches(actor.reach, { regionId: area.regionId }),
    };
    const model = areaPage(await this.facts.of(actor, area), readFilters(query), abilities);
    return page('dashboards/area', model, { bench: true });
  }
}
