import { Controller, Get, Param, Query } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { NotFound } from '../../platform/errors.js';
import { FileImports } from '../../platform/files/file-imports.service.js';
import { RejectsDownloads } from '../../platform/files/rejects-download.service.js';
import { t } from '../../platform/language/t.js';
import { Can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { page, type Reply } from '../../platform/web/reply.js';
import { ReportPages } from '../imports/report-pages.service.js';
import { allOf, readReportPage } from './findings.js';
import { presentFindings } from './findings.presenter.js';
import { UploadedFiles } from './uploaded-files.service.js';
import { uploadPermissions } from './uploads.policy.js';
import type { UploadedImport } from './uploads.service.js';

/** All that a file would do or did, row by row: on pages and as files. Who has read names and addresses there is kept. */
@Controller('admin/imports/:id')
export class FindingsController {
  constructor(
    private readonly files: UploadedFiles,
    private readonly imports: FileImports,
    private readonly downloads: RejectsDownloads,
    private readonly pages: ReportPages,
  ) {}

  @Get('changes')
  @Can(uploadPermissions.readRejects)
  async changes(@By() actor: Actor, @Param('id') id: string, @Query() query: Record<string, unknown>): Promise<Reply> {
    const file = await this.files.one(id);
    const counts = file.result ?? file.trial;
    const wanted = counts && readReportPage(query, counts);
    const rows = wanted && (await this.pages.rows(counts.differences, wanted));
    if (!rows) throw new NotFound(t('Nothing is listed for this import, or its list has been deleted by now.'));
    await this.imports.noteLook(actor.personId, file.id);
    const at = { ...wanted, total: allOf(counts, wanted.kind) };
    return page('network/findings', presentFindings(file, counts, rows, at), { bench: true });
  }

  @Get('rejects')
  @Can(uploadPermissions.readRejects)
  async rejects(@By() actor: Actor, @Param('id') id: string): Promise<Reply> {
    const file = await this.files.one(id);
    return this.download(actor, file, 'rejects', `rejected-${file.kind}-${file.id}.csv`);
  }

  @Get('differences')
  @Can(uploadPermissions.readRejects)
  async differences(@By() actor: Actor, @Param('id') id: string): Promise<Reply> {
    const file = await this.files.one(id);
    return this.download(actor, file, 'differences', `differences-${file.kind}-${file.id}.csv`);
  }

  private async download(
    { personId }: Actor,
    { id, result, trial }: UploadedImport,
    list: 'rejects' | 'differences',
    fileName: string,
  ): Promise<Reply> {
    const download = await this.downloads.of((result ?? trial)?.[list], fileName);
    await this.imports.noteLook(personId, id);
    return download;
  }
}
