import { Controller, Get } from '@nestjs/common';
import { NetworkQueries } from '../network/network.queries.js';
import { areaPath, regionPath, unitPath } from '../network/paths.js';
import type { Actor } from '../platform/actor.js';
import { NotFound } from '../platform/errors.js';
import { Can } from '../platform/permissions.js';
import { By } from '../platform/web/by.js';
import { page, type Reply, seeOther } from '../platform/web/reply.js';
import { dashboardPermissions } from './dashboards.policy.js';
import { dashboardPath } from './paths.js';
import { PlacesFactsService } from './region/places-facts.service.js';
import { placesPage } from './region/places.presenter.js';

/** The one address that everybody can remember: the largest place that is the actor's own, or all regions side by side. */
@Controller()
export class DashboardController {
  constructor(
    private readonly network: NetworkQueries,
    private readonly facts: PlacesFactsService,
  ) {}

  @Get(dashboardPath)
  @Can(dashboardPermissions.readUnits)
  async own(@By() actor: Actor): Promise<Reply> {
    const regions = await this.network.regionsInReach(actor);
    if (actor.reach.network) {
      const facts = await this.facts.of(actor, 'region', {}, regions);
      const words = { title: 'The whole network', one: 'region', many: 'regions', back: null, pathOf: regionPath };
      return page('dashboards/places', placesPage(facts, words), { bench: true });
    }
    const [region] = regions;
    if (region) return seeOther(regionPath(region.code));
    const [area] = await this.network.areasInReach(actor);
    if (area) return seeOther(areaPath(area.code));
    const unit = (await this.network.unitsInReach(actor)).find(({ id }) => id === actor.unitId);
    if (unit) return seeOther(unitPath(unit.code));
    throw new NotFound();
  }
}
