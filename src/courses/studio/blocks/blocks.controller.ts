import { Body, Controller, Param, Post } from '@nestjs/common';
import type { Actor } from '../../../platform/actor.js';
import { msg } from '../../../platform/language/t.js';
import { Can } from '../../../platform/permissions.js';
import { By } from '../../../platform/web/by.js';
import { readForm } from '../../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../../platform/web/reply.js';
import { DraftPages, draftId } from '../draft-pages.service.js';
import type { DraftContent } from '../drafts/draft-content.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { inWords } from '../drafts/words.js';
import { LessonActForm, MoveForm } from '../edit.forms.js';
import { lessonAt, positionOf } from '../lessons/lesson-at.js';
import { presentLesson } from '../lessons/lesson.presenter.js';
import { draftBlockPath, draftLessonPath } from '../paths.js';
import { studioPermissions } from '../studio.policy.js';
import { addBlock, copyBlock, deleteBlock, moveBlock } from './block-edits.js';
import { AddBlockForm } from './blocks.forms.js';
import { BLOCK_WORDS, newBlock } from './new-block.js';

interface LessonParams {
  id: string;
  position: string;
}

interface BlockParams extends LessonParams {
  key: string;
}

/** What is done to the blocks of a lesson: each a small form that names the lesson, so that a move does not mislead it. */
@Controller('studio/courses/:id/lessons/:position/blocks')
export class BlocksController {
  constructor(
    private readonly drafts: DraftsService,
    private readonly pages: DraftPages,
  ) {}

  @Post()
  @Can(studioPermissions.write)
  add(@By() actor: Actor, @Param() params: LessonParams, @Body() body: unknown): Promise<Reply> {
    const { position: n } = params;
    return this.act(actor, params, body, AddBlockForm, (form) => ({
      change: (content) => addBlock(content, form.lesson, newBlock(form.kind)),
      words: inWords(msg('Added to lesson {n}: {name}'), { n, name: BLOCK_WORDS[form.kind].name }),
      goTo: (content, position) => {
        const added = content.lessons[position - 1]?.blocks.at(-1);
        return added && draftBlockPath(draftId(params.id), position, added.key);
      },
    }));
  }

  @Post(':key/moves')
  @Can(studioPermissions.write)
  move(@By() actor: Actor, @Param() params: BlockParams, @Body() body: unknown): Promise<Reply> {
    const { position: n, key } = params;
    return this.act(actor, params, body, MoveForm, ({ lesson, way }) => ({
      change: (content) => moveBlock(content, lesson, key, way),
      words: inWords(way === 'up' ? msg('Moved a block of lesson {n} up') : msg('Moved a block of lesson {n} down'), {
        n,
      }),
    }));
  }

  @Post(':key/copies')
  @Can(studioPermissions.write)
  copy(@By() actor: Actor, @Param() params: BlockParams, @Body() body: unknown): Promise<Reply> {
    const { position: n, key } = params;
    return this.act(actor, params, body, LessonActForm, ({ lesson }) => ({
      change: (content) => copyBlock(content, lesson, key),
      words: inWords(msg('Duplicated a block of lesson {n}'), { n }),
    }));
  }

  @Post(':key/deletions')
  @Can(studioPermissions.write)
  delete(@By() actor: Actor, @Param() params: BlockParams, @Body() body: unknown): Promise<Reply> {
    const { position: n, key } = params;
    return this.act(actor, params, body, LessonActForm, ({ lesson }) => ({
      change: (content) => deleteBlock(content, lesson, key),
      words: inWords(msg('Deleted a block of lesson {n}'), { n }),
      spot: null,
    }));
  }

  private act<F extends LessonActForm>(
    actor: Actor,
    params: LessonParams & { key?: string },
    body: unknown,
    type: new () => F,
    plan: (form: F) => Act,
  ): Promise<Reply> {
    return readForm(type, body).submit(
      async (form) => {
        const { change, words, goTo, spot = params.key ?? null } = plan(form);
        const { id, content } = await this.drafts.change(actor, draftId(params.id), form.revision, change, words);
        const position = positionOf(content, form.lesson) ?? 1;
        return seeOther(goTo?.(content, position) ?? draftLessonPath(id, position, spot));
      },
      async (problems) => {
        const facts = await this.pages.facts(actor, params.id);
        const model = presentLesson(facts, lessonAt(facts.draft.content, params.position), problems, null);
        return page('studio/lesson', model, { status: 422, bench: true });
      },
    );
  }
}

interface Act {
  change: (content: DraftContent) => DraftContent;
  words: string;
  /** Another page than the lesson's. */
  goTo?: (content: DraftContent, position: number) => string | undefined;
  /** The block at which the lesson's page opens. */
  spot?: string | null;
}
