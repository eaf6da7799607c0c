/**
 * Feedback owns what customers say: sources and their mappings, the streaming import, raw answers with their history,
 * the rollups by unit and week and by area and day kept in the same transaction, and the definitions of every customer
 * metric. It does not own the pages that show them beside training (dashboards), nor what is done about them
 * (assignments, tickets).
 */
import { Module, type OnModuleInit } from '@nestjs/common';
import { Traces } from '../network/changes/traces.service.js';
import { NetworkModule } from '../network/network.module.js';
import { msg } from '../platform/language/t.js';
import { can } from '../platform/permissions.js';
import { Privacy } from '../platform/privacy/privacy-of-module.js';
import { Navigation } from '../platform/web/navigation.js';
import { AnsweredOnce } from './api/answered-once.service.js';
import { ApiAnswersJobs } from './api/api-answers.jobs.js';
import { ApiAnswersQueries } from './api/api-answers.queries.js';
import { ApiUnitsQueries } from './api/api-units.queries.js';
import { ResponsesApiController } from './api/responses-api.controller.js';
import { SentResponses } from './api/sent-responses.service.js';
import { UnitMetricsApiController } from './api/unit-metrics-api.controller.js';
import { CommentPlaces } from './comments/comment-places.service.js';
import { CommentSearch } from './comments/comment-search.queries.js';
import { CommentsController } from './comments/comments.controller.js';
import { CommentsQueries } from './comments/comments.queries.js';
import { FEEDBACK_PRIVACY } from './feedback-privacy.queries.js';
import { FeedbackController } from './feedback.controller.js';
import { metricsPath } from './custom-metrics/paths.js';
import { feedbackPermissions } from './feedback.policy.js';
import { FeedbackQueries } from './feedback.queries.js';
import { ChunkLanding } from './imports/chunk-landing.service.js';
import { ImportLock } from './imports/import-lock.queries.js';
import { ImportsQueries } from './imports/imports.queries.js';
import { RejectedLines } from './imports/rejected-lines.service.js';
import { ResponseImports } from './imports/response-import.service.js';
import { SurveyFiles } from './imports/survey-file.service.js';
import { importsPath, sourcesPath, themesPath } from './paths.js';
import { PlaceWeeksQueries } from './rollups/place-weeks.queries.js';
import { MovesWaitingQueries } from './rollups/moves-waiting.queries.js';
import { MovingAnswersJobs } from './rollups/moving-answers.jobs.js';
import { MovingAnswersListener } from './rollups/moving-answers.listener.js';
import { MovingAnswers } from './rollups/moving-answers.service.js';
import { PlaceUnitsQueries } from './rollups/place-units.queries.js';
import { ImportanceJobs } from './importance/importance.jobs.js';
import { ImportanceQueries } from './importance/importance.queries.js';
import { DriverImportance } from './importance/importance.service.js';
import { ComparisonQueries } from './standings/comparison.queries.js';
import { Comparison } from './standings/comparison.service.js';
import { ComparedQueries } from './standings/compared.queries.js';
import { StandingsJobs } from './standings/standings.jobs.js';
import { StandingsQueries } from './standings/standings.queries.js';
import { Standings } from './standings/standings.service.js';
import { ChecksController } from './self-check/checks.controller.js';
import { RepairsQueries } from './self-check/repairs.queries.js';
import { SelfCheckJobs } from './self-check/self-check.jobs.js';
import { SelfCheckQueries } from './self-check/self-check.queries.js';
import { SelfCheck } from './self-check/self-check.service.js';
import { WrongFigures } from './self-check/wrong-figures.service.js';
import { MappingController } from './sources/mapping.controller.js';
import { MappingDrafts } from './sources/mapping-drafts.service.js';
import { Samples } from './sources/samples.service.js';
import { SourcesController } from './sources/sources.controller.js';
import { SourcesQueries } from './sources/sources.queries.js';
import { PastImportController } from './undo/past-import.controller.js';
import { PilesQueries } from './undo/piles.queries.js';
import { UndoImports } from './undo/undo-imports.service.js';
import { UndoImportsJobs } from './undo/undo.jobs.js';
import { UndoneImportsQueries } from './undo/undo.queries.js';
import { UndoneList } from './undo/undone-list.service.js';
import { AnyFile } from './uploads/any-file.service.js';
import { ImportController } from './uploads/import.controller.js';
import { ImportsController } from './uploads/imports.controller.js';
import { SurveyUploadJobs } from './uploads/survey-uploads.jobs.js';
import { SurveyUploads } from './uploads/survey-uploads.service.js';
import { SurveyWork } from './uploads/survey-work.service.js';
import { EditionsQueries } from './themes/editions.queries.js';
import { CommentReadingJobs } from './themes/reading.jobs.js';
import { CommentReading } from './themes/reading.service.js';
import { ShownByMonth } from './themes/shown-by-month.service.js';
import { StarterThemes } from './themes/starter-themes.service.js';
import { ThemeCountsQueries } from './themes/theme-counts.queries.js';
import { ThemesController } from './themes/themes.controller.js';
import { Themes } from './themes/themes.service.js';
import { ThemesQueries } from './themes/themes.queries.js';
import { Utf8Copies } from './uploads/utf8-copy.service.js';
import { ANSWERS_TRACE } from './feedback-traces.js';

