import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { NotFound, RuleBroken } from '../../platform/errors.js';
import { FileImports } from '../../platform/files/file-imports.service.js';
import { Can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { type Problem, readForm } from '../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import { Traces } from '../changes/traces.service.js';
import type { UndoResult } from '../changes/undo-result.js';
import { Undo } from '../changes/undo.service.js';
import { importPath } from '../paths.js';
import type { Kind } from './kinds.js';
import { UndoForm } from './undo.forms.js';
import { presentUndo } from './undo.presenter.js';
import { UploadedFiles } from './uploaded-files.service.js';
import { UNDO_JOB } from './uploads.jobs.js';
import { uploadPermissions } from './uploads.policy.js';
import type { UploadedImport } from './uploads.service.js';

/** Taking back what the last file of a kind brought: what that would do, and the button. */
@Controller('admin/imports/:id/undo')
export class UndoController {
  constructor(
    private readonly imports: FileImports,
    private readonly files: UploadedFiles,
    private readonly undo: Undo,
    private readonly traces: Traces,
  ) {}

  @Get()
  @Can(uploadPermissions.import)
  async show(@By() actor: Actor, @Param('id') id: string): Promise<Reply> {
    return this.page(actor, await this.fileOf(id), []);
  }

  @Post()
  @Can(uploadPermissions.import)
  async begin(@By() actor: Actor, @Param('id') id: string, @Body() body: unknown): Promise<Reply> {
    const file = await this.fileOf(id);
    return readForm(UndoForm, body).submit(
      async ({ leave }) => {
        const options = { leave: leave === 'yes', undoneBy: actor.personId };
        await this.imports.begin(file.id, 'undoing', UNDO_JOB, options);
        return seeOther(importPath(file.id));
      },
      async (problems) => this.page(actor, await this.fileOf(id), problems),
    );
  }

  private async fileOf(id: string): Promise<UploadedImport> {
    const file = await this.files.one(id);
    if (!['taken', 'undoing', 'undone'].includes(file.state)) throw new NotFound();
    return file;
  }

  private async page(actor: Actor, file: UploadedImport, problems: readonly Problem[]): Promise<Reply> {
    const trial = file.state === 'taken' ? await this.tryOut(actor, file) : null;
    const model = presentUndo(file, trial, this.traces, problems);
    return page('network/undo', model, { bench: true, status: problems.length > 0 ? 422 : 200 });
  }

  /** What it would do, or why it cannot be done. */
  private async tryOut(actor: Actor, { id, kind }: UploadedImport): Promise<UndoResult | string> {
    const options = { dryRun: true, actorId: actor.personId, leave: true, fileImportId: id, progress: () => undefined };
    try {
      return await this.undo.run(kind as Kind, options);
    } catch (error) {
      if (error instanceof RuleBroken) return error.sentence;
      throw error;
    }
  }
}
