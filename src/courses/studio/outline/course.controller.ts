import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Actor } from '../../../platform/actor.js';
import { msg, t } from '../../../platform/language/t.js';
import { Can } from '../../../platform/permissions.js';
import { By } from '../../../platform/web/by.js';
import { type Problem, readForm } from '../../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../../platform/web/reply.js';
import { postedFields } from '../blocks/posted.js';
import { orConflict } from '../conflict.presenter.js';
import { DraftPages, draftId } from '../draft-pages.service.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { NewDrafts } from '../drafts/new-drafts.service.js';
import { EditForm } from '../edit.forms.js';
import { positionOf } from '../lessons/lesson-at.js';
import { draftAboutPath, draftLessonPath, draftPath, studioPath } from '../paths.js';
import { studioPermissions } from '../studio.policy.js';
import { aboutConflict } from './about-conflict.presenter.js';
import { AboutForm } from './about.forms.js';
import { presentAbout } from './about.presenter.js';
import { coursePage } from './course.presenter.js';
import { presentHistory } from './history.presenter.js';
import { type About, setAbout } from './set-about.js';
import { UndoForm } from './undo.forms.js';

/** A draft as a whole: its first page, its facts, its history, and taking it off the desk. */
@Controller('studio/courses/:id')
export class DraftController {
  constructor(
    private readonly drafts: DraftsService,
    private readonly newDrafts: NewDrafts,
    private readonly pages: DraftPages,
  ) {}

  @Get()
  @Can(studioPermissions.read)
  async show(@By() actor: Actor, @Param('id') id: string): Promise<Reply> {
    return coursePage(await this.pages.facts(actor, id));
  }

  @Get('about')
  @Can(studioPermissions.write)
  about(@By() actor: Actor, @Param('id') id: string): Promise<Reply> {
    return this.aboutPage(actor, id, [], null);
  }

  @Post('about')
  @Can(studioPermissions.write)
  saveAbout(@By() actor: Actor, @Param('id') id: string, @Body() body: unknown): Promise<Reply> {
    return readForm(AboutForm, body).submit(
      async ({ revision, ...form }) => {
        const { draft } = await this.pages.facts(actor, id);
        const about: About = { ...form, slug: draft.courseId === null ? (form.slug ?? null) : null };
        const words = msg('Changed what the course is about');
        return orConflict(
          async () => {
            await this.drafts.change(actor, draft.id, revision, (content) => setAbout(content, about), words);
            return seeOther(postedFields(body).do === 'stay' ? draftAboutPath(draft.id) : draftPath(draft.id));
          },
          (clash) => aboutConflict(clash, about, body),
        );
      },
      (problems, form) => this.aboutPage(actor, id, problems, form),
    );
  }

  @Get('history')
  @Can(studioPermissions.read)
  async history(@By() actor: Actor, @Param('id') id: string): Promise<Reply> {
    return page('studio/history', presentHistory(await this.pages.facts(actor, id)), { bench: true });
  }

  @Post('undos')
  @Can(studioPermissions.write)
  undo(@By() actor: Actor, @Param('id') id: string, @Body() body: unknown): Promise<Reply> {
    return readForm(UndoForm, body).submit(
      async ({ revision, lesson, from }) => {
        const draft = await this.drafts.undo(actor, draftId(id), revision, from);
        const position = positionOf(draft.content, lesson);
        const flash = t('Undone.');
        return seeOther(position === null ? draftPath(draft.id) : draftLessonPath(draft.id, position), { flash });
      },
      (problems) => this.refused(actor, id, problems),
    );
  }

  @Post('deletions')
  @Can(studioPermissions.write)
  delete(@By() actor: Actor, @Param('id') id: string, @Body() body: unknown): Promise<Reply> {
    return readForm(EditForm, body).submit(
      async ({ revision }) => {
        await this.newDrafts.discard(actor, draftId(id), revision);
        return seeOther(studioPath(), { flash: t('The draft is deleted. You can bring it back below.') });
      },
      (problems) => this.refused(actor, id, problems),
    );
  }

  private async refused(actor: Actor, id: string, problems: Problem[]): Promise<Reply> {
    return coursePage(await this.pages.facts(actor, id), problems);
  }

  private async aboutPage(actor: Actor, id: string, problems: Problem[], typed: AboutForm | null): Promise<Reply> {
    const model = presentAbout(await this.pages.facts(actor, id), problems, typed);
    return page('studio/about', model, { status: problems.length > 0 ? 422 : 200, bench: true });
  }
}
