import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Actor } from '../../../platform/actor.js';
import { NotFound } from '../../../platform/errors.js';
import { msg, t } from '../../../platform/language/t.js';
import { Can } from '../../../platform/permissions.js';
import { By } from '../../../platform/web/by.js';
import { type Problem, readForm } from '../../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../../platform/web/reply.js';
import { orConflict } from '../conflict.presenter.js';
import { DraftPages, draftId } from '../draft-pages.service.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { EditForm } from '../edit.forms.js';
import { studioPermissions } from '../studio.policy.js';
import { quizEditorPath } from './paths.js';
import { questionKey } from './question-key.js';
import { addQuiz, changeSettings, removeQuiz } from './quiz-edits.js';
import { QuizSettingsForm } from './quiz.forms.js';
import { presentQuiz } from './quiz.presenter.js';
import { settingsConflict } from './settings-conflict.presenter.js';
import { presentQuizSettings } from './quiz-settings.presenter.js';

/** `/studio/courses/:id/quiz`: the quiz as a whole. */
@Controller('studio/courses/:id/quiz')
export class QuizEditorController {
  constructor(
    private readonly drafts: DraftsService,
    private readonly pages: DraftPages,
  ) {}

  @Get()
  @Can(studioPermissions.read)
  show(@By() actor: Actor, @Param('id') id: string): Promise<Reply> {
    return this.quizPage(actor, id, []);
  }

  /** Gives the course a quiz. */
  @Post()
  @Can(studioPermissions.write)
  add(@By() actor: Actor, @Param('id') id: string, @Body() body: unknown): Promise<Reply> {
    return readForm(EditForm, body).submit(
      async ({ revision }) => {
        const draft = await this.drafts.change(actor, draftId(id), revision, addQuiz, msg('Added a quiz'));
        return seeOther(quizEditorPath(draft.id));
      },
      (problems) => this.quizPage(actor, id, problems),
    );
  }

  @Post('deletions')
  @Can(studioPermissions.write)
  remove(@By() actor: Actor, @Param('id') id: string, @Body() body: unknown): Promise<Reply> {
    return readForm(EditForm, body).submit(
      async ({ revision }) => {
        const draft = await this.drafts.change(actor, draftId(id), revision, removeQuiz, msg('Deleted the quiz'));
        return seeOther(quizEditorPath(draft.id));
      },
      (problems) => this.quizPage(actor, id, problems),
    );
  }

  @Get('settings')
  @Can(studioPermissions.write)
  settings(@By() actor: Actor, @Param('id') id: string): Promise<Reply> {
    return this.settingsPage(actor, id, [], null);
  }

  @Post('settings')
  @Can(studioPermissions.write)
  saveSettings(@By() actor: Actor, @Param('id') id: string, @Body() body: unknown): Promise<Reply> {
    return readForm(QuizSettingsForm, body).submit(
      ({ revision, ...settings }) =>
        orConflict(
          async () => {
            const change = (content: Parameters<typeof changeSettings>[0]) => changeSettings(content, settings);
            const words = msg('Changed the settings of the quiz');
            const draft = await this.drafts.change(actor, draftId(id), revision, change, words);
            return seeOther(quizEditorPath(draft.id));
          },
          (clash) => settingsConflict(clash, settings, body),
        ),
      (problems, form) => this.settingsPage(actor, id, problems, form),
    );
  }

  private async quizPage(actor: Actor, id: string, problems: Problem[]): Promise<Reply> {
    const facts = await this.pages.facts(actor, id);
    const newKey = questionKey(facts.draft.slug, randomUUID().slice(0, 8));
    const options = { status: problems.length > 0 ? 422 : 200, bench: true };
    return page('studio/quiz', presentQuiz(facts, newKey, problems), options);
  }

  private async settingsPage(
    actor: Actor,
    id: string,
    problems: Problem[],
    typed: QuizSettingsForm | null,
  ): Promise<Reply> {
    const facts = await this.pages.facts(actor, id);
    const { quiz } = facts.draft.content;
    if (quiz === null) throw new NotFound(t('This course has no quiz. Its quiz page gives it one.'));
    const options = { status: problems.length > 0 ? 422 : 200, bench: true };
    return page('studio/quiz-settings', presentQuizSettings(facts, quiz, problems, typed), options);
  }
}
