/**
 * Dashboards compose the pages of a place (network, region, area, unit) from what the other modules know: who finished
 * what, what was assigned, what customers say. They own the changes that somebody recorded at a unit (`unit_action`), the
 * views that people save, and decide nothing about anybody's reach.
 */
import { Module, type OnModuleInit } from '@nestjs/common';
import { CampaignsModule } from '../campaigns/campaigns.module.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { CoursesModule } from '../courses/courses.module.js';
import { CustomMetricsModule } from '../feedback/custom-metrics/custom-metrics.module.js';
import { FeedbackModule } from '../feedback/feedback.module.js';
import { LearningModule } from '../learning/learning.module.js';
import { ImpactModule } from '../impact/impact.module.js';
import { NetworkModule } from '../network/network.module.js';
import { msg } from '../platform/language/t.js';
import { can } from '../platform/permissions.js';
import { Privacy } from '../platform/privacy/privacy-of-module.js';
import { Navigation } from '../platform/web/navigation.js';
import { StaysQueries } from './as-of/stays.queries.js';
import { AlertKind } from './alerts/alert-kind.service.js';
import { ALERTS_PRIVACY } from './alerts/alerts-privacy.queries.js';
import { AlertsController } from './alerts/alerts.controller.js';
import { AlertsJobs } from './alerts/alerts.jobs.js';
import { AlertsQueries } from './alerts/alerts.queries.js';
import { Alerts } from './alerts/alerts.service.js';
import { alertsPath } from './alerts/paths.js';
import { SeenAnswers } from './alerts/seen/answers.queries.js';
import { SeenFunnel } from './alerts/seen/funnel.queries.js';
import { SeenNumbersQueries } from './alerts/seen/numbers.queries.js';
import { Sights } from './alerts/seen/sights.service.js';
import { SeenThemes } from './alerts/seen/themes.queries.js';
import { SeenTraining } from './alerts/seen/training.queries.js';
import { AlertWatch } from './alerts/watch.service.js';
import { WatchableThings } from './alerts/watchable.service.js';
import { AreaController } from './area/area.controller.js';
import { AreaFactsService } from './area/area-facts.service.js';
import { WeekLessonsQueries } from './area/week-lessons.queries.js';
import { AssignedCompletionQueries } from './assigned-completion.queries.js';
import { CompareController } from './compare/compare.controller.js';
import { CompareFactsService } from './compare/compare-facts.service.js';
import { DashboardController } from './dashboard.controller.js';
import { DASHBOARDS_PRIVACY } from './dashboards-privacy.queries.js';
import { dashboardPermissions } from './dashboards.policy.js';
import { dashboardPath } from './paths.js';
import { CompletionCountsQueries } from './completion/completion-counts.queries.js';
import { CompletionJobs } from './completion/completion.jobs.js';
import { Completion } from './completion/completion.service.js';
import { CourseShareQueries } from './course-share.queries.js';
import { CardDecisionsController } from './cards/decisions/decisions.controller.js';
import { CardDecisionsQueries } from './cards/decisions/decisions.queries.js';
import { CardDecisions } from './cards/decisions/decisions.service.js';
import { StandoutsQueries } from './cards/standouts.queries.js';
import { Voices } from './cards/voices.service.js';
import { AssignedAtPlacesQueries } from './assigned-at-places.queries.js';
import { EveryUnitController } from './every-unit/every-unit.controller.js';
import { EveryUnitFactsService } from './every-unit/every-unit-facts.service.js';
import { EveryUnitQueries } from './every-unit/every-unit.queries.js';
import { UnitRows } from './every-unit/unit-rows.service.js';
import { HappenedQueries } from './happened/happened.queries.js';
import { TellingController } from './telling/telling.controller.js';
import { LeadersQueries } from './telling/telling.queries.js';
import { Telling } from './telling/telling.service.js';
import { PlacesFactsService } from './places/places-facts.service.js';
import { RegionController } from './places/region.controller.js';
import { WholePlace } from './places/whole-place.service.js';
import { PAGE_SECTIONS } from './sections/page-sections.service.js';
import { ColumnFacts } from './table/column-facts.service.js';
import { UnitActions } from './unit/unit-actions.service.js';
import { UnitActionsQueries } from './unit/unit-actions.queries.js';
import { UnitFactsService } from './unit/unit-facts.service.js';
import { startPath, viewsPath } from './views/paths.js';
import { SAVED_VIEWS_PRIVACY } from './views/saved-views-privacy.queries.js';
import { SavedViewsController } from './views/saved-views.controller.js';
import { SavedViewsQueries } from './views/saved-views.queries.js';
import { SavedViews } from './views/saved-views.service.js';
import { ViewPlaces } from './views/view-places.service.js';
import { UnitController } from './unit/unit.controller.js';

@Privacy(DASHBOARDS_PRIVACY, SAVED_VIEWS_PRIVACY, ALERTS_PRIVACY)
@Module({
  imports: [
    NetworkModule,
    NotificationsModule,
    FeedbackModule,
    CustomMetricsModule,
    CoursesModule,
    LearningModule,
    CampaignsModule,
    ImpactModule,
  ],
  controllers: [
    CompareController,
    EveryUnitController,
    DashboardController,
    CardDecisionsController,
    TellingController,
    RegionController,
    AreaController,
    UnitController,
    SavedViewsController,
    AlertsController,
  ],
  providers: [
    CompareFactsService,
    StaysQueries,
    AreaFactsService,
    PlacesFactsService,
    WholePlace,
    WeekLessonsQueries,
    ColumnFacts,
    CourseShareQueries,
    CompletionCountsQueries,
    Completion,
    CompletionJobs,
    UnitFactsService,
    AssignedCompletionQueries,
    AssignedAtPlacesQueries,
    EveryUnitFactsService,
    EveryUnitQueries,
    UnitRows,
    UnitActions,
    UnitActionsQueries,
    SavedViews,
    SavedViewsQueries,
    ViewPlaces,
    Alerts,
    AlertsQueries,
    SeenAnswers,
    SeenFunnel,
    SeenNumbersQueries,
    SeenThemes,
    SeenTraining,
    Sights,
    WatchableThings,
    AlertWatch,
    AlertsJobs,
    AlertKind,
    ...PAGE_SECTIONS,
    HappenedQueries,
    StandoutsQueries,
    Voices,
    CardDecisionsQueries,
    CardDecisions,
    LeadersQueries,
    Telling,
  ],
  exports: [AreaFactsService],
})
export class DashboardsModule implements OnModuleInit {
  constructor(private readonly navigation: Navigation) {}

  onModuleInit(): void {
    this.navigation.register({
      label: msg('Dashboard'),
      path: startPath,
      covers: [dashboardPath, '/regions', '/areas', '/units', viewsPath, alertsPath],
      icon: 'people',
      order: 15,
      shows: (actor) => can(actor, dashboardPermissions.readAreas),
    });
  }
}
