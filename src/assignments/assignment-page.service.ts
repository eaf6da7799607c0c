import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { MessageKinds } from '../notifications/message-kinds.service.js';
import { NetworkQueries } from '../network/network.queries.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { NotFound } from '../platform/errors.js';
import { AuditTrail } from '../platform/privacy/audit-trail.queries.js';
import type { Problem } from '../platform/web/form.js';
import { page, type Reply } from '../platform/web/reply.js';
import { presentAssignment, sayProgressOf } from './assignment.presenter.js';
import { assigningReach, assignmentPermissions } from './assignments.policy.js';
import { AssignmentsQueries } from './assignments.queries.js';
import { ChangingQueries } from './changing/changing.queries.js';
import { CarryOutQueries } from './following/carry-out.queries.js';
import { presentLedger } from './messages/ledger.presenter.js';
import { ToldQueries } from './messages/told.queries.js';
import { PeopleQueries } from './people.queries.js';

const UNITS_SHOWN = 60;
const PEOPLE_SHOWN = 300;

/** The page of one assignment, as it is or with what is wrong with a form on it. */
@Injectable()
export class AssignmentPage {
  constructor(
    private readonly assignments: AssignmentsQueries,
    private readonly people: PeopleQueries,
    private readonly changing: ChangingQueries,
    private readonly carrying: CarryOutQueries,
    private readonly network: NetworkQueries,
    private readonly ledger: ToldQueries,
    private readonly kinds: MessageKinds,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
  ) {}

  async show(actor: Actor, id: string, problems: Problem[] = []): Promise<Reply> {
    const { assignment, led, now } = await this.found(actor, id);
    const filter = { show: 'all' as const, unitCode: null, courseSlug: null, assignmentId: assignment.id };
    const acting = assignment.ended === null ? await this.acting(actor) : [];
    const whole = acting.length > 0 && (await this.changing.covers(assigningReach(actor), acting, assignment.id, now));
    const [units, people, carrying, effect] = await Promise.all([
      this.assignments.units(assignment.id, led, now, UNITS_SHOWN),
      this.people.people(filter, led, now, PEOPLE_SHOWN),
      this.carrying.of(assignment.id),
      whole ? this.changing.endEffect(assignment.id, now) : null,
    ]);
    if (people.length > 0) await this.lookedAt(actor, assignment.id);
    const shown = { assignment, units, people, carrying, effect, acts: new Set(acting), limit: PEOPLE_SHOWN };
    const everybody = acting.length === led.length;
    const model = presentAssignment(
      { ...shown, everybody, formToken: randomUUID(), now },
      problems,
      this.clock.today(),
    );
    return page('assignments/assignment', model, { status: problems.length > 0 ? 422 : 200, bench: true });
  }

  /** How far the job is that carries a change out. */
  async progress(actor: Actor, id: string) {
    const { assignment } = await this.found(actor, id);
    return sayProgressOf(await this.carrying.of(assignment.id));
  }

  /** Who was told what, of those whom the actor leads. */
  async messages(actor: Actor, id: string): Promise<Reply> {
    const { assignment, led, now } = await this.found(actor, id);
    const rows = await this.ledger.of(assignment.id, led, actor.personId, now);
    const model = presentLedger(assignment, rows, this.kinds, this.clock.today());
    return page('assignments/messages', model, { bench: true });
  }

  /** Single people stand on the page by name. */
  private lookedAt({ personId }: Actor, assignmentId: number): Promise<void> {
    return this.trail.looked({
      actorId: personId,
      action: 'assignments.lookedAtPeople',
      subjectKind: 'assignment',
      subjectId: assignmentId,
    });
  }

  /** The units whose people the actor may nudge, extend and settle: none for those who only look. */
  private acting(actor: Actor): Promise<number[]> {
    return this.network.unitIdsLed(actor, assignmentPermissions.assign.roles);
  }

  private async found(actor: Actor, id: string) {
    if (!/^[1-9]\d{0,8}$/.test(id)) throw new NotFound();
    const [led, now] = [await this.network.unitIdsLed(actor), this.clock.now()];
    const assignment = await this.assignments.one(Number(id), led, now);
    if (assignment === null) throw new NotFound();
    return { assignment, led, now };
  }
}
