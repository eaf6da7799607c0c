import { Injectable } from '@nestjs/common';

/** People who have begun a version and not finished it, all in all; nobody is named. */
export interface PartWayCount {
  /** Of the version. */
  number: number;
  people: number;
}

/** Somebody who knows who is part-way through a course; learning does. */
export interface LearnerCounts {
  /** Of the versions of a course in which anybody is part-way at `now`, the newest first. */
  partWay(courseId: number, now: Date): Promise<PartWayCount[]>;
}

/** Courses know nothing of learners: they ask whoever has registered here. */
@Injectable()
export class CourseLearners {
  private readonly counts: LearnerCounts[] = [];

  register(counts: LearnerCounts): void {
    this.counts.push(counts);
  }

  async partWay(courseId: number, now: Date): Promise<PartWayCount[]> {
    return (await Promise.all(this.counts.map((counts) => counts.partWay(courseId, now)))).flat();
  }
}
