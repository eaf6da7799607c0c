import { Controller, Get, Param, Post } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import { assessmentPermissions } from '../assessment.policy.js';
import { attemptPath, entryPath, handInPath, questionPath, resultPath } from '../paths.js';
import { AttemptHosts } from './attempt-hosts.service.js';
import { AttemptQueries } from './attempts.queries.js';
import { AttemptsService } from './attempts.service.js';
import { presentResult } from './result.presenter.js';
import { nextToAnswer } from './sheet.js';
import { Sheets } from './sheets.service.js';

@Controller('attempts/:id')
export class AttemptsController {
  constructor(
    private readonly sheets: Sheets,
    private readonly attempts: AttemptsService,
    private readonly queries: AttemptQueries,
    private readonly hosts: AttemptHosts,
    private readonly clock: Clock,
  ) {}

  /** Wherever the learner left off, on any device. */
  @Get()
  @Can(assessmentPermissions.takeQuizzes)
  async goOn(@By() actor: Actor, @Param('id') id: string): Promise<Reply> {
    const sheet = await this.sheets.open(actor, id);
    if (sheet.state === 'handedIn') return seeOther(resultPath(id));
    const next = nextToAnswer(sheet);
    return seeOther(next ? questionPath(id, next.number) : handInPath(id));
  }

  @Get('result')
  @Can(assessmentPermissions.takeQuizzes)
  async result(@By() actor: Actor, @Param('id') id: string): Promise<Reply> {
    const sheet = await this.sheets.open(actor, id);
    if (sheet.state === 'open') return seeOther(attemptPath(id));
    const context = await this.hosts.contextOf(actor.personId, sheet.quiz.id);
    const handedIn = await this.queries.handedIn(actor.personId, sheet.quiz.id, this.clock.now());
    return page('assessment/result', presentResult(sheet, context, handedIn), { layout: 'player' });
  }

  @Post('retakes')
  @Can(assessmentPermissions.takeQuizzes)
  async retake(@By() actor: Actor, @Param('id') id: string): Promise<Reply> {
    return seeOther(entryPath(await this.attempts.retake(actor, id)));
  }
}
