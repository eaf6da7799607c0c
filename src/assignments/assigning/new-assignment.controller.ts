import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { type Problem, readForm } from '../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import { assignmentPermissions } from '../assignments.policy.js';
import { assignmentPath } from '../paths.js';
import { AssignmentForm, ChoiceForm } from './assignments.forms.js';
import { AssignmentsService } from './assignments.service.js';
import { ChoiceService } from './choice.service.js';
import { ChooseFactsService } from './choose-facts.service.js';
import { presentChoose } from './choose.presenter.js';
import { PreviewFactsService } from './preview-facts.service.js';
import { presentPreview } from './preview.presenter.js';
import { sayAssigned } from './say-assigned.js';

/** Assigning in three steps: choose, look, assign. The first two change nothing and live in the address. */
@Controller('assignments')
export class NewAssignmentController {
  constructor(
    private readonly service: AssignmentsService,
    private readonly choices: ChoiceService,
    private readonly chooseFacts: ChooseFactsService,
    private readonly previewFacts: PreviewFactsService,
    private readonly clock: Clock,
  ) {}

  @Get('new')
  @Can(assignmentPermissions.assign)
  choose(@By() actor: Actor, @Query() query: Record<string, unknown>): Promise<Reply> {
    return this.choosePage(actor, readForm(ChoiceForm, query).value, [], query.area);
  }

  @Get('preview')
  @Can(assignmentPermissions.assign)
  preview(@By() actor: Actor, @Query() query: Record<string, unknown>): Promise<Reply> {
    return readForm(ChoiceForm, query).submit(
      async (form) => {
        const facts = await this.previewFacts.factsFor(actor, await this.choices.check(actor, form), randomUUID());
        return page('assignments/preview', presentPreview(facts, actor, this.clock.today()), { bench: true });
      },
      (problems, form) => this.choosePage(actor, form, problems, query.area),
    );
  }

  @Post()
  @Can(assignmentPermissions.assign)
  commit(@By() actor: Actor, @Body() body: unknown): Promise<Reply> {
    return readForm(AssignmentForm, body).submit(
      async (form) => {
        const assigned = await this.service.assign(actor, form);
        return seeOther(assignmentPath(assigned.assignmentId), {
          flash: sayAssigned(assigned, this.clock.today()),
        });
      },
      (problems, form) => this.choosePage(actor, form, problems, null),
    );
  }

  private async choosePage(actor: Actor, form: ChoiceForm, problems: Problem[], area: unknown): Promise<Reply> {
    const areaCode = typeof area === 'string' ? area : (form.everyUnitOf[0] ?? '');
    const facts = await this.chooseFacts.factsFor(actor, form, areaCode);
    const model = presentChoose(facts, form, problems, this.clock.today());
    return page('assignments/choose', model, { status: problems.length > 0 ? 422 : 200, bench: true });
  }
}
