import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { type Problem, readForm } from '../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import { assessmentPermissions } from '../assessment.policy.js';
import { resultPath } from '../paths.js';
import { AttemptHosts } from './attempt-hosts.service.js';
import { SubmissionForm } from './attempts.forms.js';
import { AttemptsService } from './attempts.service.js';
import { presentHandIn } from './hand-in.presenter.js';
import { Sheets } from './sheets.service.js';

@Controller('attempts/:id')
export class SubmissionsController {
  constructor(
    private readonly sheets: Sheets,
    private readonly attempts: AttemptsService,
    private readonly hosts: AttemptHosts,
  ) {}

  @Get('hand-in')
  @Can(assessmentPermissions.takeQuizzes)
  handIn(@By() actor: Actor, @Param('id') id: string): Promise<Reply> {
    return this.pageOf(actor, id, []);
  }

  @Post('submission')
  @Can(assessmentPermissions.takeQuizzes)
  submit(@By() actor: Actor, @Param('id') id: string, @Body() body: unknown): Promise<Reply> {
    return readForm(SubmissionForm, body).submit(
      async ({ anyway }) => {
        await this.attempts.submit(actor, id, { anyway: anyway === 'yes' });
        return seeOther(resultPath(id));
      },
      (problems) => this.pageOf(actor, id, problems),
    );
  }

  private async pageOf(actor: Actor, id: string, problems: Problem[]): Promise<Reply> {
    const sheet = await this.sheets.open(actor, id);
    if (sheet.state === 'handedIn') return seeOther(resultPath(id));
    const context = await this.hosts.contextOf(actor.personId, sheet.quiz.id);
    const status = problems.length > 0 ? 422 : 200;
    return page('assessment/hand-in', presentHandIn(sheet, context, problems), { layout: 'player', status });
  }
}
