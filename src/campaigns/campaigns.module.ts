/**
 * Campaigns own themed weeks: their content (planned in the studio, or loaded from content/campaigns), whom each is for,
 * when each day opens, pledges, huddle cards and the counts of who takes part. The lessons are courses and what people
 * finish is learning's; whether a week moved what customers say is impact's, which also serves the result page.
 */
import { Module, type OnModuleInit } from '@nestjs/common';
import { AssignmentsModule } from '../assignments/assignments.module.js';
import { CoursesModule } from '../courses/courses.module.js';
import { LearningModule } from '../learning/learning.module.js';
import { NetworkModule } from '../network/network.module.js';
import { msg } from '../platform/language/t.js';
import { Privacy } from '../platform/privacy/privacy-of-module.js';
import { Navigation } from '../platform/web/navigation.js';
import { CampaignContentQueries } from './campaign-content.queries.js';
import { CampaignContentService } from './campaign-content.service.js';
import { CAMPAIGNS_PRIVACY } from './campaigns-privacy.queries.js';
import { CampaignsController } from './campaigns.controller.js';
import { CampaignsQueries } from './campaigns.queries.js';
import { CampaignsService } from './campaigns.service.js';
import { ParticipationQueries } from './participation.queries.js';
import { campaignsPath } from './paths.js';
import { PledgeNext } from './pledge-next.service.js';
import { PledgesQueries } from './pledges.queries.js';
import { CampaignDraftsQueries } from './studio/campaign-drafts.queries.js';
import { CampaignDraftsService } from './studio/campaign-drafts.service.js';
import { CampaignEditorController } from './studio/campaign-editor.controller.js';
import { CampaignPages } from './studio/campaign-pages.service.js';
import { CampaignPublishingController } from './studio/campaign-publishing.controller.js';
import { CampaignsStudioController } from './studio/campaigns-studio.controller.js';
import { MakingService } from './studio/making.service.js';
import { PublishingQueries } from './studio/publishing.queries.js';
import { PublishingService } from './studio/publishing.service.js';
import { ReadinessService } from './studio/readiness.service.js';
import { ThemeDayClashes } from './theme-day-clashes.service.js';
import { ThemeDaysQueries } from './theme-days.queries.js';
import { ThemeDayGate } from './theme-day-gate.service.js';

@Privacy(CAMPAIGNS_PRIVACY)
@Module({
  imports: [AssignmentsModule, CoursesModule, LearningModule, NetworkModule],
  controllers: [CampaignsController, CampaignsStudioController, CampaignEditorController, CampaignPublishingController],
  providers: [
    CampaignContentQueries,
    CampaignContentService,
    CampaignDraftsQueries,
    CampaignDraftsService,
    CampaignPages,
    CampaignsQueries,
    CampaignsService,
    MakingService,
    ParticipationQueries,
    PledgeNext,
    PledgesQueries,
    PublishingQueries,
    PublishingService,
    ReadinessService,
    ThemeDayClashes,
    ThemeDayGate,
    ThemeDaysQueries,
  ],
  exports: [CampaignContentService, CampaignsQueries, ParticipationQueries],
})
export class CampaignsModule implements OnModuleInit {
  constructor(private readonly navigation: Navigation) {}

  onModuleInit(): void {
    this.navigation.register({
      label: msg('Week'),
      path: campaignsPath,
      icon: 'calendar',
      order: 25,
      shows: () => true,
    });
  }
}
