/**
 * Network owns regions, areas, units, people, postings and long leave, all with their dates; who reaches what; and the
 * two imports that bring them in. It does not know passwords (sign-in) nor anything that people learn or customers say.
 */
import { Module } from '@nestjs/common';
import { ACTOR_SOURCE } from '../platform/actor-source.js';
import { ActorLoader } from './actor-loader.service.js';
import { ActorQueries } from './actor.queries.js';
import { CsvFiles } from './imports/csv-files.service.js';
import { ImportRun } from './imports/import-run.service.js';
import { Imports } from './imports/imports.service.js';
import { NetworkImportQueries } from './imports/network-import.queries.js';
import { PeopleImportQueries } from './imports/people-import.queries.js';
import { RejectsFile } from './imports/rejects-file.service.js';
import { LanguageController } from './language.controller.js';
import { LanguageQueries } from './language.queries.js';
import { LanguageService } from './language.service.js';
import { NetworkQueries } from './network.queries.js';

@Module({
  controllers: [LanguageController],
  providers: [
    LanguageQueries,
    LanguageService,
    ActorQueries,
    ActorLoader,
    { provide: ACTOR_SOURCE, useExisting: ActorLoader },
    NetworkQueries,
    CsvFiles,
    RejectsFile,
    ImportRun,
    NetworkImportQueries,
    PeopleImportQueries,
    Imports,
  ],
  exports: [ACTOR_SOURCE, ActorLoader, NetworkQueries, Imports],
})
export class NetworkModule {}
