import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Actor } from '../../../platform/actor.js';
import { NotFound } from '../../../platform/errors.js';
import { msg, t } from '../../../platform/language/t.js';
import { Can } from '../../../platform/permissions.js';
import { isSlug } from '../../../platform/slug.js';
import { By } from '../../../platform/web/by.js';
import { type Problem, readForm } from '../../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../../platform/web/reply.js';
import { type Posted, postedFields, textIn } from '../blocks/posted.js';
import { orConflict } from '../conflict.presenter.js';
import { DraftPages, draftId } from '../draft-pages.service.js';
import type { DraftContent } from '../drafts/draft-content.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { EditForm } from '../edit.forms.js';
import { studioPermissions } from '../studio.policy.js';
import { quizEditorPath, quizQuestionPath } from './paths.js';
import { afterQuestion, postedQuestion } from './posted-question.js';
import { questionConflict } from './question-conflict.presenter.js';
import { questionKey } from './question-key.js';
import { presentQuestionPage } from './question.presenter.js';
import { addQuestion, copyQuestion, deleteQuestion, moveQuestion, putQuestion } from './quiz-edits.js';
import { MoveQuestionForm, NewQuestionForm, QuestionForm } from './quiz.forms.js';
import { presentQuiz } from './quiz.presenter.js';

interface Params {
  id: string;
  key: string;
}

/** The questions of a draft's quiz: what is done to their list, and the page on which one is written. */
@Controller('studio/courses/:id/quiz/questions')
export class QuizQuestionsController {
  constructor(
    private readonly drafts: DraftsService,
    private readonly pages: DraftPages,
  ) {}

  @Post()
  @Can(studioPermissions.write)
  add(@By() actor: Actor, @Param('id') id: string, @Body() body: unknown): Promise<Reply> {
    return readForm(NewQuestionForm, body).submit(
      async ({ revision, newKey, kind }) => {
        const change = (content: DraftContent) => addQuestion(content, kind, newKey);
        const draft = await this.drafts.change(actor, draftId(id), revision, change, msg('Added a question'));
        return seeOther(quizQuestionPath(draft.id, newKey));
      },
      (problems) => this.listPage(actor, id, problems),
    );
  }

  @Get(':key')
  @Can(studioPermissions.write)
  show(@By() actor: Actor, @Param() params: Params): Promise<Reply> {
    return this.questionPage(actor, params, []);
  }

  @Post(':key')
  @Can(studioPermissions.write)
  save(@By() actor: Actor, @Param() params: Params, @Body() body: unknown): Promise<Reply> {
    return readForm(QuestionForm, body).submit(
      (form) => this.saved(actor, params, form, postedFields(body)),
      (problems) => this.questionPage(actor, params, problems, postedFields(body)),
    );
  }

  @Post(':key/moves')
  @Can(studioPermissions.write)
  move(@By() actor: Actor, @Param() params: Params, @Body() body: unknown): Promise<Reply> {
    return this.onList(actor, params, body, MoveQuestionForm, ({ way }) => ({
      change: (content) => moveQuestion(content, params.key, way),
      words: way === 'up' ? msg('Moved a question up') : msg('Moved a question down'),
    }));
  }

  @Post(':key/copies')
  @Can(studioPermissions.write)
  copy(@By() actor: Actor, @Param() params: Params, @Body() body: unknown): Promise<Reply> {
    return this.onList(actor, params, body, NewQuestionForm, ({ newKey }) => ({
      change: (content) => copyQuestion(content, params.key, newKey),
      words: msg('Duplicated a question'),
    }));
  }

  @Post(':key/deletions')
  @Can(studioPermissions.write)
  delete(@By() actor: Actor, @Param() params: Params, @Body() body: unknown): Promise<Reply> {
    return this.onList(actor, params, body, EditForm, () => ({
      change: (content) => deleteQuestion(content, params.key),
      words: msg('Deleted a question'),
    }));
  }

  private async saved(actor: Actor, params: Params, form: QuestionForm, posted: Posted): Promise<Reply> {
    const facts = await this.pages.facts(actor, params.id);
    const written = postedQuestion(questionKeyIn(params.key), form.marks, posted, facts.draft.content.language);
    const after = afterQuestion(written, textIn(posted, 'do'));
    const next = after.to === 'another' ? newKeyIn(posted) : null;
    const change = (content: DraftContent) => {
      const put = putQuestion(content, written);
      return next === null ? put : addQuestion(put, written.question.kind, next);
    };
    return orConflict(
      async () => {
        const draft = await this.drafts.change(actor, facts.draft.id, form.revision, change, msg('Wrote a question'));
        if (next !== null) return seeOther(quizQuestionPath(draft.id, next));
        if (after.to === 'question') return seeOther(quizQuestionPath(draft.id, written.key) + after.spot);
        return seeOther(`${quizEditorPath(draft.id)}#${written.key}`);
      },
      (clash) => questionConflict(clash, written, posted),
    );
  }

  private onList<F extends EditForm>(
    actor: Actor,
    { id, key }: Params,
    body: unknown,
    type: new () => F,
    act: (form: F) => { change: (content: DraftContent) => DraftContent; words: string },
  ): Promise<Reply> {
    return readForm(type, body).submit(
      async (form) => {
        const { change, words } = act(form);
        const draft = await this.drafts.change(actor, draftId(id), form.revision, change, words);
        const isThere = draft.content.quiz?.questions.some((question) => question.key === key) ?? false;
        return seeOther(`${quizEditorPath(draft.id)}#${isThere ? key : 'questions'}`);
      },
      (problems) => this.listPage(actor, id, problems),
    );
  }

  private async listPage(actor: Actor, id: string, problems: Problem[]): Promise<Reply> {
    const facts = await this.pages.facts(actor, id);
    return page('studio/quiz', presentQuiz(facts, newKeyFor(facts.draft.slug), problems), { status: 422, bench: true });
  }

  /** @param typed shown instead of what is saved, when it could not be saved */
  private async questionPage(actor: Actor, { id, key }: Params, problems: Problem[], typed?: Posted): Promise<Reply> {
    const facts = await this.pages.facts(actor, id);
    const { content, slug } = facts.draft;
    const index = content.quiz?.questions.findIndex((question) => question.key === key) ?? -1;
    const saved = content.quiz?.questions[index];
    if (saved === undefined) throw new NotFound(t('That question isn’t in this quiz. It may have been deleted.'));
    const question = typed === undefined ? saved : postedQuestion(key, saved.marks, typed, content.language);
    const marks = typed === undefined ? null : textIn(typed, 'marks');
    const model = { question, number: index + 1, newKey: newKeyFor(slug), problems, marks };
    const options = { status: problems.length > 0 ? 422 : 200, bench: true };
    return page('studio/quiz-question', presentQuestionPage(facts, model), options);
  }
}

const newKeyFor = (slug: string) => questionKey(slug, randomUUID().slice(0, 8));

/** @throws NotFound for what cannot be a question's key */
function questionKeyIn(text: string): string {
  if (isSlug(text)) return text;
  throw new NotFound(t('That question isn’t in this quiz. It may have been deleted.'));
}

/** The key for the next question; null when the form brings none that will do. */
function newKeyIn(posted: Posted): string | null {
  const key = textIn(posted, 'newKey');
  return isSlug(key) ? key : null;
}
