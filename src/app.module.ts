import { type DynamicModule, Module } from '@nestjs/common';
import { AssessmentModule } from './assessment/assessment.module.js';
import { AssignmentsModule } from './assignments/assignments.module.js';
import { CampaignsModule } from './campaigns/campaigns.module.js';
import { CoursesModule } from './courses/courses.module.js';
import { DashboardsModule } from './dashboards/dashboards.module.js';
import { DemoModule } from './demo/demo.module.js';
import { CustomMetricsModule } from './feedback/custom-metrics/custom-metrics.module.js';
import { FeedbackModule } from './feedback/feedback.module.js';
import { GenerateModule } from './generate/generate.module.js';
import { HomeModule } from './home/home.module.js';
import { ImpactModule } from './impact/impact.module.js';
import { LearningModule } from './learning/learning.module.js';
import { NetworkModule } from './network/network.module.js';
import { PeopleModule } from './network/people.module.js';
import { NotificationsModule } from './notifications/notifications.module.js';
import type { Clock } from './platform/clock.js';
import type { Config } from './platform/config.js';
import { PlatformModule } from './platform/platform.module.js';
import { PrivacyModule } from './privacy/privacy.module.js';
import { SignInModule } from './sign-in/sign-in.module.js';

/**
 * The map of the product: each module may import those above it in this list, and reaches those below only by recording
 * an event. test/architecture.spec.ts holds the same list and reads every import.
 */
const MODULES = [
  NetworkModule,
  PeopleModule,
  SignInModule,
  NotificationsModule,
  FeedbackModule,
  CustomMetricsModule,
  AssessmentModule,
  CoursesModule,
  LearningModule,
  AssignmentsModule,
  CampaignsModule,
  ImpactModule,
  DashboardsModule,
  PrivacyModule,
  HomeModule,
  GenerateModule,
  DemoModule,
];

@Module({})
export class AppModule {
  static with(config: Config, databaseUrl: string, clock?: Clock): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.with(config, databaseUrl, clock), ...MODULES] };
  }
}
