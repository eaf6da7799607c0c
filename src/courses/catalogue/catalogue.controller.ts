import { Controller, Get, Query } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { isDriver } from '../../platform/drivers.js';
import { Can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { page, type Reply } from '../../platform/web/reply.js';
import { presentCatalogue } from './catalogue.presenter.js';
import { CourseGates } from '../course-gates.service.js';
import { CourseStates } from '../course-states.service.js';
import { coursePermissions } from '../courses.policy.js';
import { CoursesQueries } from '../courses.queries.js';

const LONGEST_SEARCH = 100;

/** `/courses`: every published course, by driver or by words. */
@Controller('courses')
export class CatalogueController {
  constructor(
    private readonly courses: CoursesQueries,
    private readonly states: CourseStates,
    private readonly gates: CourseGates,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Can(coursePermissions.browse)
  async show(@By() actor: Actor, @Query('driver') driver: unknown, @Query('q') q: unknown): Promise<Reply> {
    const words = wordsIn(q);
    const filter = { driver: isDriver(driver) ? driver : null, words };
    const courses = await this.courses.published(filter);
    const ids = courses.map((course) => course.courseId);
    const today = this.clock.today();
    const [stateOf, closed] = await Promise.all([this.states.of(actor, ids), this.gates.closed(ids, actor, today)]);
    return page('courses/catalogue', presentCatalogue({ filter, courses, stateOf, closed, today }), { awning: true });
  }
}

/** What was typed into the search box; null when that is nothing. */
function wordsIn(q: unknown): string | null {
  if (typeof q !== 'string') return null;
  return (
    q
      .replace(/\p{Cc}/gu, ' ')
      .trim()
      .slice(0, LONGEST_SEARCH) || null
  );
}
