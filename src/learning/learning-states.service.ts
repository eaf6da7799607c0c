import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type CourseState, CourseStates, type CourseStateSource } from '../courses/course-states.service.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { t } from '../platform/language/t.js';
import { MyLearningQueries } from './my-learning.queries.js';
import { sayStep } from './steps.js';

/** Says in the catalogue what somebody has done and begun. */
@Injectable()
export class LearningStates implements CourseStateSource, OnModuleInit {
  constructor(
    private readonly states: CourseStates,
    private readonly mine: MyLearningQueries,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.states.register(this);
  }

  async statesFor(actor: Actor, courseIds: number[]): Promise<Map<number, CourseState>> {
    const now = this.clock.now();
    const [done, begun] = await Promise.all([
      this.mine.doneCourseIds(actor.personId, now, courseIds),
      this.mine.underWay(actor.personId, now, courseIds),
    ]);
    return new Map<number, CourseState>([
      ...begun.map((course): [number, CourseState] => [
        course.courseId,
        inProgress(sayStep(course.step, course.steps)),
      ]),
      ...done.map((courseId): [number, CourseState] => [courseId, doneState()]),
    ]);
  }
}

const doneState = (): CourseState => ({ tag: { text: t('Done'), tone: 'good' }, meta: null, why: null });

const inProgress = (meta: string): CourseState => ({
  tag: { text: t('In progress'), tone: 'brand' },
  meta,
  why: null,
});
