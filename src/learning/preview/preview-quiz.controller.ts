import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Rehearsals, type Rehearsed } from '../../assessment/attempts/rehearsals.service.js';
import { draftId } from '../../courses/studio/draft-pages.service.js';
import { DraftsService } from '../../courses/studio/drafts/drafts.service.js';
import { studioPermissions } from '../../courses/studio/studio.policy.js';
import type { Actor } from '../../platform/actor.js';
import { NotFound } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { Can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { Form, type Problem } from '../../platform/web/form.js';
import { Page, type Reply, seeOther } from '../../platform/web/reply.js';
import { postedAnswerOf } from './preview-answers.js';
import { previewQuizPath } from './paths.js';
import { handedIn, hasQuestions, rehearsed } from './preview-quiz.js';
import { NOTHING_SAID, type PreviewState, readState, withChosen, writeState } from './preview-state.js';

/** The quiz of a draft with the real templates and the real marking. What is answered goes along in the address. */
@Controller('studio/courses/:id/preview/quiz')
export class PreviewQuizController {
  constructor(
    private readonly drafts: DraftsService,
    private readonly rehearsals: Rehearsals,
  ) {}

  @Get('hand-in')
  @Can(studioPermissions.read)
  async handIn(@By() actor: Actor, @Param('id') id: string, @Query('s') s: unknown): Promise<Reply> {
    return framed(this.rehearsals.handIn(await this.open(actor, id, readState(s))));
  }

  @Post('submission')
  @Can(studioPermissions.read)
  async submit(@By() actor: Actor, @Param('id') id: string, @Query('s') s: unknown): Promise<Reply> {
    const state = handedIn(readState(s));
    await this.open(actor, id, state);
    return seeOther(previewQuizPath(draftId(id), 'result', writeState(state)));
  }

  @Get('result')
  @Can(studioPermissions.read)
  async result(@By() actor: Actor, @Param('id') id: string, @Query('s') s: unknown): Promise<Reply> {
    return framed(this.rehearsals.result(await this.open(actor, id, readState(s))));
  }

  @Post('retakes')
  @Can(studioPermissions.read)
  async retake(@By() actor: Actor, @Param('id') id: string): Promise<Reply> {
    await this.open(actor, id, NOTHING_SAID);
    return seeOther(previewQuizPath(draftId(id), 1));
  }

  @Get(':number')
  @Can(studioPermissions.read)
  show(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('number') number: string,
    @Query('s') s: unknown,
  ): Promise<Reply> {
    return this.question(actor, id, Number(number), readState(s), []);
  }

  @Post(':number')
  @Can(studioPermissions.read)
  answer(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('number') number: string,
    @Query('s') s: unknown,
    @Body() body: unknown,
  ): Promise<Reply> {
    const state = readState(s);
    return new Form({ answer: postedAnswerOf(body) }, []).submit(
      async ({ answer }) => {
        const { chosen, goOnWith } = this.rehearsals.answer(await this.open(actor, id, state), Number(number), answer);
        const after = writeState(withChosen(state, number, chosen));
        return seeOther(previewQuizPath(draftId(id), goOnWith ?? 'hand-in', after));
      },
      (problems) => this.question(actor, id, Number(number), state, problems),
    );
  }

  private async question(
    actor: Actor,
    id: string,
    number: number,
    state: PreviewState,
    problems: Problem[],
  ): Promise<Reply> {
    return framed(this.rehearsals.question(await this.open(actor, id, state), number, problems));
  }

  private async open(actor: Actor, id: string, state: PreviewState): Promise<Rehearsed> {
    const draft = await this.drafts.open(draftId(id), actor);
    const { quiz } = draft.content;
    if (quiz === null || !hasQuestions(draft)) throw new NotFound(t('This course has no quiz with a question yet.'));
    return rehearsed(draft, quiz, state);
  }
}

const framed = ({ view, model, options }: Page) => new Page(view, model, { ...options, frames: 'inside' });
