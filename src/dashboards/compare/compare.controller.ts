import { Controller, Get, Param, Query } from '@nestjs/common';
import { assignmentPermissions } from '../../assignments/assignments.policy.js';
import type { Scope } from '../../feedback/feedback.queries.js';
import { NetworkQueries } from '../../network/network.queries.js';
import { areaPath, regionPath } from '../../network/paths.js';
import { canAt } from '../../network/reach.js';
import type { Actor } from '../../platform/actor.js';
import { NotFound } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { Can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { page, type Reply } from '../../platform/web/reply.js';
import { dashboardPermissions } from '../dashboards.policy.js';
import { dashboardPath } from '../paths.js';
import { readCompareChoice } from './choice.js';
import { compareCsv } from './compare-csv.js';
import { CompareFactsService } from './compare-facts.service.js';
import { type ComparePlace, comparePage } from './compare.presenter.js';

type Asked = Record<string, unknown>;
type Place = Omit<ComparePlace, 'mayAssign'> & { scope: Scope };

/** The units of the network, a region or an area, held against all of their kind. */
@Controller()
export class CompareController {
  constructor(
    private readonly network: NetworkQueries,
    private readonly facts: CompareFactsService,
  ) {}

  @Get('dashboard/compare.csv')
  @Can(dashboardPermissions.readNetwork)
  downloadNetwork(@By() actor: Actor, @Query() query: Asked): Promise<Reply> {
    return this.file(actor, wholeNetwork(), query);
  }

  @Get('regions/:code/compare.csv')
  @Can(dashboardPermissions.readAreas)
  async downloadRegion(@By() actor: Actor, @Param('code') code: string, @Query() query: Asked): Promise<Reply> {
    return this.file(actor, await this.region(actor, code), query);
  }

  @Get('areas/:code/compare.csv')
  @Can(dashboardPermissions.readAreas)
  async downloadArea(@By() actor: Actor, @Param('code') code: string, @Query() query: Asked): Promise<Reply> {
    return this.file(actor, await this.area(actor, code), query);
  }

  @Get('dashboard/compare')
  @Can(dashboardPermissions.readNetwork)
  showNetwork(@By() actor: Actor, @Query() query: Asked): Promise<Reply> {
    return this.show(actor, wholeNetwork(), query);
  }

  @Get('regions/:code/compare')
  @Can(dashboardPermissions.readAreas)
  async showRegion(@By() actor: Actor, @Param('code') code: string, @Query() query: Asked): Promise<Reply> {
    return this.show(actor, await this.region(actor, code), query);
  }

  @Get('areas/:code/compare')
  @Can(dashboardPermissions.readAreas)
  async showArea(@By() actor: Actor, @Param('code') code: string, @Query() query: Asked): Promise<Reply> {
    return this.show(actor, await this.area(actor, code), query);
  }

  private async show(actor: Actor, { scope, ...place }: Place, query: Asked): Promise<Reply> {
    const facts = await this.facts.of(actor, scope, readCompareChoice(query));
    const mayAssign = canAt(actor, assignmentPermissions.assign, {
      regionId: scope.regionId ?? null,
      areaId: scope.areaId ?? null,
    });
    return page('dashboards/compare', comparePage(facts, { ...place, mayAssign }), { bench: true });
  }

  private async file(actor: Actor, { scope, ...place }: Place, query: Asked): Promise<Reply> {
    const choice = readCompareChoice(query);
    return compareCsv(place, choice, await this.facts.rows(actor, scope, choice));
  }

  private async region(actor: Actor, code: string): Promise<Place> {
    const region = await this.network.regionByCode(actor, code);
    if (!region) throw new NotFound();
    return { level: 'region', code, name: region.name, path: regionPath(code), scope: { regionId: region.id } };
  }

  private async area(actor: Actor, code: string): Promise<Place> {
    const area = await this.network.areaByCode(actor, code);
    if (!area) throw new NotFound();
    const scope = { areaId: area.id, regionId: area.regionId };
    return { level: 'area', code, name: area.name, path: areaPath(code), scope };
  }
}

function wholeNetwork(): Place {
  return { level: 'network', code: null, name: t('The whole network'), path: dashboardPath, scope: {} };
}
