import { Injectable } from '@nestjs/common';
import { AttemptQueries } from '../../assessment/attempts/attempts.queries.js';
import { QuizVersions } from '../../assessment/quizzes/quiz-versions.service.js';
import { CourseGates } from '../../courses/course-gates.service.js';
import { isSlug } from '../../platform/slug.js';
import type { CourseVersion } from '../../courses/course-version.js';
import { CoursesQueries } from '../../courses/courses.queries.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { NotFound } from '../../platform/errors.js';
import { msg, t } from '../../platform/language/t.js';
import type { Place, QuizStanding } from './place.js';
import { type InCourse, PlacesQueries } from './places.queries.js';
import { versionFor } from './version-choice.js';

const NO_SUCH_COURSE = msg('That course isn’t here. All courses are under Learn.');

/** Finds out where somebody is in a course. */
@Injectable()
export class Places {
  constructor(
    private readonly courses: CoursesQueries,
    private readonly places: PlacesQueries,
    private readonly attempts: AttemptQueries,
    private readonly quizzes: QuizVersions,
    private readonly gates: CourseGates,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound when there is no such course, or nothing of it to learn from */
  async of(actor: Actor, slug: string): Promise<Place> {
    const course = isSlug(slug) ? await this.places.inCourse(actor.personId, slug, this.clock.now()) : null;
    if (course === null) throw new NotFound(t(NO_SUCH_COURSE));
    const versionId = versionFor(course.publishedId, course.enrolments);
    const version = versionId === null ? null : await this.courses.version(versionId);
    if (version === null) throw new NotFound(t(NO_SUCH_COURSE));
    return this.in(version, course, actor);
  }

  private async in(version: CourseVersion, { courseId, enrolments, finished }: InCourse, actor: Actor): Promise<Place> {
    const { versionId } = version;
    const enrolment = enrolments.find((candidate) => candidate.versionId === versionId) ?? null;
    const [quiz, closed] = await Promise.all([
      this.standing(actor, version, this.clock.now()),
      enrolment ? null : this.gates.closed([courseId], actor, this.clock.today()),
    ]);
    return {
      version,
      enrolment,
      finishedAt: finished.find((row) => row.versionId === versionId)?.completedAt ?? null,
      lastFinishedAt: finished[0]?.completedAt ?? null,
      read: enrolment?.read ?? [],
      quiz,
      closed: closed?.get(courseId) ?? null,
    };
  }

  private async standing(actor: Actor, version: CourseVersion, now: Date): Promise<QuizStanding | null> {
    if (version.quizVersionId === null) return null;
    const [quiz, [standing]] = await Promise.all([
      this.quizzes.get(version.quizVersionId),
      this.attempts.standings(actor.personId, [version.quizVersionId], now),
    ]);
    const untouched = { attempts: 0, openAttemptId: null, bestPercent: null, passed: false };
    return { ...untouched, ...standing, questions: quiz.slots.length, passPercent: quiz.passPercent };
  }
}
