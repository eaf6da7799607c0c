import { Controller, Get, Header, Param, Post } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors.js';
import { FileImports } from '../../platform/files/file-imports.service.js';
import { FileImportsQueries } from '../../platform/files/file-imports.queries.js';
import { type Ahead, presentProgress } from '../../platform/files/import-progress.presenter.js';
import { RejectsDownloads } from '../../platform/files/rejects-download.service.js';
import { t } from '../../platform/language/t.js';
import { Can, can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import type { Problem } from '../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import { feedbackPermissions } from '../feedback.policy.js';
import { ImportLock } from '../imports/import-lock.queries.js';
import { importPath, importsPath } from '../paths.js';
import { SourcesQueries } from '../sources/sources.queries.js';
import { UndoneImportsQueries } from '../undo/undo.queries.js';
import { importPage } from './import.presenter.js';
import { LOOK_JOB, RESPONSES, type SurveyOptions, type SurveyUpload, TAKE_JOB } from './survey-uploads.service.js';

/** One file of answers, from the dry run to its result. */
@Controller('feedback/imports/:id')
export class ImportController {
  constructor(
    private readonly imports: FileImports,
    private readonly queries: FileImportsQueries,
    private readonly sources: SourcesQueries,
    private readonly rejects: RejectsDownloads,
    private readonly undoing: UndoneImportsQueries,
    private readonly lock: ImportLock,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Can(feedbackPermissions.readImports)
  async show(@By() actor: Actor, @Param('id') id: string): Promise<Reply> {
    return this.page(actor, await this.uploadOf(id), []);
  }

  @Get('progress')
  @Header('Cache-Control', 'no-store')
  @Can(feedbackPermissions.readImports)
  async progress(@Param('id') id: string) {
    const upload = await this.uploadOf(id);
    return presentProgress(upload, await this.ahead(upload));
  }

  @Get('rejects')
  @Can(feedbackPermissions.readRejects)
  async downloadRejects(@By() actor: Actor, @Param('id') id: string): Promise<Reply> {
    const upload = await this.uploadOf(id);
    const list = (upload.result ?? upload.trial)?.rejects;
    const download = await this.rejects.of(list, `rejected-answers-${upload.id}.csv`);
    await this.imports.noteLook(actor.personId, upload.id);
    return download;
  }

  @Post('takings')
  @Can(feedbackPermissions.import)
  takeOver(@By() actor: Actor, @Param('id') id: string): Promise<Reply> {
    return this.begin(actor, id, 'taking');
  }

  @Post('looks')
  @Can(feedbackPermissions.import)
  lookAgain(@By() actor: Actor, @Param('id') id: string): Promise<Reply> {
    return this.begin(actor, id, 'looking');
  }

  @Post('stop')
  @Can(feedbackPermissions.import)
  async stop(@Param('id') id: string): Promise<Reply> {
    const upload = await this.uploadOf(id);
    const stopped = await this.imports.stop(upload.id);
    return seeOther(importPath(upload.id), { flash: stopped ? t('Stopped.') : t('It had ended already.') });
  }

  @Post('drop')
  @Can(feedbackPermissions.import)
  async drop(@Param('id') id: string): Promise<Reply> {
    const upload = await this.uploadOf(id);
    const dropped = await this.imports.drop(upload.id, upload.storedAs);
    const flash = dropped ? t('{file} has been thrown away.', { file: upload.fileName }) : t('It had ended already.');
    return seeOther(importsPath, { flash });
  }

  private async begin(actor: Actor, id: string, state: 'looking' | 'taking'): Promise<Reply> {
    const upload = await this.uploadOf(id);
    try {
      await this.imports.begin(upload.id, state, state === 'taking' ? TAKE_JOB : LOOK_JOB, {
        ...(state === 'taking' ? { takenBy: actor.personId } : { mappingId: await this.newestMapping(upload) }),
      });
      return seeOther(importPath(upload.id));
    } catch (error) {
      if (!(error instanceof RuleBroken)) throw error;
      return this.page(actor, await this.uploadOf(id), [{ field: null, sentence: error.sentence }]);
    }
  }

  private async newestMapping(upload: SurveyUpload): Promise<number> {
    const source = await this.sourceOf(upload);
    if (source?.mappingId) return source.mappingId;
    throw new RuleBroken(t('Say first which column is what.'));
  }

  /** What has the turn at this moment, also by command; else the file whose job was first. */
  private async ahead({ id }: SurveyUpload): Promise<Ahead> {
    const holder = await this.lock.ahead();
    return holder !== null && holder.fileImportId !== id ? holder : this.queries.ahead(id, [RESPONSES]);
  }

  private sourceOf({ options }: SurveyUpload) {
    const { sourceId } = options as SurveyOptions;
    return sourceId === undefined ? null : this.sources.one(sourceId, this.clock.now());
  }

  private uploadOf(id: string): Promise<SurveyUpload> {
    return this.imports.opened(id, [RESPONSES]);
  }

  private async page(actor: Actor, upload: SurveyUpload, problems: readonly Problem[]): Promise<Reply> {
    const [source, ahead, pastId] = await Promise.all([
      this.sourceOf(upload),
      this.ahead(upload),
      this.undoing.ofFile(upload.id),
    ]);
    const mayImport = can(actor, feedbackPermissions.import);
    const model = importPage(upload, { source, ahead, mayImport, pastId, problems });
    return page('feedback/import', model, { bench: true, status: problems.length > 0 ? 422 : 200 });
  }
}
