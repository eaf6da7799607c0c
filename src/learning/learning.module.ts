import { Module, type OnModuleInit } from '@nestjs/common';
import { NetworkModule } from '../network/network.module.js';
import { Traces } from '../network/changes/traces.service.js';
import { AssessmentModule } from '../assessment/assessment.module.js';
import { CoursesModule } from '../courses/courses.module.js';
import type { Role } from '../platform/actor.js';
import { msg } from '../platform/language/t.js';
import { Privacy } from '../platform/privacy/privacy-of-module.js';
import { Navigation } from '../platform/web/navigation.js';
import { Completions } from './completions/completions.service.js';
import { CourseCompletionQueries } from './course-completion.queries.js';
import { CourseController } from './course/course.controller.js';
import { EvidenceQueries } from './completions/evidence.queries.js';
import { LEARNING_PRIVACY } from './learning-privacy.queries.js';
import { LearningStates } from './learning-states.service.js';
import { LearningListener } from './completions/learning.listener.js';
import { LearningService } from './player/learning.service.js';
import { MovingOn } from './places/moving-on.service.js';
import { MovingOnQueries } from './places/moving-on.queries.js';
import { MyLearningQueries } from './my-learning.queries.js';
import { recordPath } from './paths.js';
import { PartWayCounts } from './places/part-way-counts.service.js';
import { PartWayQueries } from './places/part-way.queries.js';
import { PlacesQueries } from './places/places.queries.js';
import { Places } from './places/places.service.js';
import { PlayerController } from './player/player.controller.js';
import { PreviewController } from './preview/preview.controller.js';
import { PreviewLessonController } from './preview/preview-lesson.controller.js';
import { PreviewQuizController } from './preview/preview-quiz.controller.js';
import { QuizHost } from './quiz/quiz-host.service.js';
import { QuizStart } from './quiz/quiz-start.service.js';
import { QuizController } from './quiz/quiz.controller.js';
import { AskedOfMe } from './record/asked-of-me.service.js';
import { RecordController } from './record/record.controller.js';
import { Resume } from './player/resume.service.js';
import { UnitLearningQueries } from './unit-learning.queries.js';
import { WhatNext } from './what-next.service.js';
import { LEARNING_TRACE } from './learning-traces.js';

/** Those who come to learn rather than to look after others. */
const LEARNERS: Role[] = ['staff', 'postmaster', 'champion', 'departmentManager', 'guest'];

/**
 * Who learns what: the course page, the player, every answer on the way, progress, completions and my record. It owns
 * the tables of migration 0007. A completion is appended by the server from evidence, in the transaction of the last
 * piece of it.
 *
 * It also shows authors their drafts as learners will see them (preview/), and records nothing of that.
 *
 * It does not know who must learn what by when: that is assignments', which settles requirements as completions are
 * recorded. Theme days are campaigns'; both say what they know through `CourseStates`, `CourseGates` and `WhatNext`.
 */
@Privacy(LEARNING_PRIVACY)
@Module({
  imports: [NetworkModule, AssessmentModule, CoursesModule],
  controllers: [
    CourseController,
    PlayerController,
    QuizController,
    RecordController,
    PreviewController,
    PreviewLessonController,
    PreviewQuizController,
  ],
  providers: [
    AskedOfMe,
    Completions,
    CourseCompletionQueries,
    EvidenceQueries,
    LearningListener,
    LearningService,
    LearningStates,
    MovingOn,
    MovingOnQueries,
    MyLearningQueries,
    PartWayCounts,
    PartWayQueries,
    Places,
    PlacesQueries,
    QuizHost,
    QuizStart,
    Resume,
    UnitLearningQueries,
    WhatNext,
  ],
  exports: [AskedOfMe, CourseCompletionQueries, MyLearningQueries, UnitLearningQueries, WhatNext],
})
export class LearningModule implements OnModuleInit {
  constructor(
    private readonly navigation: Navigation,
    private readonly traces: Traces,
  ) {}

  onModuleInit(): void {
    this.traces.register(LEARNING_TRACE);
    const shows = (actor: { roles: Role[] }) => actor.roles.some((role) => LEARNERS.includes(role));
    this.navigation.register({ label: msg('Progress'), path: recordPath(), icon: 'bars', order: 30, shows });
  }
}
