import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CourseLearners, type LearnerCounts } from '../../courses/studio/publishing/course-learners.service.js';
import { PartWayQueries } from './part-way.queries.js';

/** Tells the studio how many people a new version meets in the middle of an older one. */
@Injectable()
export class PartWayCounts implements LearnerCounts, OnModuleInit {
  constructor(
    private readonly learners: CourseLearners,
    private readonly counts: PartWayQueries,
  ) {}

  onModuleInit(): void {
    this.learners.register(this);
  }

  partWay(courseId: number, now: Date) {
    return this.counts.of(courseId, now);
  }
}
