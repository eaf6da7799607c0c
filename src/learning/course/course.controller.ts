import { Controller, Get, Param, Post } from '@nestjs/common';
import { CourseStates } from '../../courses/course-states.service.js';
import { coursePath } from '../../courses/paths.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import { presentCourse } from './course.presenter.js';
import { presentFinished } from './finished.presenter.js';
import { learningPermissions } from '../learning.policy.js';
import { LearningService } from '../player/learning.service.js';
import { MyLearningQueries } from '../my-learning.queries.js';
import { Places } from '../places/places.service.js';
import { Resume } from '../player/resume.service.js';
import { WhatNext } from '../what-next.service.js';

/** One course: its page, starting it, and the page after it. */
@Controller('courses/:slug')
export class CourseController {
  constructor(
    private readonly places: Places,
    private readonly learning: LearningService,
    private readonly resume: Resume,
    private readonly states: CourseStates,
    private readonly whatNext: WhatNext,
    private readonly mine: MyLearningQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Can(learningPermissions.learn)
  async show(@By() actor: Actor, @Param('slug') slug: string): Promise<Reply> {
    const place = await this.places.of(actor, slug);
    const { courseId } = place.version;
    const state = (await this.states.of(actor, [courseId]))(courseId);
    return page('learning/course', presentCourse(place, state, this.clock.today()), { awning: true });
  }

  @Post('enrolments')
  @Can(learningPermissions.learn)
  async start(@By() actor: Actor, @Param('slug') slug: string): Promise<Reply> {
    const place = await this.learning.start(actor, slug);
    return seeOther(await this.resume.path(place));
  }

  @Get('finished')
  @Can(learningPermissions.learn)
  async finished(@By() actor: Actor, @Param('slug') slug: string): Promise<Reply> {
    const place = await this.places.of(actor, slug);
    if (place.lastFinishedAt === null) return seeOther(coursePath(slug));
    const [cards, drivers] = await Promise.all([
      this.whatNext.after(actor, place.version.courseId),
      this.mine.driverProgress(actor.personId, this.clock.now()),
    ]);
    return page('learning/finished', presentFinished(place, cards, drivers), { awning: true });
  }
}
