import { Injectable } from '@nestjs/common';
import { Job, type JobContext } from '../../platform/jobs/job.js';
import { MovingAnswers } from './moving-answers.service.js';

export const MOVE_ANSWERS = 'feedback.moveAnswers';

/** The long way, for a mass of answers; every night as well, should something have moved units past the imports. */
@Injectable()
export class MovingAnswersJobs {
  constructor(private readonly moving: MovingAnswers) {}

  @Job(MOVE_ANSWERS, { daily: '03:40', alone: true })
  async move(_body: object, context: JobContext): Promise<void> {
    await this.moving.moveAll(context);
  }
}
