import { Controller, Get, Header, Param, Post } from '@nestjs/common';
import type { Actor } from '../../../platform/actor.js';
import { RuleBroken } from '../../../platform/errors.js';
import { FileImportsQueries } from '../../../platform/files/file-imports.queries.js';
import { FileImports } from '../../../platform/files/file-imports.service.js';
import { presentProgress } from '../../../platform/files/import-progress.presenter.js';
import { RejectsDownloads } from '../../../platform/files/rejects-download.service.js';
import { t } from '../../../platform/language/t.js';
import { Can, can } from '../../../platform/permissions.js';
import { By } from '../../../platform/web/by.js';
import type { Problem } from '../../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../../platform/web/reply.js';
import { metricsPermissions } from '../metrics.policy.js';
import { metricPath, valueFilePath } from '../paths.js';
import { valueFilePage } from './value-file.presenter.js';
import { LOOK_JOB, TAKE_JOB, type ValueUpload, ValueUploads, VALUES } from './value-uploads.service.js';

/** One file of values, from the dry run to its result. */
@Controller('feedback/number-files/:id')
export class ValueFileController {
  constructor(
    private readonly files: FileImports,
    private readonly queries: FileImportsQueries,
    private readonly uploads: ValueUploads,
    private readonly rejects: RejectsDownloads,
  ) {}

  @Get()
  @Can(metricsPermissions.read)
  async show(@By() actor: Actor, @Param('id') id: string): Promise<Reply> {
    return this.page(actor, await this.uploadOf(id), []);
  }

  @Get('progress')
  @Header('Cache-Control', 'no-store')
  @Can(metricsPermissions.read)
  async progress(@Param('id') id: string) {
    const upload = await this.uploadOf(id);
    return presentProgress(upload, await this.queries.ahead(upload.id, [VALUES]));
  }

  @Get('rejects')
  @Can(metricsPermissions.read)
  async downloadRejects(@By() actor: Actor, @Param('id') id: string): Promise<Reply> {
    const upload = await this.uploadOf(id);
    const download = await this.rejects.of(
      (upload.result ?? upload.trial)?.rejects,
      `rejected-values-${upload.id}.csv`,
    );
    await this.files.noteLook(actor.personId, upload.id);
    return download;
  }

  @Post('takings')
  @Can(metricsPermissions.manage)
  takeOver(@By() actor: Actor, @Param('id') id: string): Promise<Reply> {
    return this.begin(actor, id, 'taking');
  }

  @Post('looks')
  @Can(metricsPermissions.manage)
  lookAgain(@By() actor: Actor, @Param('id') id: string): Promise<Reply> {
    return this.begin(actor, id, 'looking');
  }

  @Post('stop')
  @Can(metricsPermissions.manage)
  async stop(@Param('id') id: string): Promise<Reply> {
    const upload = await this.uploadOf(id);
    const stopped = await this.files.stop(upload.id);
    return seeOther(valueFilePath(upload.id), { flash: stopped ? t('Stopped.') : t('It had ended already.') });
  }

  @Post('drop')
  @Can(metricsPermissions.manage)
  async drop(@Param('id') id: string): Promise<Reply> {
    const upload = await this.uploadOf(id);
    const metric = await this.uploads.metricOf(upload);
    const dropped = await this.files.drop(upload.id, upload.storedAs);
    const flash = dropped ? t('{file} has been thrown away.', { file: upload.fileName }) : t('It had ended already.');
    return seeOther(metricPath(metric.key), { flash });
  }

  private async begin(actor: Actor, id: string, state: 'looking' | 'taking'): Promise<Reply> {
    const upload = await this.uploadOf(id);
    try {
      const options = state === 'taking' ? { takenBy: actor.personId } : {};
      await this.files.begin(upload.id, state, state === 'taking' ? TAKE_JOB : LOOK_JOB, options);
      return seeOther(valueFilePath(upload.id));
    } catch (error) {
      if (!(error instanceof RuleBroken)) throw error;
      return this.page(actor, await this.uploadOf(id), [{ field: null, sentence: error.sentence }]);
    }
  }

  private uploadOf(id: string): Promise<ValueUpload> {
    return this.files.opened(id, [VALUES]);
  }

  private async page(actor: Actor, upload: ValueUpload, problems: readonly Problem[]): Promise<Reply> {
    const [metric, ahead] = await Promise.all([this.uploads.metricOf(upload), this.queries.ahead(upload.id, [VALUES])]);
    const mayManage = can(actor, metricsPermissions.manage);
    const model = valueFilePage(upload, { metric, ahead, mayManage, problems });
    return page('feedback/number-file', model, { bench: true, status: problems.length > 0 ? 422 : 200 });
  }
}
