/**
 * Impact asks whether training moved what customers say, and prints a grade on every answer: studies (studies/) of panels of
 * units by weeks (panel/), trainings in random waves (plans/), the result of a themed week (week/), completion set against
 * scores across units, and the estimators on any file (estimate/). It owns studies and plans, reads the other modules'
 * facts, and takes its formulas from statistics.
 */
import { Module, type OnModuleInit } from '@nestjs/common';
import { AssignmentsModule } from '../assignments/assignments.module.js';
import { CampaignsModule } from '../campaigns/campaigns.module.js';
import { Traces } from '../network/changes/traces.service.js';
import { CoursesModule } from '../courses/courses.module.js';
import { NetworkModule } from '../network/network.module.js';
import { msg } from '../platform/language/t.js';
import { can } from '../platform/permissions.js';
import { Privacy } from '../platform/privacy/privacy-of-module.js';
import { Navigation } from '../platform/web/navigation.js';
import { ImpactController } from './impact.controller.js';
import { impactPermissions } from './impact.policy.js';
import { LinkQueries } from './link.queries.js';
import { CompletionShareQueries } from './panel/completion-share.queries.js';
import { LotQueries } from './panel/lot.queries.js';
import { PanelAnswersQueries } from './panel/panel-answers.queries.js';
import { StudyPanels } from './panel/study-panels.service.js';
import { impactPath } from './paths.js';
import { NewPlanController } from './plans/new-plan.controller.js';
import { PlanAreasQueries } from './plans/plan-areas.queries.js';
import { PlanChoicesService } from './plans/plan-choices.service.js';
import { PlanLots } from './plans/plan-lots.service.js';
import { PlanPreview } from './plans/plan-preview.service.js';
import { PLANS_PRIVACY } from './plans/plans-privacy.queries.js';
import { PLANS_TRACE } from './plans/plans-traces.js';
import { PlansController } from './plans/plans.controller.js';
import { WavePlansQueries } from './plans/wave-plans.queries.js';
import { WavePlans } from './plans/wave-plans.service.js';
import { WavesJobs } from './plans/waves.jobs.js';
import { ResultController } from './week/result.controller.js';
import { LatestResults } from './studies/latest-results.service.js';
import { STUDIES_PRIVACY } from './studies/studies-privacy.queries.js';
import { STUDIES_TRACE } from './studies/studies-traces.js';
import { StudiesController } from './studies/studies.controller.js';
import { StudiesAsked } from './studies/studies-asked.service.js';
import { StudiesQueries } from './studies/studies.queries.js';
import { Studies } from './studies/studies.service.js';
import { StudyChoicesQueries } from './studies/study-choices.queries.js';
import { StudyDrafts } from './studies/study-drafts.service.js';
import { StudyPreview } from './studies/study-preview.service.js';
import { StudyRuns } from './studies/study-runs.service.js';
import { StudyController } from './studies/study.controller.js';
import { StudyJobs } from './studies/study.jobs.js';
import { WeekResults } from './week/week-results.service.js';
import { WeekTotalsQueries } from './week/week-totals.queries.js';

@Privacy(STUDIES_PRIVACY, PLANS_PRIVACY)
@Module({
  imports: [AssignmentsModule, CampaignsModule, CoursesModule, NetworkModule],
  controllers: [
    ImpactController,
    ResultController,
    StudiesController,
    StudyController,
    NewPlanController,
    PlansController,
  ],
  providers: [
    LinkQueries,
    WeekResults,
    WeekTotalsQueries,
    CompletionShareQueries,
    LotQueries,
    PanelAnswersQueries,
    PlanAreasQueries,
    PlanChoicesService,
    PlanLots,
    PlanPreview,
    StudyPanels,
    LatestResults,
    Studies,
    StudiesAsked,
    StudiesQueries,
    StudyChoicesQueries,
    StudyDrafts,
    StudyJobs,
    StudyPreview,
    StudyRuns,
    WavePlans,
    WavePlansQueries,
    WavesJobs,
  ],
  exports: [LatestResults, StudiesQueries, StudyRuns],
})
export class ImpactModule implements OnModuleInit {
  constructor(
    private readonly navigation: Navigation,
    private readonly traces: Traces,
  ) {}

  onModuleInit(): void {
    this.traces.register(STUDIES_TRACE);
    this.traces.register(PLANS_TRACE);
    const shows = (actor: Parameters<typeof can>[0]) => can(actor, impactPermissions.read);
    this.navigation.register({ label: msg('Impact'), path: impactPath, icon: 'bars', order: 60, shows });
  }
}
