import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Actor } from '../../../platform/actor.js';
import { msg } from '../../../platform/language/t.js';
import { Can } from '../../../platform/permissions.js';
import { By } from '../../../platform/web/by.js';
import { type Problem, readForm } from '../../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../../platform/web/reply.js';
import { orConflict } from '../conflict.presenter.js';
import { DraftPages, draftId } from '../draft-pages.service.js';
import type { Draft } from '../drafts/draft.js';
import type { DraftContent } from '../drafts/draft-content.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { inWords } from '../drafts/words.js';
import { EditForm, LessonActForm, MoveForm } from '../edit.forms.js';
import { coursePage } from '../outline/course.presenter.js';
import { draftLessonPath, draftPath } from '../paths.js';
import { studioPermissions } from '../studio.policy.js';
import { lessonAt, lessonGone, positionOf } from './lesson-at.js';
import { addLesson, changeLesson, copyLesson, deleteLesson, moveLesson } from './lesson-edits.js';
import { lessonConflict } from './lesson-conflict.presenter.js';
import { presentLesson } from './lesson.presenter.js';
import { LessonForm } from './lessons.forms.js';

interface Params {
  id: string;
  position: string;
}

/** The lessons of a draft: what is done to their list, and the page of one with its blocks. */
@Controller('studio/courses/:id/lessons')
export class LessonsController {
  constructor(
    private readonly drafts: DraftsService,
    private readonly pages: DraftPages,
  ) {}

  @Post()
  @Can(studioPermissions.write)
  add(@By() actor: Actor, @Param('id') id: string, @Body() body: unknown): Promise<Reply> {
    return readForm(EditForm, body).submit(
      async ({ revision }) => {
        const draft = await this.drafts.change(actor, draftId(id), revision, addLesson, msg('Added a lesson'));
        return seeOther(draftLessonPath(draft.id, draft.content.lessons.length));
      },
      (problems) => this.outline(actor, id, problems),
    );
  }

  @Get(':position')
  @Can(studioPermissions.read)
  show(@By() actor: Actor, @Param() params: Params): Promise<Reply> {
    return this.lesson(actor, params, [], null);
  }

  @Post(':position')
  @Can(studioPermissions.write)
  save(@By() actor: Actor, @Param() params: Params, @Body() body: unknown): Promise<Reply> {
    return readForm(LessonForm, body).submit(
      (form) =>
        orConflict(
          async () => {
            const draft = await this.saved(actor, params, form);
            return seeOther(draftLessonPath(draft.id, positionOf(draft.content, form.lesson) ?? 1));
          },
          (clash) => lessonConflict(clash, params, body),
        ),
      (problems, form) => this.lesson(actor, params, problems, form),
    );
  }

  @Post(':position/moves')
  @Can(studioPermissions.write)
  move(@By() actor: Actor, @Param() params: Params, @Body() body: unknown): Promise<Reply> {
    return this.onOutline(actor, params, body, MoveForm, ({ lesson, way }) => ({
      change: (content) => moveLesson(content, lesson, way),
      words:
        way === 'up'
          ? inWords(msg('Moved lesson {n} up'), { n: params.position })
          : inWords(msg('Moved lesson {n} down'), { n: params.position }),
    }));
  }

  @Post(':position/copies')
  @Can(studioPermissions.write)
  copy(@By() actor: Actor, @Param() params: Params, @Body() body: unknown): Promise<Reply> {
    return this.onOutline(actor, params, body, LessonActForm, ({ lesson }) => ({
      change: (content) => copyLesson(content, lesson),
      words: inWords(msg('Duplicated lesson {n}'), { n: params.position }),
    }));
  }

  @Post(':position/deletions')
  @Can(studioPermissions.write)
  delete(@By() actor: Actor, @Param() params: Params, @Body() body: unknown): Promise<Reply> {
    return this.onOutline(actor, params, body, LessonActForm, ({ lesson }) => ({
      change: (content) => deleteLesson(content, lesson),
      words: inWords(msg('Deleted lesson {n}'), { n: params.position }),
    }));
  }

  private saved(actor: Actor, { id, position }: Params, form: LessonForm): Promise<Draft> {
    const { revision, lesson: key, title, minutes } = form;
    const change = (content: DraftContent) => {
      if (positionOf(content, key) === null) throw lessonGone();
      return changeLesson(content, key, (was) => ({ ...was, title, minutes }));
    };
    const words = inWords(msg('Changed the title or the minutes of lesson {n}'), { n: position });
    return this.drafts.change(actor, draftId(id), revision, change, words);
  }

  private onOutline<F extends EditForm>(
    actor: Actor,
    { id }: Params,
    body: unknown,
    type: new () => F,
    act: (form: F) => { change: (content: DraftContent) => DraftContent; words: string },
  ): Promise<Reply> {
    return readForm(type, body).submit(
      async (form) => {
        const { change, words } = act(form);
        const draft = await this.drafts.change(actor, draftId(id), form.revision, change, words);
        return seeOther(`${draftPath(draft.id)}#lessons`);
      },
      (problems) => this.outline(actor, id, problems),
    );
  }

  private async outline(actor: Actor, id: string, problems: Problem[]): Promise<Reply> {
    return coursePage(await this.pages.facts(actor, id), problems);
  }

  private async lesson(
    actor: Actor,
    { id, position }: Params,
    problems: Problem[],
    typed: LessonForm | null,
  ): Promise<Reply> {
    const facts = await this.pages.facts(actor, id);
    if (typed !== null && positionOf(facts.draft.content, typed.lesson) === null) return coursePage(facts, problems);
    const model = presentLesson(facts, lessonAt(facts.draft.content, position), problems, typed);
    return page('studio/lesson', model, { status: problems.length > 0 ? 422 : 200, bench: true });
  }
}
