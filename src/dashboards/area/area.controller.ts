import { randomUUID } from 'node:crypto';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { assignmentPermissions } from '../../assignments/assignments.policy.js';
import { canAt, reaches } from '../../network/reach.js';
import { type AreaPlace, NetworkQueries } from '../../network/network.queries.js';
import { areaPath } from '../../network/paths.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { lastClosedWeek } from '../../platform/dates.js';
import { isDriver } from '../../platform/drivers.js';
import { NotFound } from '../../platform/errors.js';
import { Can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { page, type Reply } from '../../platform/web/reply.js';
import { dashboardPermissions } from '../dashboards.policy.js';
import { readPeriod } from '../period/choice.js';
import { periodOfFile } from '../period/period-of-file.js';
import { PageSections } from '../sections/page-sections.service.js';
import { ColumnFacts } from '../table/column-facts.service.js';
import { type Column, USUAL_COLUMNS } from '../table/columns.js';
import { readFilters } from '../table/filters.js';
import { tableCsv } from '../table/table-csv.js';
import { weeksCsv } from '../table/weeks-csv.js';
import type { AreaFacts } from './area-facts.js';
import { AreaFactsService } from './area-facts.service.js';
import { areaPage } from './area.presenter.js';

type Asked = Record<string, unknown>;

@Controller('areas')
export class AreaController {
  constructor(
    private readonly network: NetworkQueries,
    private readonly facts: AreaFactsService,
    private readonly columns: ColumnFacts,
    private readonly sections: PageSections,
    private readonly clock: Clock,
  ) {}

  @Get(':code.csv')
  @Can(dashboardPermissions.readAreas)
  async download(@By() actor: Actor, @Param('code') code: string, @Query() query: Asked): Promise<Reply> {
    const area = await this.area(actor, code);
    const filters = readFilters(query);
    const facts = await this.facts.of(actor, area, periodOfFile(this.period(query)));
    return tableCsv(code, await this.withColumns(actor, area, facts, filters.columns), 'units', filters);
  }

  @Get(':code/weeks.csv')
  @Can(dashboardPermissions.readAreas)
  async downloadWeeks(@By() actor: Actor, @Param('code') code: string, @Query() query: Asked): Promise<Reply> {
    const facts = await this.facts.of(actor, await this.area(actor, code), periodOfFile(this.period(query)));
    return weeksCsv(code, facts.series);
  }

  @Get(':code')
  @Can(dashboardPermissions.readAreas)
  async show(@By() actor: Actor, @Param('code') code: string, @Query() query: Asked): Promise<Reply> {
    const area = await this.area(actor, code);
    const period = this.period(query);
    const abilities = {
      assign: canAt(actor, assignmentPermissions.assign, { regionId: area.regionId, areaId: area.id }),
      tell: canAt(actor, dashboardPermissions.tellUnit, { regionId: area.regionId, areaId: area.id }),
      region: reaches(actor.reach, { regionId: area.regionId }),
    };
    const path = areaPath(area.code);
    const [facts, sections] = await Promise.all([
      this.facts
        .of(actor, area, period.choice)
        .then((read) => this.withColumns(actor, area, read, readFilters(query).columns ?? USUAL_COLUMNS)),
      this.sections.of({
        actor,
        level: 'area',
        scope: { areaId: area.id },
        code,
        name: area.name,
        path,
        choice: period.choice,
      }),
    ]);
    const model = areaPage(facts, { query, period, abilities, sections, decisions: randomUUID() });
    return page('dashboards/place', model, { bench: true, status: period.problem ? 422 : 200 });
  }

  /** What the columns need that the page as such does not. */
  private async withColumns(actor: Actor, area: AreaPlace, read: AreaFacts, columns: readonly Column[] | null) {
    const facts = columns?.some(isDriver) === false ? read : await this.facts.withDrivers(actor, area, read);
    return this.columns.of(actor, facts, { level: 'unit', scope: { areaId: area.id }, columns });
  }

  private async area(actor: Actor, code: string): Promise<AreaPlace> {
    const area = await this.network.areaByCode(actor, code);
    if (!area) throw new NotFound();
    return area;
  }

  private period(query: Asked) {
    return readPeriod(query, lastClosedWeek(this.clock.today()));
  }
}
