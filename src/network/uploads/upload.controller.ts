import { Body, Controller, Get, Header, Param, Post } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { FileImports } from '../../platform/files/file-imports.service.js';
import { FileImportsQueries } from '../../platform/files/file-imports.queries.js';
import { presentProgress } from '../../platform/files/import-progress.presenter.js';
import { t } from '../../platform/language/t.js';
import { Can, can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { type Problem, readForm } from '../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import { UndoQueries } from '../changes/undo.queries.js';
import { importPath, importsPath } from '../paths.js';
import { KINDS, type Kind } from './kinds.js';
import { presentUpload } from './upload.presenter.js';
import { UploadedFiles } from './uploaded-files.service.js';
import { TakeOverForm } from './uploads.forms.js';
import { LOOK_JOB, TAKE_JOB } from './uploads.jobs.js';
import { uploadPermissions } from './uploads.policy.js';
import type { UploadedImport } from './uploads.service.js';

/** One file of units or people, from the dry run to its result. */
@Controller('admin/imports/:id')
export class UploadController {
  constructor(
    private readonly imports: FileImports,
    private readonly queries: FileImportsQueries,
    private readonly files: UploadedFiles,
    private readonly undoable: UndoQueries,
  ) {}

  @Get()
  @Can(uploadPermissions.read)
  async show(@By() actor: Actor, @Param('id') id: string): Promise<Reply> {
    return this.page(actor, await this.files.one(id), []);
  }

  @Get('progress')
  @Header('Cache-Control', 'no-store')
  @Can(uploadPermissions.read)
  async progress(@Param('id') id: string) {
    const file = await this.files.one(id);
    return presentProgress(file, await this.queries.ahead(file.id, KINDS));
  }

  @Post('takings')
  @Can(uploadPermissions.import)
  async takeOver(@By() actor: Actor, @Param('id') id: string, @Body() body: unknown): Promise<Reply> {
    const file = await this.files.one(id);
    return readForm(TakeOverForm, body).submit(
      async ({ agreed = 0 }) => {
        await this.imports.begin(file.id, 'taking', TAKE_JOB, { agreed, takenBy: actor.personId });
        return seeOther(importPath(file.id));
      },
      async (problems) => this.page(actor, await this.files.one(id), problems),
    );
  }

  @Post('looks')
  @Can(uploadPermissions.import)
  async lookAgain(@By() actor: Actor, @Param('id') id: string): Promise<Reply> {
    const file = await this.files.one(id);
    return readForm(TakeOverForm, {}).submit(
      async () => {
        await this.imports.begin(file.id, 'looking', LOOK_JOB);
        return seeOther(importPath(file.id));
      },
      async (problems) => this.page(actor, await this.files.one(id), problems),
    );
  }

  @Post('stop')
  @Can(uploadPermissions.import)
  async stop(@Param('id') id: string): Promise<Reply> {
    const file = await this.files.one(id);
    const stopped = await this.imports.stop(file.id);
    const flash = stopped ? t('Stopped. Nothing was imported.') : t('It had ended already.');
    return seeOther(importPath(file.id), { flash });
  }

  @Post('drop')
  @Can(uploadPermissions.import)
  async drop(@Param('id') id: string): Promise<Reply> {
    const file = await this.files.one(id);
    const dropped = await this.imports.drop(file.id, file.storedAs);
    const flash = dropped ? t('{file} has been thrown away.', { file: file.fileName }) : t('It had ended already.');
    return seeOther(importsPath, { flash });
  }

  private async page(actor: Actor, file: UploadedImport, problems: readonly Problem[]): Promise<Reply> {
    const ahead = await this.queries.ahead(file.id, KINDS);
    const mayImport = can(actor, uploadPermissions.import);
    const last = file.state === 'taken' ? await this.undoable.last(file.kind as Kind) : null;
    const isLast = last?.fileImportId === file.id && last.undoneAt === null;
    const model = presentUpload(file, { mayImport, mayUndo: mayImport && isLast, ahead, problems });
    return page('network/upload', model, { bench: true, status: problems.length > 0 ? 422 : 200 });
  }
}
