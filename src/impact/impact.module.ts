/**
 * Impact asks whether training moved what customers say, and prints a grade on every answer: the result of a themed week
 * and completion set against scores across units. It reads the other modules' facts and owns none of them; the formulas
 * are in statistics.
 */
import { Module, type OnModuleInit } from '@nestjs/common';
import { CampaignsModule } from '../campaigns/campaigns.module.js';
import { msg } from '../platform/language/t.js';
import { can } from '../platform/permissions.js';
import { Navigation } from '../platform/web/navigation.js';
import { ImpactController } from './impact.controller.js';
import { impactPermissions } from './impact.policy.js';
import { LinkQueries } from './link.queries.js';
import { CompletionShareQueries } from './panel/completion-share.queries.js';
import { LotQueries } from './panel/lot.queries.js';
import { PanelAnswersQueries } from './panel/panel-answers.queries.js';
import { StudyPanels } from './panel/study-panels.service.js';
import { impactPath } from './paths.js';
import { ResultController } from './result.controller.js';
import { WeekTotalsQueries } from './week-totals.queries.js';

@Module({
  imports: [CampaignsModule],
  controllers: [ImpactController, ResultController],
  providers: [LinkQueries, WeekTotalsQueries, CompletionShareQueries, LotQueries, PanelAnswersQueries, StudyPanels],
})
export class ImpactModule implements OnModuleInit {
  constructor(private readonly navigation: Navigation) {}

  onModuleInit(): void {
    const shows = (actor: Parameters<typeof can>[0]) => can(actor, impactPermissions.read);
    this.navigation.register({ label: msg('Impact'), path: impactPath, icon: 'bars', order: 60, shows });
  }
}
