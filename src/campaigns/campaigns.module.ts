/**
 * Campaigns own themed weeks: their content (loaded from content/campaigns), when each day opens, pledges, huddle cards
 * and the counts of who takes part. The lessons are courses and what people finish is learning's; whether a week moved
 * what customers say is impact's, which also serves the result page.
 */
import { Module, type OnModuleInit } from '@nestjs/common';
import { CoursesModule } from '../courses/courses.module.js';
import { LearningModule } from '../learning/learning.module.js';
import { Navigation } from '../platform/web/navigation.js';
import { CampaignContentQueries } from './campaign-content.queries.js';
import { CampaignContentService } from './campaign-content.service.js';
import { CampaignsController } from './campaigns.controller.js';
import { CampaignsQueries } from './campaigns.queries.js';
import { CampaignsService } from './campaigns.service.js';
import { ParticipationQueries } from './participation.queries.js';
import { campaignsPath } from './paths.js';
import { PledgeNext } from './pledge-next.service.js';
import { PledgesQueries } from './pledges.queries.js';
import { ThemeDayGate } from './theme-day-gate.service.js';

@Module({
  imports: [CoursesModule, LearningModule],
  controllers: [CampaignsController],
  providers: [
    CampaignContentQueries,
    CampaignContentService,
    CampaignsQueries,
    CampaignsService,
    ParticipationQueries,
    PledgeNext,
    PledgesQueries,
    ThemeDayGate,
  ],
  exports: [CampaignContentService, CampaignsQueries, ParticipationQueries],
})
export class CampaignsModule implements OnModuleInit {
  constructor(private readonly navigation: Navigation) {}

  onModuleInit(): void {
    this.navigation.register({ label: 'Week', path: campaignsPath, icon: 'calendar', order: 25, shows: () => true });
  }
}
