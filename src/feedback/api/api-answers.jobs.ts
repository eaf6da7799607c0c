import { Injectable } from '@nestjs/common';
import { Job } from '../../platform/jobs/job.js';
import { ApiAnswersQueries } from './api-answers.queries.js';

@Injectable()
export class ApiAnswersJobs {
  constructor(private readonly answers: ApiAnswersQueries) {}

  /** Keys are remembered for a week, longer than any program tries again. */
  @Job('feedback.forgetApiAnswers', { everyMinutes: 60 })
  async forget(): Promise<void> {
    await this.answers.dropOld();
  }
}
