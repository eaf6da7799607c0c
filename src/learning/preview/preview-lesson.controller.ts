import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { readAnswer } from '../../assessment/questions/posted-answer.js';
import { draftId } from '../../courses/studio/draft-pages.service.js';
import type { Draft } from '../../courses/studio/drafts/draft.js';
import { DraftsService } from '../../courses/studio/drafts/drafts.service.js';
import { type LessonAt, lessonAt } from '../../courses/studio/lessons/lesson-at.js';
import { studioPermissions } from '../../courses/studio/studio.policy.js';
import type { Actor } from '../../platform/actor.js';
import { Can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { type Problem, readForm } from '../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import { AnswerForm, PlayerForm, TurnForm } from '../player/learning.forms.js';
import { nowId } from '../player/scenario.presenter.js';
import { stepsOf } from '../places/place.js';
import { afterLesson } from '../steps.js';
import { previewEndPath, previewLessonPath, previewQuizPath } from './paths.js';
import { checkIn, said, takenBack } from './preview-answers.js';
import { presentPreviewLesson } from './preview-lesson.presenter.js';
import { placeIn } from './preview-place.js';
import { hasQuestions } from './preview-quiz.js';
import { type PreviewState, readState, withChosen, withTurns, writeState } from './preview-state.js';

interface Params {
  id: string;
  position: string;
}

interface BlockParams extends Params {
  key: string;
}

interface Refused {
  key: string | null;
  problems: Problem[];
}

/** The lessons of a draft with the player's own templates. What is said and answered goes along in the address. */
@Controller('studio/courses/:id/preview/lessons/:position')
export class PreviewLessonController {
  constructor(private readonly drafts: DraftsService) {}

  @Get()
  @Can(studioPermissions.read)
  show(@By() actor: Actor, @Param() params: Params, @Query('s') s: unknown): Promise<Reply> {
    return this.lesson(actor, params, readState(s), { key: null, problems: [] });
  }

  @Post('reads')
  @Can(studioPermissions.read)
  async read(@By() actor: Actor, @Param() params: Params): Promise<Reply> {
    const { draft, position } = await this.find(actor, params);
    const place = placeIn(draft, position);
    const read = [...place.read, position];
    const onward = afterLesson({ ...stepsOf(place), read }, place.version.completionRule, position);
    if (onward.to === 'lesson') return seeOther(previewLessonPath(draft.id, onward.position));
    return seeOther(
      onward.to === 'quiz' && hasQuestions(draft) ? previewQuizPath(draft.id, 1) : previewEndPath(draft.id),
    );
  }

  @Post('blocks/:key/turns')
  @Can(studioPermissions.read)
  say(@By() actor: Actor, @Param() params: BlockParams, @Query('s') s: unknown, @Body() body: unknown): Promise<Reply> {
    return this.inBlock(actor, params, s, body, TurnForm, (lesson, state, { shown, node, choice }) => ({
      state: withTurns(state, params.key, said(lesson, params.key, state, shown, { node, choice })),
      spot: nowId(params.key),
    }));
  }

  @Post('blocks/:key/answers')
  @Can(studioPermissions.read)
  answer(
    @By() actor: Actor,
    @Param() params: BlockParams,
    @Query('s') s: unknown,
    @Body() body: unknown,
  ): Promise<Reply> {
    return this.inBlock(actor, params, s, body, AnswerForm, (lesson, state, { answer }) => ({
      state: withChosen(state, params.key, readAnswer(checkIn(lesson, params.key), answer).chosen),
      spot: params.key,
    }));
  }

  @Post('blocks/:key/restarts')
  @Can(studioPermissions.read)
  startAgain(
    @By() actor: Actor,
    @Param() params: BlockParams,
    @Query('s') s: unknown,
    @Body() body: unknown,
  ): Promise<Reply> {
    return this.inBlock(actor, params, s, body, PlayerForm, (_lesson, state) => ({
      state: takenBack(state, params.key),
      spot: params.key,
    }));
  }

  private inBlock<F extends PlayerForm>(
    actor: Actor,
    params: BlockParams,
    s: unknown,
    body: unknown,
    type: new () => F,
    act: (lesson: LessonAt['lesson'], state: PreviewState, form: F) => { state: PreviewState; spot: string },
  ): Promise<Reply> {
    const before = readState(s);
    return readForm(type, body).submit(
      async (form) => {
        const { draft, lesson, position } = await this.find(actor, params);
        const { state, spot } = act(lesson, before, form);
        return seeOther(previewLessonPath(draft.id, position, writeState(state), spot));
      },
      (problems) => this.lesson(actor, params, before, { key: params.key, problems }),
    );
  }

  private async lesson(actor: Actor, params: Params, state: PreviewState, refused: Refused): Promise<Reply> {
    const found = await this.find(actor, params);
    const status = refused.problems.length > 0 ? 422 : 200;
    const model = presentPreviewLesson({ ...found, state, refused });
    return page('learning/lesson', model, { layout: 'player', status, frames: 'inside' });
  }

  private async find(actor: Actor, { id, position }: Params): Promise<LessonAt & { draft: Draft }> {
    const draft = await this.drafts.open(draftId(id), actor);
    return { draft, ...lessonAt(draft.content, position) };
  }
}
