import { Module, type OnModuleInit } from '@nestjs/common';
import { AssessmentModule } from '../assessment/assessment.module.js';
import { msg } from '../platform/language/t.js';
import { can } from '../platform/permissions.js';
import { Privacy } from '../platform/privacy/privacy-of-module.js';
import { Navigation } from '../platform/web/navigation.js';
import { CatalogueController } from './catalogue/catalogue.controller.js';
import { ContentFiles } from './content/content-files.service.js';
import { ContentQueries } from './content/content.queries.js';
import { CourseGates } from './course-gates.service.js';
import { CourseImagesController } from './course-images.controller.js';
import { CourseStates } from './course-states.service.js';
import { COURSES_PRIVACY } from './courses-privacy.queries.js';
import { CoursesQueries } from './courses.queries.js';
import { CoursesService } from './courses.service.js';
import { cataloguePath } from './paths.js';
import { BlockController } from './studio/blocks/block.controller.js';
import { BlocksController } from './studio/blocks/blocks.controller.js';
import { DeskController } from './studio/desk/desk.controller.js';
import { NewCourseController } from './studio/desk/new-course.controller.js';
import { DraftPages } from './studio/draft-pages.service.js';
import { DraftsQueries } from './studio/drafts/drafts.queries.js';
import { DraftsService } from './studio/drafts/drafts.service.js';
import { NewDrafts } from './studio/drafts/new-drafts.service.js';
import { PublishedContentQueries } from './studio/drafts/published-content.queries.js';
import { ExportController } from './studio/exchange/export.controller.js';
import { ImportController } from './studio/exchange/import.controller.js';
import { ImportQueries } from './studio/exchange/import.queries.js';
import { CourseImport } from './studio/exchange/import.service.js';
import { Pictures } from './studio/images/pictures.service.js';
import { LessonsController } from './studio/lessons/lessons.controller.js';
import { DraftController } from './studio/outline/course.controller.js';
import { studioPath } from './studio/paths.js';
import { CourseLearners } from './studio/publishing/course-learners.service.js';
import { PublishingController } from './studio/publishing/publishing.controller.js';
import { PublishingService } from './studio/publishing/publishing.service.js';
import { ShelfService } from './studio/publishing/shelf.service.js';
import { VersionsController } from './studio/publishing/versions.controller.js';
import { VersionsQueries } from './studio/publishing/versions.queries.js';
import { QuizEditorController } from './studio/quiz/quiz.controller.js';
import { QuizQuestionsController } from './studio/quiz/quiz-questions.controller.js';
import { studioPermissions } from './studio/studio.policy.js';

/**
 * Courses: what they are made of, how they are written, checked and published in versions that never change, which of
 * them are open, and the catalogue. It owns the tables of migration 0006 and the pictures in lessons.
 *
 * Its second half is the studio, the CX team's desk (studio/): drafts that change and can be taken back, in tables of
 * migration 0011, and what turns them into versions.
 *
 * It does not know who learns what: the page of one course, the player, progress and completions are learning's, and
 * the catalogue asks for people's states through `CourseStates`. Quizzes are assessment's; a version points at one.
 */
@Privacy(COURSES_PRIVACY)
@Module({
  imports: [AssessmentModule],
  controllers: [
    CatalogueController,
    CourseImagesController,
    DeskController,
    NewCourseController,
    DraftController,
    LessonsController,
    BlocksController,
    BlockController,
    QuizEditorController,
    QuizQuestionsController,
    PublishingController,
    VersionsController,
    ExportController,
    ImportController,
  ],
  providers: [
    CoursesService,
    CoursesQueries,
    ContentFiles,
    ContentQueries,
    CourseGates,
    CourseStates,
    DraftsService,
    DraftsQueries,
    NewDrafts,
    PublishedContentQueries,
    DraftPages,
    Pictures,
    PublishingService,
    VersionsQueries,
    ShelfService,
    CourseLearners,
    CourseImport,
    ImportQueries,
  ],
  exports: [
    CoursesService,
    CoursesQueries,
    CourseGates,
    CourseStates,
    CourseLearners,
    DraftPages,
    DraftsService,
    PublishedContentQueries,
  ],
})
export class CoursesModule implements OnModuleInit {
  constructor(private readonly navigation: Navigation) {}

  onModuleInit(): void {
    this.navigation.register({
      label: msg('Learn'),
      path: cataloguePath(),
      icon: 'book',
      order: 20,
      shows: () => true,
    });
    this.navigation.register({
      label: msg('Studio'),
      path: studioPath(),
      icon: 'file',
      order: 60,
      shows: (actor) => can(actor, studioPermissions.read),
    });
  }
}
