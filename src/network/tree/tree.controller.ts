import { Controller, Get, Param, Query } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { NotFound, RuleBroken } from '../../platform/errors.js';
import { Can, can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { csvDownload } from '../../platform/web/csv-download.js';
import { page, type Reply } from '../../platform/web/reply.js';
import { readDay } from '../as-of-day.js';
import { exportPermissions } from '../exports/exports.policy.js';
import { MergersQueries } from '../mergers/mergers.queries.js';
import { exportPath } from '../paths.js';
import { peoplePermissions } from '../people/people.policy.js';
import { PersonQueries } from '../person/person.queries.js';
import { areaTreePage } from './area.presenter.js';
import { areaColumns, unitColumns } from './tree-csv.js';
import { treePage } from './tree.presenter.js';
import { type AreaNode, TreeQueries } from './tree.queries.js';
import { Tree } from './tree.service.js';
import { unitHistoryPage } from './unit-history.presenter.js';
import { UnitHistoryQueries } from './unit-history.queries.js';

type Asked = Record<string, unknown>;

const LONGEST_SEARCH = 80;
/** More than there are units. */
const MOST_IN_FILE = 100_000;

/** Regions, areas and units as they stand on a day, and how each came to stand there. */
@Controller()
export class TreeController {
  constructor(
    private readonly tree: Tree,
    private readonly queries: TreeQueries,
    private readonly histories: UnitHistoryQueries,
    private readonly mergers: MergersQueries,
    private readonly persons: PersonQueries,
    private readonly clock: Clock,
  ) {}

  @Get('network')
  @Can(peoplePermissions.read)
  async show(@By() actor: Actor, @Query() query: Asked): Promise<Reply> {
    const today = this.clock.today();
    const { on, problem } = readDay(query.on, today);
    const find = searchIn(query);
    const found = find === '' ? null : await this.tree.find(actor, find, on ?? today);
    const areas = found ? [] : await this.queries.areas(actor, on ?? today);
    const units = found || areas.length > 0 ? [] : await this.queries.units(actor, on ?? today);
    const reachesRegions = actor.reach.network || actor.reach.regionIds.length > 0;
    const model = treePage({
      find,
      on,
      today,
      problem,
      areas,
      units,
      found,
      reachesRegions,
      exportPath: can(actor, exportPermissions.export) ? exportPath('units', on) : null,
    });
    return page('network/tree', model, { bench: true, status: problem ? 422 : 200 });
  }

  @Get('network.csv')
  @Can(peoplePermissions.read)
  async download(@By() actor: Actor, @Query() query: Asked): Promise<Reply> {
    const day = this.dayOfFile(query);
    const find = searchIn(query);
    if (find === '') return csvDownload(`network-${day}.csv`, areaColumns(), await this.queries.areas(actor, day));
    const { areas, units } = await this.tree.find(actor, find, day, MOST_IN_FILE);
    if (units.length === 0 && areas.length > 0) return csvDownload(`network-${day}.csv`, areaColumns(), areas);
    return csvDownload(`units-${day}.csv`, unitColumns(), units);
  }

  @Get('network/areas/:code.csv')
  @Can(peoplePermissions.read)
  async downloadArea(@By() actor: Actor, @Param('code') code: string, @Query() query: Asked): Promise<Reply> {
    const day = this.dayOfFile(query);
    await this.area(actor, code, day);
    return csvDownload(`network-${code}-${day}.csv`, unitColumns(), await this.queries.unitsOfArea(actor, code, day));
  }

  @Get('network/areas/:code')
  @Can(peoplePermissions.read)
  async showArea(@By() actor: Actor, @Param('code') code: string, @Query() query: Asked): Promise<Reply> {
    const today = this.clock.today();
    const { on, problem } = readDay(query.on, today);
    const area = await this.area(actor, code, on ?? today);
    const units = await this.queries.unitsOfArea(actor, code, on ?? today);
    return page('network/area', areaTreePage({ area, units, on, today, problem }), {
      bench: true,
      status: problem ? 422 : 200,
    });
  }

  @Get('network/units/:code')
  @Can(peoplePermissions.read)
  async showUnit(@By() actor: Actor, @Param('code') code: string): Promise<Reply> {
    const today = this.clock.today();
    const unit = await this.histories.of(actor, code);
    if (unit === null) throw new NotFound();
    const [areas, people, mergers] = await Promise.all([
      this.queries.areasNamed(
        actor,
        unit.stays.map(({ areaCode }) => areaCode),
        today,
      ),
      this.persons.seen(
        actor,
        unit.leaders.map(({ reference }) => reference),
      ),
      this.mergers.of(actor, code, today),
    ]);
    return page('network/unit', unitHistoryPage(unit, { areas, people, mergers }, today), { bench: true });
  }

  private async area(actor: Actor, code: string, day: string): Promise<AreaNode> {
    const area = await this.queries.area(actor, code, day);
    if (area === null) throw new NotFound();
    return area;
  }

  private dayOfFile(query: Asked): string {
    const today = this.clock.today();
    const { on, problem } = readDay(query.on, today);
    if (problem !== null) throw new RuleBroken(problem);
    return on ?? today;
  }
}

function searchIn({ find }: Asked): string {
  return typeof find === 'string' ? find.replaceAll('\u0000', '').trim().slice(0, LONGEST_SEARCH) : '';
}
