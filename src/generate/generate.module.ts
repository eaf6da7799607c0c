import { Module } from '@nestjs/common';
import { FollowQueries } from '../assignments/following/follow.queries.js';
import { CampaignsModule } from '../campaigns/campaigns.module.js';
import { CoursesModule } from '../courses/courses.module.js';
import { FeedbackModule } from '../feedback/feedback.module.js';
import { ChangesQueries } from '../network/changes/changes.queries.js';
import { AnswerIndexesJobs } from './feedback/answer-indexes.jobs.js';
import { AnswerIndexes } from './feedback/answer-indexes.queries.js';
import { GeneratedAnswers } from './feedback/generated-answers.service.js';
import { OrganisationFiles } from './files/organisation-files.service.js';
import { Generator } from './generator.service.js';
import { GeneratedLearning } from './learning/generated-learning.service.js';
import { WrittenQueries } from './written.queries.js';

/**
 * Generate makes believable organisations of any size from a seed: places, people, what customers said and what was learned,
 * with effects that are known to be true. It writes other modules' tables directly, in sets, being their test data; no
 * other module but the demo knows of it, which is one such organisation with stories planted in it.
 */
@Module({
  imports: [FeedbackModule, CoursesModule, CampaignsModule],
  providers: [
    Generator,
    GeneratedAnswers,
    AnswerIndexes,
    AnswerIndexesJobs,
    GeneratedLearning,
    OrganisationFiles,
    WrittenQueries,
    ChangesQueries,
    FollowQueries,
  ],
  exports: [Generator, OrganisationFiles],
})
export class GenerateModule {}
