import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { NetworkQueries } from '../../network/network.queries.js';
import { canAt, placeOf, type Place } from '../../network/reach.js';
import type { Actor } from '../../platform/actor.js';
import { NotFound } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { Can, type Permission } from '../../platform/permissions.js';
import { sayList } from '../../platform/say.js';
import { By } from '../../platform/web/by.js';
import { readForm } from '../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import { dashboardPermissions } from '../dashboards.policy.js';
import type { RowsAre } from '../level.js';
import { MOST_CHARACTERS, placePathOf } from './paths.js';
import { TellForm } from './telling.forms.js';
import { tellPage, type TellDraft } from './tell.presenter.js';
import { Telling, type ToldPlace } from './telling.service.js';

/** A message to whoever leads a unit, an area or a region, begun by a card of a dashboard. */
@Controller()
export class TellingController {
  constructor(
    private readonly network: NetworkQueries,
    private readonly telling: Telling,
  ) {}

  @Get('units/:code/messages/new')
  @Can(dashboardPermissions.tellUnit)
  async newToUnit(@By() actor: Actor, @Param('code') code: string, @Query('words') words: unknown): Promise<Reply> {
    return this.form(actor, await this.unit(actor, code), draft(words));
  }

  @Post('units/:code/messages')
  @Can(dashboardPermissions.tellUnit)
  async toUnit(@By() actor: Actor, @Param('code') code: string, @Body() body: unknown): Promise<Reply> {
    return this.send(actor, await this.unit(actor, code), body);
  }

  @Get('areas/:code/messages/new')
  @Can(dashboardPermissions.tellArea)
  async newToArea(@By() actor: Actor, @Param('code') code: string, @Query('words') words: unknown): Promise<Reply> {
    return this.form(actor, await this.area(actor, code), draft(words));
  }

  @Post('areas/:code/messages')
  @Can(dashboardPermissions.tellArea)
  async toArea(@By() actor: Actor, @Param('code') code: string, @Body() body: unknown): Promise<Reply> {
    return this.send(actor, await this.area(actor, code), body);
  }

  @Get('regions/:code/messages/new')
  @Can(dashboardPermissions.tellRegion)
  async newToRegion(@By() actor: Actor, @Param('code') code: string, @Query('words') words: unknown): Promise<Reply> {
    return this.form(actor, await this.region(actor, code), draft(words));
  }

  @Post('regions/:code/messages')
  @Can(dashboardPermissions.tellRegion)
  async toRegion(@By() actor: Actor, @Param('code') code: string, @Body() body: unknown): Promise<Reply> {
    return this.send(actor, await this.region(actor, code), body);
  }

  private send(actor: Actor, place: ToldPlace, body: unknown): Promise<Reply> {
    return readForm(TellForm, body).submit(
      async (form) => {
        const readers = await this.telling.tell(actor, place, form);
        const names = sayList(readers.map(({ name }) => name));
        return seeOther(placePathOf(place.are, place.code), { flash: t('Sent to {names}.', { names }) });
      },
      (problems, { words }) => this.form(actor, place, { token: randomUUID(), words, problems }, 422),
    );
  }

  private async form(actor: Actor, place: ToldPlace, given: TellDraft, status = 200): Promise<Reply> {
    const model = tellPage(place, await this.telling.readers(actor, place), given);
    return page('dashboards/tell', model, { bench: true, status });
  }

  private async unit(actor: Actor, code: string): Promise<ToldPlace> {
    const unit = await this.network.unitByCode(actor, code);
    return told('units', actor, dashboardPermissions.tellUnit, unit, unit && placeOf(unit));
  }

  private async area(actor: Actor, code: string): Promise<ToldPlace> {
    const area = await this.network.areaByCode(actor, code);
    const place = area && { regionId: area.regionId, areaId: area.id };
    return told('areas', actor, dashboardPermissions.tellArea, area, place);
  }

  private async region(actor: Actor, code: string): Promise<ToldPlace> {
    const region = await this.network.regionByCode(actor, code);
    return told('regions', actor, dashboardPermissions.tellRegion, region, region && { regionId: region.id });
  }
}

type Named = { id: number; code: string; name: string } | null;

/** Where somebody may not write it is as if the place were not there. */
function told(are: RowsAre, actor: Actor, wanted: Permission, named: Named, place: Place | null): ToldPlace {
  if (!named || !place || !canAt(actor, wanted, place)) throw new NotFound();
  return { are, id: named.id, code: named.code, name: named.name };
}

function draft(words: unknown): TellDraft {
  const begun = typeof words === 'string' ? words.slice(0, MOST_CHARACTERS) : '';
  return { token: randomUUID(), words: begun, problems: [] };
}
