import { Controller, Get, Query } from '@nestjs/common';
import { NetworkQueries } from '../../network/network.queries.js';
import type { Actor } from '../../platform/actor.js';
import { t } from '../../platform/language/t.js';
import { Can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { type CsvDownload, csvDownload } from '../../platform/web/csv-download.js';
import { csvPath } from '../../platform/web/csv-path.js';
import type { Problem } from '../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import { devicesCsv, presentAllDevices } from './all-devices.presenter.js';
import { allDevicesPath, unitDevicesPath } from './paths.js';
import { sharedDevicePermissions } from './shared-devices.policy.js';
import { SharedDevicesQueries } from './shared-devices.queries.js';

/** Every shared device of the network, for administrators, and the way to a unit that has none yet. */
@Controller()
export class AllDevicesController {
  constructor(
    private readonly queries: SharedDevicesQueries,
    private readonly network: NetworkQueries,
  ) {}

  @Get(allDevicesPath)
  @Can(sharedDevicePermissions.overview)
  async list(@By() actor: Actor, @Query('unit') typed: unknown): Promise<Reply> {
    const code = typeof typed === 'string' ? typed.trim().slice(0, 40) : '';
    const unit = code === '' ? null : await this.network.unitByCode(actor, code);
    if (unit !== null) return seeOther(unitDevicesPath(unit.code));
    const problems: Problem[] =
      code === '' ? [] : [{ field: 'unit', sentence: t('No unit that is open today has that code.') }];
    const model = presentAllDevices(await this.queries.all(), code, problems);
    return page('sign-in/shared-devices/all-devices', model, { bench: true, status: problems.length > 0 ? 422 : 200 });
  }

  @Get(csvPath(allDevicesPath))
  @Can(sharedDevicePermissions.overview)
  async file(): Promise<CsvDownload> {
    return csvDownload('shared-devices.csv', devicesCsv(), await this.queries.all());
  }
}
