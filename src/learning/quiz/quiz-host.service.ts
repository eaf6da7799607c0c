import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type AttemptContext,
  type AttemptHost,
  AttemptHosts,
} from '../../assessment/attempts/attempt-hosts.service.js';
import { coursePath } from '../../courses/paths.js';
import { Clock } from '../../platform/clock.js';
import { t } from '../../platform/language/t.js';
import { MyLearningQueries } from '../my-learning.queries.js';
import { finishedPath } from '../paths.js';

/** Tells assessment which course a quiz belongs to: where leaving leads, and where to go on. */
@Injectable()
export class QuizHost implements AttemptHost, OnModuleInit {
  constructor(
    private readonly hosts: AttemptHosts,
    private readonly mine: MyLearningQueries,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.hosts.register(this);
  }

  async contextOf(personId: number, quizVersionId: number): Promise<AttemptContext | null> {
    const course = await this.mine.courseOfQuiz(personId, quizVersionId, this.clock.now());
    if (course === null) return null;
    const leavePath = coursePath(course.slug);
    const next = course.finished
      ? { nextPath: finishedPath(course.slug), nextLabel: t('Continue') }
      : { nextPath: leavePath, nextLabel: t('Back to the course') };
    return { title: course.title, leavePath, ...next };
  }
}
