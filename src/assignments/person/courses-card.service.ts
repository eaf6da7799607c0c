import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PersonCards, type PersonCard, type PersonNamed } from '../../network/person/person-cards.service.js';
import { reachAs } from '../../network/reach.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import type { Tx } from '../../platform/database/tx.js';
import { londonDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { can } from '../../platform/permissions.js';
import { AuditTrail } from '../../platform/privacy/audit-trail.queries.js';
import { sayFullDate } from '../../platform/say.js';
import { assignmentPermissions } from '../assignments.policy.js';
import { assignmentPersonPath } from '../paths.js';
import { requirementStatus, sayStatus, STATUS_TONE } from '../requirements/requirement-status.js';
import { type AskedCourse, CoursesCardQueries } from './courses-card.queries.js';

/** On a person's page: what they were asked to finish and how far it is; and which dates a change would move. */
@Injectable()
export class CoursesCard implements OnModuleInit {
  constructor(
    private readonly cards: PersonCards,
    private readonly queries: CoursesCardQueries,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
  ) {}

  onModuleInit(): void {
    this.cards.register({ order: 10, card: (actor, person) => this.card(actor, person) });
    this.cards.registerEffect({ of: (tx, person) => this.effects(tx, person) });
  }

  private async card(actor: Actor, { id, reference }: PersonNamed): Promise<PersonCard | null> {
    if (!can(actor, assignmentPermissions.follow)) return null;
    const now = this.clock.now();
    const asked = await this.queries.asked(reachAs(actor, assignmentPermissions.follow.roles), id, now);
    if (asked.length > 0) await this.lookedAt(actor, id);
    const opens = can(actor, assignmentPermissions.assign);
    return {
      heading: t('Assigned courses'),
      rows: asked.map((course) => ({
        text: course.title,
        href: opens ? assignmentPersonPath(course.assignmentId, reference) : null,
        ...this.status(course, now),
      })),
      none: t('Nothing is assigned to them.'),
    };
  }

  private lookedAt({ personId }: Actor, id: number): Promise<void> {
    const action = 'assignments.lookedAtPerson';
    return this.trail.looked({ actorId: personId, action, subjectKind: 'person', subjectId: id });
  }

  private status(course: AskedCourse, now: Date): { note: string; tone: string | null } {
    if (course.settled === 'waived') return { note: t('Let off'), tone: null };
    if (course.settled === 'markedComplete') return { note: t('Marked complete'), tone: 'good' };
    if (course.onLeave && !course.completedAt) return { note: t('On long leave: the date waits'), tone: null };
    const today = londonDate(now);
    return { note: sayStatus(course, today), tone: STATUS_TONE[requirementStatus(course, today)] };
  }

  private async effects(tx: Tx, { id }: PersonNamed): Promise<string[]> {
    const moved = await this.queries.moved(tx, id);
    return moved.map(({ title, was, now }) =>
      t('‘{course}’: due on {now} instead of {was}', { course: title, now: sayFullDate(now), was: sayFullDate(was) }),
    );
  }
}
