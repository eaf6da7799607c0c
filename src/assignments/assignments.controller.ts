import { Controller, Get, Param } from '@nestjs/common';
import { NetworkQueries } from '../network/network.queries.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { NotFound } from '../platform/errors.js';
import { Can } from '../platform/permissions.js';
import { By } from '../platform/web/by.js';
import { page, type Reply } from '../platform/web/reply.js';
import { presentAssignment } from './assignment.presenter.js';
import { assignmentPermissions } from './assignments.policy.js';
import { AssignmentsQueries } from './assignments.queries.js';
import { presentList } from './list.presenter.js';

const UNITS_SHOWN = 60;
const PEOPLE_SHOWN = 300;

/** What was asked and who has finished, for those who lead people. */
@Controller('assignments')
export class AssignmentsController {
  constructor(
    private readonly assignments: AssignmentsQueries,
    private readonly network: NetworkQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Can(assignmentPermissions.follow)
  async list(@By() actor: Actor): Promise<Reply> {
    const [led, now] = [await this.network.unitIdsLed(actor), this.clock.now()];
    const [total, assignments, units] = await Promise.all([
      this.assignments.total(led, now),
      this.assignments.list(led, now),
      this.assignments.units(null, led, now, UNITS_SHOWN),
    ]);
    const facts = { total: total ?? { asked: 0, finished: 0, overdue: 0 }, assignments, units };
    return page('assignments/list', presentList(facts, actor, this.clock.today()), { bench: true });
  }

  @Get(':id')
  @Can(assignmentPermissions.follow)
  async show(@By() actor: Actor, @Param('id') id: string): Promise<Reply> {
    if (!/^[1-9]\d{0,8}$/.test(id)) throw new NotFound();
    const [led, now] = [await this.network.unitIdsLed(actor), this.clock.now()];
    const assignment = await this.assignments.one(Number(id), led, now);
    if (assignment === null) throw new NotFound();
    const [units, people] = await Promise.all([
      this.assignments.units(assignment.id, led, now, UNITS_SHOWN),
      this.assignments.people(assignment.id, led, now, PEOPLE_SHOWN),
    ]);
    const facts = { assignment, units, people, limit: PEOPLE_SHOWN };
    return page('assignments/assignment', presentAssignment(facts, this.clock.today()), { bench: true });
  }
}
