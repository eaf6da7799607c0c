import { Module, type OnModuleInit } from '@nestjs/common';
import { AssessmentModule } from '../assessment/assessment.module.js';
import { Navigation } from '../platform/web/navigation.js';
import { CatalogueController } from './catalogue/catalogue.controller.js';
import { ContentFiles } from './content/content-files.service.js';
import { ContentQueries } from './content/content.queries.js';
import { CourseGates } from './course-gates.service.js';
import { CourseImagesController } from './course-images.controller.js';
import { CourseStates } from './course-states.service.js';
import { CoursesQueries } from './courses.queries.js';
import { CoursesService } from './courses.service.js';
import { cataloguePath } from './paths.js';
import { DraftsQueries } from './studio/drafts/drafts.queries.js';
import { DraftsService } from './studio/drafts/drafts.service.js';
import { NewDrafts } from './studio/drafts/new-drafts.service.js';
import { PublishedContentQueries } from './studio/drafts/published-content.queries.js';

/**
 * Courses: what they are made of, how they are written, checked and published in versions that never change, which of
 * them are open, and the catalogue. It owns the tables of migration 0006 and the pictures in lessons.
 *
 * It does not know who learns what: the page of one course, the player, progress and completions are learning's, and
 * the catalogue asks for people's states through `CourseStates`. Quizzes are assessment's; a version points at one.
 */
@Module({
  imports: [AssessmentModule],
  controllers: [CatalogueController, CourseImagesController],
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
  ],
  exports: [CoursesService, CoursesQueries, CourseGates, CourseStates],
})
export class CoursesModule implements OnModuleInit {
  constructor(private readonly navigation: Navigation) {}

  onModuleInit(): void {
    this.navigation.register({ label: 'Learn', path: cataloguePath(), icon: 'book', order: 20, shows: () => true });
  }
}
