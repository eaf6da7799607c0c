import { Controller, Get, Param, Post } from '@nestjs/common';
import { attemptPath } from '../../assessment/paths.js';
import { coursePath } from '../../courses/paths.js';
import type { Actor } from '../../platform/actor.js';
import { NotFound, RuleBroken } from '../../platform/errors.js';
import { Can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import { t } from '../../platform/language/t.js';
import { learningPermissions } from '../learning.policy.js';
import { Places } from '../places/places.service.js';
import { QuizStart } from './quiz-start.service.js';
import { presentQuiz } from './quiz.presenter.js';

/** The door from a course to its quiz. Looking at it starts nothing; the button does. */
@Controller('courses/:slug/quiz')
export class QuizController {
  constructor(
    private readonly places: Places,
    private readonly quiz: QuizStart,
  ) {}

  @Get()
  @Can(learningPermissions.learn)
  show(@By() actor: Actor, @Param('slug') slug: string): Promise<Reply> {
    return this.door(actor, slug, null);
  }

  @Post()
  @Can(learningPermissions.learn)
  async start(@By() actor: Actor, @Param('slug') slug: string): Promise<Reply> {
    try {
      return seeOther(await this.quiz.start(actor, slug));
    } catch (error) {
      if (!(error instanceof RuleBroken)) throw error;
      return this.door(actor, slug, error.sentence);
    }
  }

  private async door(actor: Actor, slug: string, problem: string | null): Promise<Reply> {
    const place = await this.places.of(actor, slug);
    if (place.quiz === null) throw new NotFound(t('This course has no quiz. Open the course to see what is in it.'));
    if (place.closed) return seeOther(coursePath(slug));
    if (place.quiz.openAttemptId !== null && problem === null) return seeOther(attemptPath(place.quiz.openAttemptId));
    const status = problem === null ? 200 : 422;
    return page('learning/quiz', presentQuiz(place, place.quiz, problem), { layout: 'player', status });
  }
}
