import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Actor } from '../../platform/actor.js';
import { t } from '../../platform/language/t.js';
import { Can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { type Problem, readForm } from '../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import { RowId } from '../../platform/web/row-id.js';
import { allDevicesPath, sharedDevicesPath, unitDevicesPath } from './paths.js';
import { Pins } from './pins.service.js';
import { DeviceNameForm, EnrolForm } from './shared-devices.forms.js';
import { sharedDevicePermissions } from './shared-devices.policy.js';
import { presentOwnUnits, presentUnitDevices } from './shared-devices.presenter.js';
import { SharedDevicesQueries, type UnitOfDevices } from './shared-devices.queries.js';
import { SharedDevices } from './shared-devices.service.js';
import { SharedSeats } from './shared-seats.service.js';

interface Refused {
  name: string;
  problems: readonly Problem[];
  /** The device whose name was refused; null for an enrolment. */
  id: number | null;
}

const ROUTE = `${sharedDevicesPath}/:code`;

const NOTHING_REFUSED: Refused = { name: '', problems: [], id: null };

/** Where the leader of a unit looks after the browsers that its people share. */
@Controller()
export class SharedDevicesController {
  constructor(
    private readonly service: SharedDevices,
    private readonly queries: SharedDevicesQueries,
    private readonly seats: SharedSeats,
    private readonly pins: Pins,
  ) {}

  @Get(sharedDevicesPath)
  @Can(sharedDevicePermissions.manage)
  async units(@By() actor: Actor): Promise<Reply> {
    if (actor.reach.network) return seeOther(allDevicesPath);
    const units = await this.service.units(actor);
    if (units.length === 1) return seeOther(unitDevicesPath(units[0]!.code));
    return page('sign-in/shared-devices/own-units', presentOwnUnits(units), { bench: true });
  }

  @Get(ROUTE)
  @Can(sharedDevicePermissions.manage)
  async list(@By() actor: Actor, @Param('code') code: string, @Req() request: Request): Promise<Reply> {
    return this.page(actor, await this.service.unit(actor, code), request, NOTHING_REFUSED);
  }

  @Post(ROUTE)
  @Can(sharedDevicePermissions.manage)
  async enrol(
    @By() actor: Actor,
    @Param('code') code: string,
    @Body() body: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Reply> {
    const unit = await this.service.unit(actor, code);
    return readForm(EnrolForm, body).submit(
      async ({ formToken, name }) => {
        const instead = request.shared?.device ?? null;
        this.seats.enrol(response, await this.service.enrol(actor, unit, { formToken, name, instead }));
        this.seats.forgetPeople(request, response);
        delete request.session.sharedDevice;
        const flash = t('This browser is now {device} of {unit}.', { device: name, unit: unit.name });
        return seeOther(unitDevicesPath(unit.code), { flash });
      },
      (problems, { name }) => this.page(actor, unit, request, { name, problems, id: null }),
    );
  }

  @Post(`${ROUTE}/:id/name`)
  @Can(sharedDevicePermissions.manage)
  async rename(
    @By() actor: Actor,
    @Param('code') code: string,
    @RowId() id: number,
    @Body() body: unknown,
    @Req() request: Request,
  ): Promise<Reply> {
    const unit = await this.service.unit(actor, code);
    return readForm(DeviceNameForm, body).submit(
      async ({ name }) => {
        await this.service.rename(actor, unit, id, name);
        return seeOther(unitDevicesPath(unit.code), { flash: t('Now it is called {device}.', { device: name }) });
      },
      (problems, { name }) => this.page(actor, unit, request, { name, problems, id }),
    );
  }

  @Post(`${ROUTE}/:id/revocation`)
  @Can(sharedDevicePermissions.manage)
  async revoke(
    @By() actor: Actor,
    @Param('code') code: string,
    @RowId() id: number,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Reply> {
    const unit = await this.service.unit(actor, code);
    await this.service.revoke(actor, unit, id);
    if (request.shared?.device.id === id) {
      this.seats.release(response);
      delete request.session.sharedDevice;
    }
    return seeOther(unitDevicesPath(unit.code), { flash: t('Revoked. That browser is an ordinary one again.') });
  }

  private async page(actor: Actor, unit: UnitOfDevices, request: Request, refused: Refused): Promise<Reply> {
    const facts = {
      unit,
      devices: await this.queries.ofUnit(unit.id),
      here: request.shared?.device ?? null,
      hasPin: (await this.pins.chosenAt(actor.personId)) !== null,
      form: { formToken: randomUUID(), name: refused.id === null ? refused.name : '' },
      renamed: refused.id === null ? null : { id: refused.id, name: refused.name },
      problems: refused.problems,
    };
    const status = refused.problems.length > 0 ? 422 : 200;
    return page('sign-in/shared-devices/unit-devices', presentUnitDevices(facts), { bench: true, status });
  }
}
