import { Controller, Get, Query } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { lastClosedWeek } from '../../platform/dates.js';
import { Can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { page, type Reply } from '../../platform/web/reply.js';
import { dashboardPermissions } from '../dashboards.policy.js';
import { readPeriod } from '../period/choice.js';
import { periodOfFile } from '../period/period-of-file.js';
import { stretchesOf } from '../period/stretches.js';
import { readUnitsAsked } from './asked.js';
import { everyUnitCsv } from './every-unit-csv.js';
import { EveryUnitFactsService } from './every-unit-facts.service.js';
import { everyUnitPage } from './every-unit.presenter.js';
import { everyUnitPath } from './paths.js';

type Asked = Record<string, unknown>;

/** All units that somebody looks after, whatever area or region they stand in. */
@Controller()
export class EveryUnitController {
  constructor(
    private readonly facts: EveryUnitFactsService,
    private readonly clock: Clock,
  ) {}

  @Get(everyUnitPath)
  @Can(dashboardPermissions.readAreas)
  async show(@By() actor: Actor, @Query() query: Asked): Promise<Reply> {
    const period = this.period(query);
    const facts = await this.facts.of(actor, readUnitsAsked(query), period.choice);
    const model = everyUnitPage(facts, period, query);
    return page('dashboards/every-unit', model, { bench: true, status: period.problem ? 422 : 200 });
  }

  @Get(`${everyUnitPath}.csv`)
  @Can(dashboardPermissions.readAreas)
  download(@By() actor: Actor, @Query() query: Asked): Reply {
    const choice = periodOfFile(this.period(query));
    const asked = readUnitsAsked(query);
    const stretches = stretchesOf(choice, lastClosedWeek(this.clock.today()));
    return everyUnitCsv(asked, stretches, this.facts.all(actor, asked, choice));
  }

  private period(query: Asked) {
    return readPeriod(query, lastClosedWeek(this.clock.today()));
  }
}