@Privacy(FEEDBACK_PRIVACY)
@Module({
  imports: [NetworkModule],
  controllers: [
    FeedbackController,
    CommentsController,
    ThemesController,
    ImportsController,
    ImportController,
    PastImportController,
    ChecksController,
    SourcesController,
    MappingController,
    ResponsesApiController,
    UnitMetricsApiController,
  ],
  providers: [
    ApiAnswersJobs,
    ApiAnswersQueries,
    AnsweredOnce,
    ApiUnitsQueries,
    SentResponses,
    FeedbackQueries,
    PlaceWeeksQueries,
    PlaceUnitsQueries,
    MovesWaitingQueries,
    MovingAnswers,
    MovingAnswersListener,
    MovingAnswersJobs,
    CommentsQueries,
    CommentPlaces,
    CommentSearch,
    EditionsQueries,
    Themes,
    ThemesQueries,
    StarterThemes,
    ThemeCountsQueries,
    CommentReading,
    CommentReadingJobs,
    ShownByMonth,
    ImportsQueries,
    ImportLock,
    ChunkLanding,
    RejectedLines,
    SurveyFiles,
    ResponseImports,
    SelfCheckQueries,
    SelfCheck,
    SelfCheckJobs,
    RepairsQueries,
    WrongFigures,
    StandingsQueries,
    Standings,
    ComparisonQueries,
    Comparison,
    ComparedQueries,
    ImportanceQueries,
    DriverImportance,
    ImportanceJobs,
    StandingsJobs,
    SourcesQueries,
    Samples,
    MappingDrafts,
    SurveyUploads,
    SurveyWork,
    SurveyUploadJobs,
    AnyFile,
    Utf8Copies,
    UndoneImportsQueries,
    PilesQueries,
    UndoneList,
    UndoImports,
    UndoImportsJobs,
  ],
  exports: [
    CommentReading,
    CommentPlaces,
    EditionsQueries,
    ThemeCountsQueries,
    ComparedQueries,
    DriverImportance,
    FeedbackQueries,
    Standings,
    StandingsQueries,
    PlaceWeeksQueries,
    PlaceUnitsQueries,
    MovingAnswers,
    CommentsQueries,
    ImportsQueries,
    ImportLock,
    ResponseImports,
    AnyFile,
    UndoImports,
    UndoneImportsQueries,
    SelfCheck,
  ],
})
export class FeedbackModule implements OnModuleInit {
  constructor(
    private readonly navigation: Navigation,
    private readonly traces: Traces,
  ) {}

  onModuleInit(): void {
    this.traces.register(ANSWERS_TRACE);
    this.navigation.register({
      label: msg('Feedback'),
      path: importsPath,
      covers: [sourcesPath, themesPath, metricsPath],
      icon: 'chat',
      order: 60,
      shows: (actor) => can(actor, feedbackPermissions.readImports),
    });
  }
}
