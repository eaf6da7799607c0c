import { Module } from '@nestjs/common';
import { Privacy } from '../platform/privacy/privacy-of-module.js';
import { ASSESSMENT_PRIVACY } from './assessment-privacy.queries.js';
import { AttemptHosts } from './attempts/attempt-hosts.service.js';
import { AttemptQuestionsController } from './attempts/attempt-questions.controller.js';
import { AttemptRows } from './attempts/attempt-rows.queries.js';
import { AttemptsController } from './attempts/attempts.controller.js';
import { AttemptQueries } from './attempts/attempts.queries.js';
import { AttemptsService } from './attempts/attempts.service.js';
import { OwnAttempts } from './attempts/own-attempts.queries.js';
import { Rehearsals } from './attempts/rehearsals.service.js';
import { Sheets } from './attempts/sheets.service.js';
import { SubmissionsController } from './attempts/submissions.controller.js';
import { QuizPublisher } from './quizzes/quiz-publisher.service.js';
import { QuizVersions } from './quizzes/quiz-versions.service.js';
import { QuizzesQueries } from './quizzes/quizzes.queries.js';

/**
 * The question bank, quizzes in versions that never change, and attempts: every answer stored when it is given, marked,
 * graded and kept with every step that led there. It does not know where a quiz stands or what passing it is good for:
 * it asks the hosts that register (AttemptHosts) where to go back to, and announces `attemptSubmitted`.
 */
@Privacy(ASSESSMENT_PRIVACY)
@Module({
  controllers: [AttemptsController, AttemptQuestionsController, SubmissionsController],
  providers: [
    AttemptHosts,
    AttemptQueries,
    AttemptRows,
    AttemptsService,
    OwnAttempts,
    QuizPublisher,
    QuizVersions,
    QuizzesQueries,
    Rehearsals,
    Sheets,
  ],
  exports: [AttemptHosts, AttemptQueries, AttemptsService, QuizPublisher, QuizVersions, QuizzesQueries, Rehearsals],
})
export class AssessmentModule {}
