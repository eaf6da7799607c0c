import { randomUUID } from 'node:crypto';
import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { CoursesQueries } from '../courses/courses.queries.js';
import { NetworkQueries } from '../network/network.queries.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Can } from '../platform/permissions.js';
import { AuditTrail } from '../platform/privacy/audit-trail.queries.js';
import { By } from '../platform/web/by.js';
import { csvDownload } from '../platform/web/csv-download.js';
import { page, type Reply } from '../platform/web/reply.js';
import { isAssignable } from './assigning/assignable.js';
import { AssignmentPage } from './assignment-page.service.js';
import { assignmentPermissions } from './assignments.policy.js';
import { AssignmentsQueries } from './assignments.queries.js';
import { type ListFilter, PEOPLE_PER_PAGE, readFilter } from './list-filter.js';
import { presentList } from './list.presenter.js';
import { peopleColumns } from './people-csv.js';
import { unitColumns } from './units-csv.js';
import { presentPeopleList } from './people-list.presenter.js';
import { PeopleQueries } from './people.queries.js';

const UNITS_SHOWN = 60;
/** More than there are units. */
const MOST_UNITS = 100_000;

/** What was asked and who has finished, for those who lead people. */
@Controller('assignments')
export class AssignmentsController {
  constructor(
    private readonly assignments: AssignmentsQueries,
    private readonly people: PeopleQueries,
    private readonly assignmentPage: AssignmentPage,
    private readonly network: NetworkQueries,
    private readonly courses: CoursesQueries,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
  ) {}

  @Get()
  @Can(assignmentPermissions.follow)
  async list(@By() actor: Actor, @Query() query: Record<string, unknown>): Promise<Reply> {
    const filter = readFilter(query);
    const [led, now] = [await this.network.unitIdsLed(actor), this.clock.now()];
    if (filter.people) return this.peopleList(actor, filter, led, now);
    const [total, assignments, units] = await Promise.all([
      this.assignments.total(led, now),
      this.assignments.list(led, now),
      this.assignments.units(null, led, now, UNITS_SHOWN),
    ]);
    const facts = { total: total ?? { asked: 0, finished: 0, overdue: 0 }, assignments, units };
    return page('assignments/list', presentList(facts, actor, this.clock.today()), { bench: true });
  }

  @Get('people.csv')
  @Can(assignmentPermissions.follow)
  async csv(@By() actor: Actor, @Query() query: Record<string, unknown>): Promise<Reply> {
    const [led, now, today] = [await this.network.unitIdsLed(actor), this.clock.now(), this.clock.today()];
    const filter = readFilter(query);
    await this.lookedAt(actor, 'assignments.downloadPeople', filter);
    const rows = this.people.stream(filter, led, now);
    return csvDownload(`assigned-courses-${today}.csv`, peopleColumns(today), rows);
  }

  /** By branch and team: of one assignment, or of all that reach there. */
  @Get('units.csv')
  @Can(assignmentPermissions.follow)
  async unitsCsv(@By() actor: Actor, @Query('assignment') asked: unknown): Promise<Reply> {
    const id = typeof asked === 'string' && /^\d{1,9}$/.test(asked) ? Number(asked) : null;
    const [led, now, today] = [await this.network.unitIdsLed(actor), this.clock.now(), this.clock.today()];
    const rows = await this.assignments.units(id, led, now, MOST_UNITS);
    return csvDownload(`assigned-by-unit-${today}.csv`, unitColumns(), rows);
  }

  @Get(':id')
  @Can(assignmentPermissions.follow)
  show(@By() actor: Actor, @Param('id') id: string): Promise<Reply> {
    return this.assignmentPage.show(actor, id);
  }

  /** For assets/js/progress.js, which prints it again while it runs. */
  @Get(':id/progress')
  @Header('Cache-Control', 'no-store')
  @Can(assignmentPermissions.follow)
  progress(@By() actor: Actor, @Param('id') id: string) {
    return this.assignmentPage.progress(actor, id);
  }

  @Get(':id/messages')
  @Can(assignmentPermissions.follow)
  messages(@By() actor: Actor, @Param('id') id: string): Promise<Reply> {
    return this.assignmentPage.messages(actor, id);
  }

  private async peopleList(actor: Actor, filter: ListFilter, led: readonly number[], now: Date): Promise<Reply> {
    const [people, count, units, courses, acts] = await Promise.all([
      this.people.people(filter, led, now, PEOPLE_PER_PAGE, (filter.page - 1) * PEOPLE_PER_PAGE),
      this.people.count(filter, led, now),
      this.assignments.units(null, led, now, 500),
      this.courses.published(),
      this.network.unitIdsLed(actor, assignmentPermissions.assign.roles),
    ]);
    if (people.length > 0) await this.lookedAt(actor, 'assignments.lookedAtPeople', filter);
    const sorted = [...units].sort((a, b) => a.name.localeCompare(b.name));
    const facts = {
      filter,
      people,
      count,
      units: sorted,
      courses: courses.filter(isAssignable),
      acts: new Set(acts),
      formToken: randomUUID(),
    };
    return page('assignments/people', presentPeopleList(facts, this.clock.today()), { bench: true });
  }

  /** Of one unit, one assignment, or all people whom the actor leads. */
  private async lookedAt(actor: Actor, action: string, filter: ListFilter): Promise<void> {
    const unit = filter.unitCode === null ? null : await this.network.unitByCode(actor, filter.unitCode);
    const { assignmentId, show, courseSlug } = filter;
    const subject =
      assignmentId !== null
        ? { subjectKind: 'assignment', subjectId: assignmentId }
        : unit !== null
          ? { subjectKind: 'unit', subjectId: unit.id }
          : { subjectKind: 'people', subjectId: '-' };
    await this.trail.looked({ actorId: actor.personId, action, ...subject, detail: { show, course: courseSlug } });
  }
}
