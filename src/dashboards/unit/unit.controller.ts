import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { assignmentPermissions } from '../../assignments/assignments.policy.js';
import { feedbackPermissions } from '../../feedback/feedback.policy.js';
import { MergersQueries } from '../../network/mergers/mergers.queries.js';
import { NetworkQueries, type UnitPlace } from '../../network/network.queries.js';
import { unitPath } from '../../network/paths.js';
import { peoplePermissions } from '../../network/people/people.policy.js';
import { canAt, placeOf } from '../../network/reach.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { NotFound } from '../../platform/errors.js';
import { type IsoDate, lastClosedWeek } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { Can, can } from '../../platform/permissions.js';
import { AuditTrail } from '../../platform/privacy/audit-trail.queries.js';
import { By } from '../../platform/web/by.js';
import { readForm } from '../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import { dashboardPermissions } from '../dashboards.policy.js';
import { asOfDay } from '../as-of/as-of.js';
import { StaysQueries } from '../as-of/stays.queries.js';
import type { UnitStood } from '../as-of/unit-banner.js';
import { type PeriodChoice, readPeriod } from '../period/choice.js';
import { periodOfFile } from '../period/period-of-file.js';
import { stretchesOf } from '../period/stretches.js';
import { PageSections } from '../sections/page-sections.service.js';
import { weeksCsv } from '../table/weeks-csv.js';
import { teamCsv } from './team.presenter.js';
import { UnitActions } from './unit-actions.service.js';
import { UnitActionForm } from './unit-action.forms.js';
import { unitLinks } from './unit-links.js';
import { UnitFactsService } from './unit-facts.service.js';
import type { UnitSeen } from './unit-facts.js';
import { type ActionDraft, type UnitAbilities, unitPage } from './unit.presenter.js';

type Asked = Record<string, unknown>;

@Controller('units')
export class UnitController {
  constructor(
    private readonly network: NetworkQueries,
    private readonly facts: UnitFactsService,
    private readonly actions: UnitActions,
    private readonly stays: StaysQueries,
    private readonly mergers: MergersQueries,
    private readonly sections: PageSections,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
  ) {}

  @Get(':code.csv')
  @Can(dashboardPermissions.readUnits)
  async downloadWeeks(@By() actor: Actor, @Param('code') code: string, @Query() query: Asked): Promise<Reply> {
    const unit = await this.seen(actor, code);
    return weeksCsv(code, await this.facts.weeks(actor, unit, periodOfFile(this.period(query, unit))));
  }

  @Get(':code/team.csv')
  @Can(dashboardPermissions.readUnits)
  async downloadTeam(@By() actor: Actor, @Param('code') code: string, @Query() query: Asked): Promise<Reply> {
    const unit = await this.seen(actor, code);
    const asOf = this.asOf(periodOfFile(this.period(query, unit)), unit);
    const team = await this.facts.team(actor, unit, asOf);
    if (!team) throw new NotFound();
    await this.lookedAtTeam(actor, unit, 'unit.downloadTeam');
    return teamCsv(team, code, asOf);
  }

  @Get(':code')
  @Can(dashboardPermissions.readUnits)
  async show(@By() actor: Actor, @Param('code') code: string, @Query() query: Asked): Promise<Reply> {
    const unit = await this.seen(actor, code);
    const value = { happenedOn: this.clock.today(), words: '' };
    return this.page(actor, unit, { token: randomUUID(), value, problems: [] }, query);
  }

  @Post(':code/actions')
  @Can(dashboardPermissions.recordActions)
  async record(@By() actor: Actor, @Param('code') code: string, @Body() body: unknown): Promise<Reply> {
    const unit = await this.unit(actor, code);
    return readForm(UnitActionForm, body).submit(
      async (form) => {
        await this.actions.record(actor, unit, form);
        return seeOther(unitPath(unit.code), { flash: t('Recorded. It now stands beside the scores of this unit.') });
      },
      (problems, value) => this.page(actor, unit, { token: randomUUID(), value, problems }, {}, 422),
    );
  }

  private async unit(actor: Actor, code: string): Promise<UnitPlace> {
    const unit = await this.network.unitByCode(actor, code);
    if (!unit) throw new NotFound();
    return unit;
  }

  /** Also one that has closed, up to its last day. */
  private async seen(actor: Actor, code: string): Promise<UnitSeen> {
    const unit = (await this.network.unitByCode(actor, code)) ?? (await this.network.closedUnitByCode(actor, code));
    if (!unit) throw new NotFound();
    return unit;
  }

  /** Where a unit has closed there is nothing left to do. */
  private abilities(actor: Actor, unit: UnitSeen): UnitAbilities {
    const place = placeOf(unit);
    const open = unit.closedOn === undefined;
    return {
      assign: open && canAt(actor, assignmentPermissions.assign, place),
      record: open && this.actions.leads(actor, unit),
      area: canAt(actor, dashboardPermissions.readAreas, { regionId: unit.regionId, areaId: unit.areaId }),
      tell: open && canAt(actor, dashboardPermissions.tellUnit, place),
      decide: open && can(actor, dashboardPermissions.decideCards),
      responses: open && canAt(actor, feedbackPermissions.readResponses, place),
      links: open ? unitLinks(actor, unit) : [],
    };
  }

  private async page(actor: Actor, unit: UnitSeen, draft: ActionDraft, query: Asked, status = 200): Promise<Reply> {
    const period = this.period(query, unit);
    const abilities = this.abilities(actor, unit);
    const { code, name } = unit;
    const [facts, stood, mergers, sections] = await Promise.all([
      this.facts.of(actor, unit, period.choice),
      this.stood(unit, period.choice),
      this.mergers.of(actor, unit.code, this.clock.today()),
      unit.closedOn
        ? []
        : this.sections.of({
            actor,
            level: 'unit',
            scope: { unitId: unit.id },
            code,
            name,
            path: unitPath(code),
            choice: period.choice,
          }),
    ]);
    if (facts.team?.length) await this.lookedAtTeam(actor, unit, 'unit.lookedAtTeam');
    return page(
      'dashboards/unit',
      unitPage(facts, abilities, draft, {
        ...{ query, period, stood, mergers, sections, decisions: randomUUID() },
        mayOpenPlaces: can(actor, peoplePermissions.read),
      }),
      {
        bench: true,
        status: period.problem ? 422 : status,
      },
    );
  }

  /** Who finished what stands there by name. */
  private lookedAtTeam({ personId }: Actor, { id }: UnitPlace, action: string): Promise<void> {
    return this.trail.looked({ actorId: personId, action, subjectKind: 'unit', subjectId: id });
  }

  private async stood(unit: UnitSeen, choice: PeriodChoice): Promise<UnitStood | null> {
    const day = this.asOf(choice, unit);
    return day === null ? null : { day, area: await this.stays.areaOfUnit(unit.id, day) };
  }

  private asOf(choice: PeriodChoice, unit: UnitSeen): IsoDate | null {
    const today = unit.closedOn ?? this.clock.today();
    return asOfDay(choice, stretchesOf(choice, lastClosedWeek(today)), today) ?? unit.closedOn ?? null;
  }

  private period(query: Asked, unit: UnitSeen) {
    return readPeriod(query, lastClosedWeek(unit.closedOn ?? this.clock.today()));
  }
}
