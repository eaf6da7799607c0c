import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Config } from '../../platform/config.js';
import { Can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { type Problem, readForm } from '../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import { reachAs } from '../../network/reach.js';
import { AccountQueries } from '../account/account.queries.js';
import { codeSheetPath, codeSheetsPath } from '../paths.js';
import { presentSheet } from './code-sheet.presenter.js';
import { presentChoices, presentCodeUnits } from './choose-people.presenter.js';
import { CodeSheetForm, UnitForm } from './first-codes.forms.js';
import { CODE_MAKERS, firstCodePermissions } from './first-codes.policy.js';
import { FirstCodes } from './first-codes.service.js';

/** Where leaders of units and administrators print codes to hand over. */
@Controller(codeSheetsPath)
export class CodeSheetController {
  constructor(
    private readonly service: FirstCodes,
    private readonly account: AccountQueries,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Straight to the unit for whoever leads one only. */
  @Get()
  @Can(firstCodePermissions.make)
  async units(@By() actor: Actor, @Query('unit') code: unknown): Promise<Reply> {
    const led = actor.posts.filter(({ role, place }) => CODE_MAKERS.includes(role) && place.kind === 'unit');
    const places = await this.account.placesOf(actor.personId, led, this.clock.today());
    const { network, regionIds, areaIds } = reachAs(actor, CODE_MAKERS);
    const further = network || regionIds.length + areaIds.length > 0;
    if (typeof code === 'string') return this.lookUp(actor, code, places);
    if (places.length === 1 && !further) return seeOther(codeSheetPath(places[0]!.code));
    return page('sign-in/code-units', presentCodeUnits(places, '', []), { bench: true });
  }

  @Get(':code')
  @Can(firstCodePermissions.make)
  choose(@By() actor: Actor, @Param('code') code: string, @Query('person') person: unknown): Promise<Reply> {
    return this.form(actor, code, typeof person === 'string' ? [person] : null, []);
  }

  /** Answers the sheet itself: the codes are on it, and nowhere else. */
  @Post(':code')
  @HttpCode(200)
  @Can(firstCodePermissions.make)
  async make(@By() actor: Actor, @Param('code') code: string, @Body() body: unknown): Promise<Reply> {
    const unit = await this.service.unit(actor, code);
    return readForm(CodeSheetForm, body).submit(
      async ({ formToken, person }) => {
        const codes = await this.service.make(actor, unit, formToken, person);
        return page('sign-in/code-sheet', presentSheet(unit, codes, { url: this.config.url, madeAt: new Date() }));
      },
      (problems, { person }) => this.form(actor, code, person, problems),
    );
  }

  private async lookUp(actor: Actor, typed: string, places: Parameters<typeof presentCodeUnits>[0]): Promise<Reply> {
    return readForm(UnitForm, { unit: typed }).submit(
      async ({ unit }) => seeOther(codeSheetPath((await this.service.unitIfLed(actor, unit)).code)),
      (problems) => page('sign-in/code-units', presentCodeUnits(places, typed, problems), { bench: true, status: 422 }),
    );
  }

  private async form(actor: Actor, code: string, chosen: readonly string[] | null, problems: readonly Problem[]) {
    const unit = await this.service.unit(actor, code);
    const choices = await this.service.choices(actor, unit);
    const passwords = this.config.passwordOnlyFor === null;
    const model = presentChoices(unit, choices, { chosen, problems, passwords, formToken: randomUUID() });
    return page('sign-in/code-people', model, { bench: true, status: problems.length > 0 ? 422 : 200 });
  }
}
