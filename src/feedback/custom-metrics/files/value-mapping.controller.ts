import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Actor } from '../../../platform/actor.js';
import { Clock } from '../../../platform/clock.js';
import { FileImports } from '../../../platform/files/file-imports.service.js';
import { Can } from '../../../platform/permissions.js';
import { By } from '../../../platform/web/by.js';
import { type Problem, readForm } from '../../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../../platform/web/reply.js';
import type { ReceivedUpload } from '../../../platform/web/upload-file.js';
import { GIGABYTE, Upload, Uploaded } from '../../../platform/web/upload.js';
import { ValueFileForm, ValueMappingForm } from '../metrics.forms.js';
import { metricsPermissions } from '../metrics.policy.js';
import { Metrics } from '../metrics.service.js';
import { valueFilePath, valueMappingPath } from '../paths.js';
import { valueFileForm, valueMappingPage } from './value-mapping.presenter.js';
import { readValueMapping } from './value-mapping.js';
import { type ValueDraft, type ValueUpload, ValueUploads, VALUES } from './value-uploads.service.js';

/** A file of values is sent, and its columns chosen with twenty rows beside them as they will be stored. */
@Controller('feedback')
export class ValueMappingController {
  constructor(
    private readonly metrics: Metrics,
    private readonly files: FileImports,
    private readonly uploads: ValueUploads,
    private readonly clock: Clock,
  ) {}

  @Post('numbers/:key/files')
  @Can(metricsPermissions.manage)
  @Upload({ field: 'file', limit: 2 * GIGABYTE, keep: 'disk' })
  async receive(
    @By() actor: Actor,
    @Param('key') key: string,
    @Uploaded() upload: ReceivedUpload,
    @Body() body: unknown,
  ): Promise<Reply> {
    const metric = await this.metrics.named(key);
    return readForm(ValueFileForm, body).submit(
      async ({ formToken }) => {
        const id = await this.uploads.receive(metric, upload.take(), formToken, actor.personId);
        return seeOther(valueMappingPath(id));
      },
      (problems) => page('feedback/number-send', valueFileForm(metric, problems), { bench: true, status: 422 }),
    );
  }

  @Get('number-files/:id/mapping')
  @Can(metricsPermissions.manage)
  async show(@Param('id') id: string): Promise<Reply> {
    return this.page(await this.uploads.open(await this.uploadOf(id)), []);
  }

  @Post('number-files/:id/mapping')
  @Can(metricsPermissions.manage)
  async choose(@By() actor: Actor, @Param('id') id: string, @Body() body: unknown): Promise<Reply> {
    const upload = await this.uploadOf(id);
    return readForm(ValueMappingForm, body).submit(
      async ({ act, ...form }) => {
        const mapping = readValueMapping(form);
        await this.uploads.choose(upload.id, mapping);
        if (act === 'show') return seeOther(`${valueMappingPath(upload.id)}#rows`);
        await this.uploads.save(await this.uploads.open(upload, mapping), mapping, actor.personId);
        return seeOther(valueFilePath(upload.id));
      },
      async (problems) => this.page(await this.uploads.open(await this.uploadOf(id)), problems),
    );
  }

  private uploadOf(id: string): Promise<ValueUpload> {
    return this.files.opened(id, [VALUES]);
  }

  private page(draft: ValueDraft, problems: readonly Problem[]): Reply {
    const model = valueMappingPage(draft, this.clock.today(), problems);
    return page('feedback/number-mapping', model, { bench: true, status: problems.length > 0 ? 422 : 200 });
  }
}
