import { Controller, Get, Param } from '@nestjs/common';
import { areaPath } from '../../network/paths.js';
import { NetworkQueries } from '../../network/network.queries.js';
import type { Actor } from '../../platform/actor.js';
import { NotFound } from '../../platform/errors.js';
import { Can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { page, type Reply } from '../../platform/web/reply.js';
import { dashboardPermissions } from '../dashboards.policy.js';
import { dashboardPath } from '../paths.js';
import { PlacesFactsService } from './places-facts.service.js';
import { placesPage } from './places.presenter.js';

@Controller('regions')
export class RegionController {
  constructor(
    private readonly network: NetworkQueries,
    private readonly facts: PlacesFactsService,
  ) {}

  @Get(':code')
  @Can(dashboardPermissions.readAreas)
  async show(@By() actor: Actor, @Param('code') code: string): Promise<Reply> {
    const region = await this.network.regionByCode(actor, code);
    if (!region) throw new NotFound();
    const areas = await this.network.areasOfRegion(actor, region.id);
    const facts = await this.facts.of(actor, 'area', { regionId: region.id }, areas);
    const back = actor.reach.network ? { text: 'All regions', href: dashboardPath } : null;
    const model = placesPage(facts, { title: region.name, one: 'area', many: 'areas', back, pathOf: areaPath });
    return page('dashboards/places', model, { bench: true });
  }
}
