import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type CourseState, CourseStates, type CourseStateSource } from '../courses/course-states.service.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import type { IsoDate } from '../platform/dates.js';
import { t } from '../platform/language/t.js';
import { moreTimePath } from './paths.js';
import { type AssignedCourse } from './requirements/assigned-course.js';
import { MyRequirementsQueries } from './requirements/my-requirements.queries.js';
import { requirementStatus, sayStatus, STATUS_TONE } from './requirements/requirement-status.js';
import { sayWhys } from './requirements/who-asked.js';

/** Says in the catalogue and on a course's page by when somebody was asked for it, and by whom and why. */
@Injectable()
export class DueStates implements CourseStateSource, OnModuleInit {
  constructor(
    private readonly states: CourseStates,
    private readonly requirements: MyRequirementsQueries,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.states.register(this);
  }

  async statesFor(actor: Actor, courseIds: number[]): Promise<Map<number, CourseState>> {
    const assigned = await this.requirements.assignedTo(actor.personId, this.clock.now());
    const asked = assigned.filter((course) => courseIds.includes(course.courseId));
    return new Map(asked.map((course) => [course.courseId, dueState(course, this.clock.today())]));
  }
}

function dueState({ slug, dueOn, reasons, wantedOn }: AssignedCourse, today: IsoDate): CourseState {
  const facts = { dueOn, completedAt: null };
  const tag = { text: sayStatus(facts, today), tone: STATUS_TONE[requirementStatus(facts, today)] };
  const act = wantedOn ? null : { text: t('Ask for more time'), path: moreTimePath(slug) };
  return { tag, meta: null, why: sayWhys(reasons), act };
}
