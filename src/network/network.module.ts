/**
 * Network owns regions, areas, units, people, postings and long leave, all with their dates; who reaches what; and the
 * two imports that bring them in, by the command line or by a page (uploads/). It does not know passwords (sign-in) nor anything that people learn or customers say.
 */
import { Module, type OnModuleInit } from '@nestjs/common';
import { ACTOR_SOURCE } from '../platform/actor-source.js';
import { msg } from '../platform/language/t.js';
import { Privacy } from '../platform/privacy/privacy-of-module.js';
import { AdminLinks } from '../platform/web/admin-links.js';
import { AccessModule } from './access/access.module.js';
import { ActorLoader } from './actor-loader.service.js';
import { ActorQueries } from './actor.queries.js';
import { ChangesQueries } from './changes/changes.queries.js';
import { PutBackQueries } from './changes/put-back.queries.js';
import { Traces } from './changes/traces.service.js';
import { UndoQueries } from './changes/undo.queries.js';
import { Undo } from './changes/undo.service.js';
import { ExportsController } from './exports/exports.controller.js';
import { ExportsQueries } from './exports/exports.queries.js';
import { NetworkFiles } from './exports/network-files.service.js';
import { CoverModule } from './cover/cover.module.js';
import { CsvFiles } from './imports/csv-files.service.js';
import { ImportRun } from './imports/import-run.service.js';
import { ImportReport } from './imports/import-report.service.js';
import { ImportRows } from './imports/import-rows.service.js';
import { Imports } from './imports/imports.service.js';
import { NetworkImportQueries } from './imports/network-import.queries.js';
import { PeopleImportQueries } from './imports/people-import.queries.js';
import { ReportFiles } from './imports/report-files.service.js';
import { ReportPages } from './imports/report-pages.service.js';
import { LanguageController } from './language.controller.js';
import { LanguageQueries } from './language.queries.js';
import { LanguageService } from './language.service.js';
import { MergerImportQueries } from './mergers/merger-import.queries.js';
import { MergersQueries } from './mergers/mergers.queries.js';
import { NETWORK_PRIVACY } from './network-privacy.queries.js';
import { NetworkQueries } from './network.queries.js';
import { importsPath } from './paths.js';
import { RoleGrantQueries } from './role-grants.queries.js';
import { RoleGrants } from './role-grants.service.js';
import { UnitsByKindQueries } from './tree/units-by-kind.queries.js';
import { FindingsController } from './uploads/findings.controller.js';
import { UndoController } from './uploads/undo.controller.js';
import { UploadController } from './uploads/upload.controller.js';
import { UploadedFiles } from './uploads/uploaded-files.service.js';
import { UploadsController } from './uploads/uploads.controller.js';
import { UploadJobs } from './uploads/uploads.jobs.js';
import { uploadPermissions } from './uploads/uploads.policy.js';
import { UploadWork } from './uploads/uploads.service.js';

@Privacy(NETWORK_PRIVACY)
@Module({
  imports: [AccessModule, CoverModule],
  controllers: [
    LanguageController,
    UploadsController,
    UploadController,
    FindingsController,
    UndoController,
    ExportsController,
  ],
  providers: [
    LanguageQueries,
    LanguageService,
    ActorQueries,
    ActorLoader,
    { provide: ACTOR_SOURCE, useExisting: ActorLoader },
    NetworkQueries,
    UnitsByKindQueries,
    RoleGrantQueries,
    RoleGrants,
    CsvFiles,
    ReportFiles,
    ReportPages,
    ImportRows,
    ImportReport,
    ChangesQueries,
    UndoQueries,
    PutBackQueries,
    Traces,
    Undo,
    ExportsQueries,
    NetworkFiles,
    ImportRun,
    MergerImportQueries,
    MergersQueries,
    NetworkImportQueries,
    PeopleImportQueries,
    Imports,
    UploadedFiles,
    UploadWork,
    UploadJobs,
  ],
  exports: [
    ACTOR_SOURCE,
    CoverModule,
    ActorLoader,
    NetworkQueries,
    UnitsByKindQueries,
    MergersQueries,
    RoleGrants,
    Imports,
    Undo,
    NetworkFiles,
    Traces,
  ],
})
export class NetworkModule implements OnModuleInit {
  constructor(private readonly links: AdminLinks) {}

  onModuleInit(): void {
    this.links.register({
      label: msg('Units and people from files'),
      about: msg('Regions, areas, units, people and where they work: look at a file first, then take it over.'),
      path: importsPath,
      order: 10,
      permission: uploadPermissions.read,
    });
  }
}
