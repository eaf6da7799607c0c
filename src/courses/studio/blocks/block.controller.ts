import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Actor } from '../../../platform/actor.js';
import { NotFound } from '../../../platform/errors.js';
import { msg, t } from '../../../platform/language/t.js';
import { Can } from '../../../platform/permissions.js';
import { By } from '../../../platform/web/by.js';
import { type Problem, readForm } from '../../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../../platform/web/reply.js';
import { MEGABYTE, Upload, Uploaded } from '../../../platform/web/upload.js';
import type { ReceivedUpload } from '../../../platform/web/upload-file.js';
import { orConflict } from '../conflict.presenter.js';
import { DraftPages, draftId } from '../draft-pages.service.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { inWords } from '../drafts/words.js';
import { LessonActForm } from '../edit.forms.js';
import { Pictures } from '../images/pictures.service.js';
import { lessonAt, positionOf } from '../lessons/lesson-at.js';
import { coursePage } from '../outline/course.presenter.js';
import { draftBlockPath, draftLessonPath } from '../paths.js';
import { studioPermissions } from '../studio.policy.js';
import { blockConflict } from './block-conflict.presenter.js';
import { presentBlockPage } from './block.presenter.js';
import { BLOCK_WORDS, kindIn } from './new-block.js';
import { numberIn, type Posted, postedFields, textIn } from './posted.js';
import { blockAt, saveBlock } from './save-block.js';
import { spotAfter } from './spot-after.js';

interface Params {
  id: string;
  position: string;
  key: string;
}

const PICTURE = { field: 'picture', limit: 5 * MEGABYTE, keep: 'memory' } as const;

/** The page on which one block is written. */
@Controller('studio/courses/:id/lessons/:position/blocks/:key')
export class BlockController {
  constructor(
    private readonly drafts: DraftsService,
    private readonly pages: DraftPages,
    private readonly pictures: Pictures,
  ) {}

  @Get()
  @Can(studioPermissions.write)
  show(@By() actor: Actor, @Param() params: Params): Promise<Reply> {
    return this.blockPage(actor, params, []);
  }

  @Post()
  @Can(studioPermissions.write)
  save(@By() actor: Actor, @Param() params: Params, @Body() body: unknown): Promise<Reply> {
    return readForm(LessonActForm, body).submit(
      (form) => this.saved(actor, params, form, postedFields(body)),
      (problems) => this.blockPage(actor, params, problems, postedFields(body)),
    );
  }

  /** The form of an image block, with a new picture or without. */
  @Post('picture')
  @Can(studioPermissions.write)
  @Upload(PICTURE)
  savePicture(
    @By() actor: Actor,
    @Param() params: Params,
    @Body() body: unknown,
    @Uploaded() upload: ReceivedUpload,
  ): Promise<Reply> {
    return readForm(LessonActForm, body).submit(
      async (form) => {
        const src = upload.file === null ? textIn(postedFields(body), 'src') : await this.pictures.keep(upload.take());
        return this.saved(actor, params, form, { ...postedFields(body), src });
      },
      (problems) => this.blockPage(actor, params, problems, postedFields(body)),
    );
  }

  private saved(actor: Actor, params: Params, { revision, lesson }: LessonActForm, posted: Posted): Promise<Reply> {
    const spot = { lesson, key: params.key };
    return orConflict(
      async () => {
        const { name } = BLOCK_WORDS[kindIn(posted)];
        const block = String(numberIn(posted, 'blockNumber', 1, 999) ?? '');
        const words = inWords(msg('Wrote in lesson {n}, block {block}: {name}'), { n: params.position, block, name });
        const change = (content: Parameters<typeof saveBlock>[0]) => saveBlock(content, spot, posted);
        const draft = await this.drafts.change(actor, draftId(params.id), revision, change, words);
        const position = positionOf(draft.content, lesson) ?? 1;
        const stay = spotAfter(blockAt(draft.content, spot), posted);
        return seeOther(
          stay === null
            ? draftLessonPath(draft.id, position, params.key)
            : draftBlockPath(draft.id, position, params.key) + stay,
        );
      },
      (clash) => blockConflict(clash, { spot, position: Number(params.position), posted }),
    );
  }

  /** @param typed shown instead of what is saved, when it could not be saved */
  private async blockPage(actor: Actor, params: Params, problems: Problem[], typed?: Posted): Promise<Reply> {
    const facts = await this.pages.facts(actor, params.id);
    const { content: now } = facts.draft;
    if (typed !== undefined && positionOf(now, textIn(typed, 'lesson')) === null) return coursePage(facts, problems);
    const at = lessonAt(now, params.position);
    const spot = { lesson: at.lesson.key, key: params.key };
    const content = typed === undefined ? now : saveBlock(now, spot, typed);
    const block = blockAt(content, spot);
    if (block === null) throw new NotFound(t('That block isn’t in this lesson. It may have been moved or deleted.'));
    const model = presentBlockPage(facts, { at, block, problems });
    return page('studio/block', model, { status: problems.length > 0 ? 422 : 200, bench: true });
  }
}
