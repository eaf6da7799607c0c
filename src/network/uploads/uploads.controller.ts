import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { londonDate } from '../../platform/dates.js';
import { FileImports } from '../../platform/files/file-imports.service.js';
import { FileImportsQueries } from '../../platform/files/file-imports.queries.js';
import { Can, can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { type Problem, readForm } from '../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import type { ReceivedUpload } from '../../platform/web/upload-file.js';
import { MEGABYTE, Upload, Uploaded } from '../../platform/web/upload.js';
import type { ImportResult } from '../imports/import-result.js';
import { importPath } from '../paths.js';
import { KINDS } from './kinds.js';
import { UploadForm } from './uploads.forms.js';
import { LOOK_JOB } from './uploads.jobs.js';
import { uploadPermissions } from './uploads.policy.js';
import { presentUploads } from './uploads.presenter.js';

const SHOWN = 50;

/** Units and people by upload: the two forms, and who imported what. */
@Controller('admin/imports')
export class UploadsController {
  constructor(
    private readonly imports: FileImports,
    private readonly queries: FileImportsQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Can(uploadPermissions.read)
  index(@By() actor: Actor): Promise<Reply> {
    return this.show(actor, [], {});
  }

  @Post()
  @Can(uploadPermissions.import)
  @Upload({ field: 'file', limit: 200 * MEGABYTE, keep: 'disk' })
  receive(@By() actor: Actor, @Uploaded() upload: ReceivedUpload, @Body() body: unknown): Promise<Reply> {
    return readForm(UploadForm, body).submit(
      async ({ kind, formToken, snapshot }) => {
        const id = await this.imports.receive({
          kind,
          file: upload.take(),
          formToken,
          options: { snapshot: snapshot === 'yes' },
          actorId: actor.personId,
          lookJob: LOOK_JOB,
        });
        return seeOther(importPath(id));
      },
      (problems, value) => this.show(actor, problems, value),
    );
  }

  private async show(actor: Actor, problems: readonly Problem[], chosen: Partial<UploadForm>): Promise<Reply> {
    const files = await this.queries.list<ImportResult, ImportResult>(KINDS, SHOWN);
    const mayImport = can(actor, uploadPermissions.import);
    const today = londonDate(this.clock.now());
    const model = presentUploads(files, { mayImport, today, formToken: randomUUID(), problems, chosen });
    return page('network/uploads', model, { bench: true, status: problems.length > 0 ? 422 : 200 });
  }
}
