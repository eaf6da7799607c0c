import { Controller, Get, Query } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import type { IsoDate } from '../../platform/dates.js';
import { NotFound } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { Can } from '../../platform/permissions.js';
import { AuditTrail } from '../../platform/privacy/audit-trail.queries.js';
import { By } from '../../platform/web/by.js';
import type { Reply } from '../../platform/web/reply.js';
import { isDay } from '../imports/days.js';
import { exportPermissions } from './exports.policy.js';
import { NetworkFiles } from './network-files.service.js';

/** Units and people as files that can be imported again; who took everybody's names away is kept. */
@Controller('admin/exports')
export class ExportsController {
  constructor(
    private readonly files: NetworkFiles,
    private readonly trail: AuditTrail,
  ) {}

  @Get('units.csv')
  @Can(exportPermissions.export)
  units(@Query('on') on: unknown): Reply {
    return this.files.units(dayOf(on));
  }

  @Get('people.csv')
  @Can(exportPermissions.export)
  async people(@By() actor: Actor, @Query('on') on: unknown): Promise<Reply> {
    const day = dayOf(on);
    const detail = { on: day };
    await this.trail.looked({
      actorId: actor.personId,
      action: 'people.export',
      subjectKind: 'file',
      subjectId: 'people.csv',
      detail,
    });
    return this.files.people(day);
  }
}

function dayOf(on: unknown): IsoDate | null {
  if (on === undefined || on === '') return null;
  if (typeof on === 'string' && isDay(on)) return on;
  throw new NotFound(t('That is not a day of the calendar. Write it like 2026-04-01.'));
}
