import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AdminController } from './admin/admin.controller.js';
import { AdminEntries } from './admin/admin-entries.js';
import { AccountSlot } from './api/account-source.js';
import { OpenApiController } from './api/openapi.controller.js';
import { ScopeGuard } from './api/scope.guard.js';
import { Clock } from './clock.js';
import { ClockQueries } from './clock.queries.js';
import { Config } from './config.js';
import { Database } from './database/database.js';
import { Listeners } from './events/listeners.js';
import { Explorer } from './explorer.js';
import { FileImportRun } from './files/file-import-run.service.js';
import { FileImportsJobs } from './files/file-imports.jobs.js';
import { FileImportsQueries } from './files/file-imports.queries.js';
import { FileImports } from './files/file-imports.service.js';
import { RejectsDownloads } from './files/rejects-download.service.js';
import { BoardQueries } from './jobs/board.queries.js';
import { JobRegistry } from './jobs/job-registry.js';
import { JobRunner } from './jobs/job-runner.js';
import { JobWorker } from './jobs/job-worker.js';
import { JobsController } from './jobs/jobs.controller.js';
import { JobsQueries } from './jobs/jobs.queries.js';
import { JobsService } from './jobs/jobs.service.js';
import { Relay } from './jobs/relay.js';
import { TidyJobs } from './jobs/tidy.jobs.js';
import { WorkersQueries } from './jobs/workers.queries.js';
import { LOG, openLog } from './log.js';
import { installationSecret, SECRET } from './secret.queries.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { Metrics } from './metrics/metrics.js';
import { MetricsQueries } from './metrics/metrics.queries.js';
import { AuditActions } from './privacy/audit-actions.js';
import { AuditTrail } from './privacy/audit-trail.queries.js';
import { Erasures } from './privacy/erasure.js';
import { PersonalData } from './privacy/personal-data.js';
import { PLATFORM_PRIVACY } from './privacy/platform-privacy.queries.js';
import { Privacy } from './privacy/privacy-of-module.js';
import { PrivacyRegister } from './privacy/privacy-register.js';
import { RetentionRules } from './privacy/retention.js';
import { ShortLivedData } from './privacy/short-lived.js';
import { SettingsQueries } from './settings.queries.js';
import { AccountLinks } from './web/account-links.js';
import { AdminAttention } from './web/admin-attention.js';
import { AdminLinks } from './web/admin-links.js';
import { BannerSlot } from './web/banner.js';
import { Csrf } from './web/csrf.js';
import { DeclaredRoutes } from './web/declared-routes.js';
import { ForeignPosts } from './web/foreign-posts.js';
import { HealthController } from './web/health.controller.js';
import { Navigation } from './web/navigation.js';
import { PermissionGuard } from './web/permission.guard.js';
import { PostKeeperSlot } from './web/post-keeper.js';
import { ProblemFilter } from './web/problem.filter.js';
import { Readiness } from './web/readiness.js';
import { Renderer } from './web/renderer.js';
import { SharedDeviceSlot } from './web/shared-device.js';
import { UploadInterceptor } from './web/upload.interceptor.js';
import { UnreadSlot } from './web/unread-slot.js';
import { Views } from './web/views.js';

const POOL_SIZE = 10;

/** A request that waits longer than this for a connection is told to come back in a minute. */
const CONNECT_MS = 10_000;

const SHARED = [
  ClockQueries,
  Database,
  Listeners,
  SettingsQueries,
  JobsQueries,
  JobsService,
  JobRegistry,
  JobRunner,
  JobWorker,
  Relay,
  WorkersQueries,
  AccountLinks,
  AccountSlot,
  AdminLinks,
  AdminAttention,
  FileImports,
  FileImportsQueries,
  FileImportRun,
  RejectsDownloads,
  BannerSlot,
  ForeignPosts,
  Navigation,
  PostKeeperSlot,
  UnreadSlot,
  AuditActions,
  AuditTrail,
  Erasures,
  PersonalData,
  RetentionRules,
  SharedDeviceSlot,
  ShortLivedData,
  Views,
];

/** Nobody else's business. */
const OWN = [
  PrivacyRegister,
  Renderer,
  AdminEntries,
  BoardQueries,
  TidyJobs,
  Metrics,
  MetricsQueries,
  Readiness,
  Explorer,
  FileImportsJobs,
];

/**
 * What every module stands on: settings, clock, database, events, jobs, pages, permissions, audit, logs and health. It
 * knows no module of the product; what it needs from one (who is signed in, what to do with a kept form) it asks through
 * interfaces that the module registers.
 */
@Privacy(PLATFORM_PRIVACY)
@Global()
@Module({})
export class PlatformModule {
  static with(config: Config, databaseUrl: string, clock: Clock = Clock.from(config.startsAt)): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        DiscoveryModule,
        TypeOrmModule.forRoot({
          type: 'postgres',
          url: databaseUrl,
          autoLoadEntities: true,
          poolSize: POOL_SIZE,
          connectTimeoutMS: CONNECT_MS,
          applicationName: 'cx-university',
        }),
      ],
      controllers: [HealthController, AdminController, JobsController, MetricsController, OpenApiController],
      providers: [
        ...SHARED,
        { provide: Clock, useValue: clock },
        { provide: Config, useValue: config },
        { provide: LOG, useFactory: () => openLog(config.logLevel) },
        { provide: SECRET, inject: [Database], useFactory: installationSecret },
        Csrf,
        ...OWN,
        DeclaredRoutes,
        { provide: APP_GUARD, useClass: PermissionGuard },
        { provide: APP_GUARD, useClass: ScopeGuard },
        { provide: APP_INTERCEPTOR, useClass: UploadInterceptor },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
      exports: [...SHARED, Clock, Config, LOG, SECRET, Csrf, DeclaredRoutes],
    };
  }
}
