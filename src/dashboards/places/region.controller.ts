import { randomUUID } from 'node:crypto';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { assignmentPermissions } from '../../assignments/assignments.policy.js';
import { canAt } from '../../network/reach.js';
import { areaPath, regionPath } from '../../network/paths.js';
import { NetworkQueries, type RegionPlace } from '../../network/network.queries.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { lastClosedWeek } from '../../platform/dates.js';
import { NotFound } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { Can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { page, type Reply } from '../../platform/web/reply.js';
import { dashboardPermissions } from '../dashboards.policy.js';
import { dashboardPath } from '../paths.js';
import { asOfDay } from '../as-of/as-of.js';
import { StaysQueries } from '../as-of/stays.queries.js';
import { type PeriodChoice, readPeriod } from '../period/choice.js';
import { periodOfFile } from '../period/period-of-file.js';
import { stretchesOf } from '../period/stretches.js';
import { PageSections } from '../sections/page-sections.service.js';
import { ColumnFacts } from '../table/column-facts.service.js';
import { type Column, USUAL_COLUMNS } from '../table/columns.js';
import { readFilters } from '../table/filters.js';
import { tableCsv } from '../table/table-csv.js';
import { weeksCsv } from '../table/weeks-csv.js';
import { type PlacesFacts, PlacesFactsService } from './places-facts.service.js';
import { placesPage } from './places.presenter.js';

type Asked = Record<string, unknown>;

@Controller('regions')
export class RegionController {
  constructor(
    private readonly network: NetworkQueries,
    private readonly facts: PlacesFactsService,
    private readonly stays: StaysQueries,
    private readonly columns: ColumnFacts,
    private readonly sections: PageSections,
    private readonly clock: Clock,
  ) {}

  @Get(':code.csv')
  @Can(dashboardPermissions.readAreas)
  async download(@By() actor: Actor, @Param('code') code: string, @Query() query: Asked): Promise<Reply> {
    const filters = readFilters(query);
    const region = await this.region(actor, code);
    const facts = await this.of(actor, region, periodOfFile(this.period(query)));
    return tableCsv(code, await this.withColumns(actor, region, facts, filters.columns), 'areas', filters);
  }

  @Get(':code/weeks.csv')
  @Can(dashboardPermissions.readAreas)
  async downloadWeeks(@By() actor: Actor, @Param('code') code: string, @Query() query: Asked): Promise<Reply> {
    const facts = await this.of(actor, await this.region(actor, code), periodOfFile(this.period(query)));
    return weeksCsv(code, facts.series);
  }

  @Get(':code')
  @Can(dashboardPermissions.readAreas)
  async show(@By() actor: Actor, @Param('code') code: string, @Query() query: Asked): Promise<Reply> {
    const region = await this.region(actor, code);
    const period = this.period(query);
    const path = regionPath(region.code);
    const [facts, sections] = await Promise.all([
      this.of(actor, region, period.choice).then((read) =>
        this.withColumns(actor, region, read, readFilters(query).columns ?? USUAL_COLUMNS),
      ),
      this.sections.of({
        actor,
        level: 'region',
        scope: { regionId: region.id },
        code,
        name: region.name,
        path,
        choice: period.choice,
      }),
    ]);
    const model = placesPage(facts, {
      title: region.name,
      path,
      are: 'areas',
      back: actor.reach.network ? { text: t('All regions'), href: dashboardPath } : null,
      pathOf: areaPath,
      courses: canAt(actor, assignmentPermissions.assign, { regionId: region.id }) ? facts.courses : [],
      tell: canAt(actor, dashboardPermissions.tellArea, { regionId: region.id }),
      decisions: randomUUID(),
      query,
      period,
      sections,
    });
    return page('dashboards/place', model, { bench: true, status: period.problem ? 422 : 200 });
  }

  private async of(actor: Actor, region: RegionPlace, choice: PeriodChoice) {
    const today = this.clock.today();
    const stretches = stretchesOf(choice, lastClosedWeek(today));
    const day = asOfDay(choice, stretches, today) ?? today;
    const places = await this.stays.areas(region.id, { actor, today, day, weeks: stretches.now });
    return this.facts.of(actor, {
      level: 'area',
      scope: { regionId: region.id },
      places,
      choice,
      path: regionPath(region.code),
    });
  }

  private withColumns(actor: Actor, { id }: RegionPlace, facts: PlacesFacts, columns: readonly Column[] | null) {
    return this.columns.of(actor, facts, { level: 'area', scope: { regionId: id }, columns });
  }

  private async region(actor: Actor, code: string): Promise<RegionPlace> {
    const region = await this.network.regionByCode(actor, code);
    if (!region) throw new NotFound();
    return region;
  }

  private period(query: Asked) {
    return readPeriod(query, lastClosedWeek(this.clock.today()));
  }
}
