import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { RuleBroken } from '../../platform/errors.js';
import { FileImports } from '../../platform/files/file-imports.service.js';
import { t } from '../../platform/language/t.js';
import { Can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { type Problem, readForm } from '../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import type { ReceivedUpload } from '../../platform/web/upload-file.js';
import { Upload, Uploaded } from '../../platform/web/upload.js';
import { feedbackPermissions } from '../feedback.policy.js';
import { MappingInvalid } from '../imports/mapping.js';
import { importPath, mappingPath } from '../paths.js';
import { RESPONSES, type SurveyUpload, SurveyUploads } from '../uploads/survey-uploads.service.js';
import { type MappingDraft, MappingDrafts } from './mapping-drafts.service.js';
import { MAPPING_FILE, mappingPage } from './mapping.presenter.js';
import { choicesIn } from './posted-choices.js';
import { MOST_MAPPING_BYTES, readSentMapping } from './sent-mapping.js';
import { MappingForm } from './sources.forms.js';

/** Which column of a file is what, with twenty rows as they will be stored beside it. */
@Controller('feedback/imports/:id/mapping')
export class MappingController {
  constructor(
    private readonly files: FileImports,
    private readonly drafts: MappingDrafts,
    private readonly uploads: SurveyUploads,
  ) {}

  @Get()
  @Can(feedbackPermissions.import)
  async show(@Param('id') id: string, @Query('version') version: unknown): Promise<Reply> {
    const again = typeof version === 'string' && /^\d{1,6}$/.test(version) ? Number(version) : null;
    return this.page(await this.drafts.open(await this.uploadOf(id), null, again), []);
  }

  @Post()
  @Can(feedbackPermissions.import)
  async choose(@By() actor: Actor, @Param('id') id: string, @Body() body: unknown): Promise<Reply> {
    const upload = await this.uploadOf(id);
    return readForm(MappingForm, body).submit(
      async (form) => {
        const { choices } = await this.drafts.open(upload, choicesIn(form));
        await this.uploads.choose(upload.id, choices);
        if (form.act === 'show') return seeOther(`${mappingPath(upload.id)}#rows`);
        await this.uploads.saveMapping(upload, choices, actor.personId);
        return seeOther(importPath(upload.id));
      },
      async (problems) => this.page(await this.drafts.open(await this.uploadOf(id)), problems),
    );
  }

  /** Fills the form in by a mapping from somebody’s disk: it is seen with the rows before anything is saved. */
  @Post('file')
  @Can(feedbackPermissions.import)
  @Upload({ field: MAPPING_FILE, limit: MOST_MAPPING_BYTES, keep: 'memory' })
  async fillIn(@Param('id') id: string, @Uploaded() sent: ReceivedUpload): Promise<Reply> {
    const upload = await this.uploadOf(id);
    try {
      const { name, content } = sent.take();
      await this.uploads.choose(upload.id, await this.drafts.read(upload, readSentMapping(content)));
      return seeOther(mappingPath(upload.id), {
        flash: t('The form is filled in from {file}. Nothing is saved until you say so.', { file: name }),
      });
    } catch (error) {
      if (!(error instanceof RuleBroken)) throw error;
      const sentences = error instanceof MappingInvalid ? error.sentences : [error.sentence];
      const problems = sentences.map((sentence) => ({ field: MAPPING_FILE, sentence }));
      return this.page(await this.drafts.open(upload), problems);
    }
  }

  private uploadOf(id: string): Promise<SurveyUpload> {
    return this.files.opened(id, [RESPONSES]);
  }

  private page(draft: MappingDraft, problems: readonly Problem[]): Reply {
    const model = mappingPage(draft, problems);
    return page('feedback/mapping', model, { bench: true, status: problems.length > 0 ? 422 : 200 });
  }
}
