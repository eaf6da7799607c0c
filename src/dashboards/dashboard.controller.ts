import { randomUUID } from 'node:crypto';
import { Controller, Get, Query } from '@nestjs/common';
import { assignmentPermissions } from '../assignments/assignments.policy.js';
import { canAt } from '../network/reach.js';
import { NetworkQueries } from '../network/network.queries.js';
import { areaPath, regionPath, unitPath } from '../network/paths.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { lastClosedWeek } from '../platform/dates.js';
import { NotFound } from '../platform/errors.js';
import { t } from '../platform/language/t.js';
import { Can } from '../platform/permissions.js';
import { By } from '../platform/web/by.js';
import { page, type Reply, seeOther } from '../platform/web/reply.js';
import { dashboardPermissions } from './dashboards.policy.js';
import { dashboardPath } from './paths.js';
import { type PeriodChoice, readPeriod } from './period/choice.js';
import { periodOfFile } from './period/period-of-file.js';
import { type PlacesFacts, PlacesFactsService } from './places/places-facts.service.js';
import { placesPage } from './places/places.presenter.js';
import { PageSections } from './sections/page-sections.service.js';
import { ColumnFacts } from './table/column-facts.service.js';
import { type Column, USUAL_COLUMNS } from './table/columns.js';
import { readFilters } from './table/filters.js';
import { tableCsv } from './table/table-csv.js';
import { weeksCsv } from './table/weeks-csv.js';

type Asked = Record<string, unknown>;

/** The one address that everybody can remember: the largest place that is the actor's own, or all regions side by side. */
@Controller()
export class DashboardController {
  constructor(
    private readonly network: NetworkQueries,
    private readonly facts: PlacesFactsService,
    private readonly columns: ColumnFacts,
    private readonly sections: PageSections,
    private readonly clock: Clock,
  ) {}

  @Get(dashboardPath)
  @Can(dashboardPermissions.readUnits)
  async own(@By() actor: Actor, @Query() query: Asked): Promise<Reply> {
    return actor.reach.network ? this.wholeNetwork(actor, query) : seeOther(await this.ownPlace(actor));
  }

  @Get(`${dashboardPath}.csv`)
  @Can(dashboardPermissions.readNetwork)
  async download(@By() actor: Actor, @Query() query: Asked): Promise<Reply> {
    const filters = readFilters(query);
    const facts = await this.of(actor, periodOfFile(this.period(query)));
    return tableCsv('network', await this.withColumns(actor, facts, filters.columns), 'regions', filters);
  }

  @Get(`${dashboardPath}/weeks.csv`)
  @Can(dashboardPermissions.readNetwork)
  async downloadWeeks(@By() actor: Actor, @Query() query: Asked): Promise<Reply> {
    const facts = await this.of(actor, periodOfFile(this.period(query)));
    return weeksCsv('network', facts.series);
  }

  private async wholeNetwork(actor: Actor, query: Asked): Promise<Reply> {
    const period = this.period(query);
    const title = t('The whole network');
    const [facts, sections] = await Promise.all([
      this.of(actor, period.choice).then((read) =>
        this.withColumns(actor, read, readFilters(query).columns ?? USUAL_COLUMNS),
      ),
      this.sections.of({
        actor,
        level: 'network',
        scope: {},
        code: null,
        name: title,
        path: dashboardPath,
        choice: period.choice,
      }),
    ]);
    const model = placesPage(facts, {
      title,
      path: dashboardPath,
      are: 'regions',
      back: null,
      pathOf: regionPath,
      courses: canAt(actor, assignmentPermissions.assign, { regionId: null }) ? facts.courses : [],
      tell: canAt(actor, dashboardPermissions.tellRegion, { regionId: null }),
      decisions: randomUUID(),
      query,
      period,
      sections,
    });
    return page('dashboards/place', model, { bench: true, status: period.problem ? 422 : 200 });
  }

  private async of(actor: Actor, choice: PeriodChoice) {
    const places = await this.network.regionsInReach(actor);
    return this.facts.of(actor, { level: 'region', scope: {}, places, choice, path: dashboardPath });
  }

  private withColumns(actor: Actor, facts: PlacesFacts, columns: readonly Column[] | null) {
    return this.columns.of(actor, facts, { level: 'region', scope: {}, columns });
  }

  private async ownPlace(actor: Actor): Promise<string> {
    const [region] = await this.network.regionsInReach(actor);
    if (region) return regionPath(region.code);
    const [area] = await this.network.areasInReach(actor);
    if (area) return areaPath(area.code);
    const unit = (await this.network.unitsInReach(actor)).find(({ id }) => id === actor.unitId);
    if (!unit) throw new NotFound();
    return unitPath(unit.code);
  }

  private period(query: Asked) {
    return readPeriod(query, lastClosedWeek(this.clock.today()));
  }
}
