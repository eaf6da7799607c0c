import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { NotFound } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { Can, can } from '../../platform/permissions.js';
import { AuditTrail } from '../../platform/privacy/audit-trail.queries.js';
import { By } from '../../platform/web/by.js';
import { type Problem, readForm } from '../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import { assignmentPermissions } from '../assignments.policy.js';
import { AssignmentReach } from '../changing/assignment-reach.service.js';
import { DecisionForm } from '../changing/changing.forms.js';
import { PeopleService } from '../changing/people.service.js';
import { assignmentPersonPath } from '../paths.js';
import { presentPerson } from './person.presenter.js';
import { PersonQueries } from './person.queries.js';

/** One person under one assignment: what was asked, what was done about it, and what a manager can do. */
@Controller('assignments/:id/people/:reference')
export class PersonController {
  constructor(
    private readonly reach: AssignmentReach,
    private readonly queries: PersonQueries,
    private readonly service: PeopleService,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
  ) {}

  @Get()
  @Can(assignmentPermissions.assign)
  show(@By() actor: Actor, @Param('id') id: string, @Param('reference') reference: string): Promise<Reply> {
    return this.personPage(actor, id, reference, []);
  }

  @Post('decisions')
  @Can(assignmentPermissions.assign)
  settle(
    @By() actor: Actor,
    @Param('id') id: string,
    @Param('reference') reference: string,
    @Body() body: unknown,
  ): Promise<Reply> {
    return readForm(DecisionForm, body).submit(
      async (form) => {
        const kind = form.kind === 'waived' ? 'waived' : 'markedComplete';
        const { name } = await this.service.settle(actor, id, reference, { ...form, kind });
        const flash =
          kind === 'waived' ? t('{name} is let off.', { name }) : t('Marked complete for {name}.', { name });
        return seeOther(assignmentPersonPath(Number(id), reference), { flash });
      },
      (problems) => this.personPage(actor, id, reference, problems),
    );
  }

  private async personPage(actor: Actor, id: string, reference: string, problems: Problem[]): Promise<Reply> {
    const { assignment, led } = await this.reach.of(actor, id);
    const now = this.clock.now();
    const person = await this.queries.one(assignment.id, reference, led, now);
    if (person === null) throw new NotFound();
    await this.trail.looked({
      actorId: actor.personId,
      action: 'assignments.lookedAtPerson',
      subjectKind: 'person',
      subjectId: person.personId,
      detail: { assignmentId: assignment.id },
    });
    const deeds = await this.queries.deeds(assignment.id, person.requirementId, now);
    const mayAct = can(actor, assignmentPermissions.assign);
    const facts = { assignment, person, deeds, mayAct, formToken: randomUUID() };
    const model = presentPerson(facts, problems, this.clock.today());
    return page('assignments/person', model, { status: problems.length > 0 ? 422 : 200, bench: true });
  }
}
