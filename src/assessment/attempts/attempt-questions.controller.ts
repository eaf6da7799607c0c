import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { NotFound } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { Can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { type Problem, readForm } from '../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import { assessmentPermissions } from '../assessment.policy.js';
import { attemptPath, questionPath } from '../paths.js';
import { tryAnswer } from '../questions/posted-answer.js';
import { AttemptHosts } from './attempt-hosts.service.js';
import { AnswerForm } from './attempts.forms.js';
import { AttemptsService } from './attempts.service.js';
import { presentQuestionPage } from './question.presenter.js';
import { isAnswerable, itemAt } from './sheet.js';
import { Sheets } from './sheets.service.js';
import { presentVerdictPage } from './verdict.presenter.js';

@Controller('attempts/:id/questions/:number')
export class AttemptQuestionsController {
  constructor(
    private readonly sheets: Sheets,
    private readonly attempts: AttemptsService,
    private readonly hosts: AttemptHosts,
  ) {}

  @Get()
  @Can(assessmentPermissions.takeQuizzes)
  show(@By() actor: Actor, @Param('id') id: string, @Param('number') number: string): Promise<Reply> {
    return this.pageOf(actor, id, Number(number));
  }

  @Post()
  @Can(assessmentPermissions.takeQuizzes)
  answer(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('number') number: string,
    @Body() body: unknown,
  ): Promise<Reply> {
    return readForm(AnswerForm, body).submit(
      async ({ answer, token }) => {
        const { checked } = await this.attempts.answer(actor, id, Number(number), { answer, token });
        return seeOther(checked ? questionPath(id, Number(number)) : attemptPath(id));
      },
      (problems, { answer }) => this.pageOf(actor, id, Number(number), { problems, answer }),
    );
  }

  private async pageOf(
    actor: Actor,
    id: string,
    number: number,
    { problems, answer }: { problems: Problem[]; answer?: unknown } = { problems: [] },
  ): Promise<Reply> {
    const sheet = await this.sheets.open(actor, id);
    if (sheet.attempt.answersErased) throw new NotFound(t('What you answered here was deleted after its time.'));
    const item = itemAt(sheet, number);
    const context = await this.hosts.contextOf(actor.personId, sheet.quiz.id);
    const options = { layout: 'player', status: problems.length > 0 ? 422 : 200 } as const;
    if (!isAnswerable(sheet, item)) {
      return page('assessment/verdict', presentVerdictPage(sheet, item, context, problems), options);
    }
    await this.attempts.show(sheet, item);
    const asked = { token: randomUUID(), posted: tryAnswer(item.question, answer, item.order), problems };
    return page('assessment/question', presentQuestionPage(sheet, item, context, asked), options);
  }
}
