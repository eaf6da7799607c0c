/**
 * Home: the page behind `/`, which says what to do next, by role, and the statement on access. It owns no
 * data and no rule about anybody's; it asks the modules above it and puts their answers in order.
 */
import { Module, type OnModuleInit } from '@nestjs/common';
import { AssignmentsModule } from '../assignments/assignments.module.js';
import { CampaignsModule } from '../campaigns/campaigns.module.js';
import { CoursesModule } from '../courses/courses.module.js';
import { DashboardsModule } from '../dashboards/dashboards.module.js';
import { FeedbackModule } from '../feedback/feedback.module.js';
import { LearningModule } from '../learning/learning.module.js';
import { NetworkModule } from '../network/network.module.js';
import { msg } from '../platform/language/t.js';
import { Navigation } from '../platform/web/navigation.js';
import { HomeController } from './home.controller.js';
import { HomeService } from './home.service.js';
import { homePath } from './paths.js';
import { StatementsController } from './statements.controller.js';

@Module({
  imports: [
    NetworkModule,
    FeedbackModule,
    CoursesModule,
    LearningModule,
    AssignmentsModule,
    CampaignsModule,
    DashboardsModule,
  ],
  controllers: [HomeController, StatementsController],
  providers: [HomeService],
})
export class HomeModule implements OnModuleInit {
  constructor(private readonly navigation: Navigation) {}

  onModuleInit(): void {
    this.navigation.register({ label: msg('Today'), path: homePath, icon: 'shop', order: 10, shows: () => true });
  }
}
