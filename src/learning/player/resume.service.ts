import { Injectable } from '@nestjs/common';
import { CoursesQueries } from '../../courses/courses.queries.js';
import { lessonPath, quizPath } from '../paths.js';
import { type Place, stepsOf } from '../places/place.js';
import { resumeStep } from '../steps.js';

/** Finds the exact spot where somebody left a course: the lesson and, in it, the block. */
@Injectable()
export class Resume {
  constructor(private readonly courses: CoursesQueries) {}

  async path({ version, enrolment, ...rest }: Place): Promise<string> {
    const steps = stepsOf({ version, enrolment, ...rest });
    const step = resumeStep(steps, enrolment?.lessonPosition ?? 1);
    const lesson = version.lessons.find((candidate) => candidate.position === step);
    if (lesson === undefined) return quizPath(version.slug);
    const inThisLesson = enrolment?.lessonPosition === step && enrolment.blockPosition > 1;
    const block = inThisLesson ? (await this.courses.blocks(lesson.id))[enrolment.blockPosition - 1] : undefined;
    return lessonPath(version.slug, step, block?.key ?? null);
  }
}
