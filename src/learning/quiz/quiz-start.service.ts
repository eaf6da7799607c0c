import { Injectable } from '@nestjs/common';
import { AttemptsService } from '../../assessment/attempts/attempts.service.js';
import { entryPath } from '../../assessment/paths.js';
import type { Actor } from '../../platform/actor.js';
import { NotFound, RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { LearningService } from '../player/learning.service.js';
import { quizPath } from '../paths.js';

/** From a course into its quiz. */
@Injectable()
export class QuizStart {
  constructor(
    private readonly learning: LearningService,
    private readonly attempts: AttemptsService,
  ) {}

  /**
   * Starts the next attempt, or goes on with the open one. Starting the quiz starts the course as well.
   * @returns the path at which the attempt goes on
   * @throws RuleBroken when no attempts are left or the course is closed; NotFound when it has no quiz
   */
  async start(actor: Actor, slug: string): Promise<string> {
    const { version } = await this.learning.start(actor, slug);
    if (version.quizVersionId === null)
      throw new NotFound(t('This course has no quiz. Open the course to see what is in it.'));
    return entryPath(await this.attempts.start(actor, version.quizVersionId));
  }

  /** The same after a lesson; when no attempt is left, the quiz's own page says so. */
  async path(actor: Actor, slug: string): Promise<string> {
    try {
      return await this.start(actor, slug);
    } catch (error) {
      if (error instanceof RuleBroken) return quizPath(slug);
      throw error;
    }
  }
}
