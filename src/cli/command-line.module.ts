import { type DynamicModule, Module } from '@nestjs/common';
import { AppModule } from '../app.module.js';
import { CustomMetricsModule } from '../feedback/custom-metrics/custom-metrics.module.js';
import { ImportValuesCommand } from '../feedback/custom-metrics/import-values.command.js';
import { FeedbackModule } from '../feedback/feedback.module.js';
import { ImportResponsesCommand } from '../feedback/import-responses.command.js';
import { SurveyFiles } from '../feedback/imports/survey-file.service.js';
import { UndoResponsesCommand } from '../feedback/undo/undo-responses.command.js';
import { GenerateCommand } from '../generate/generate.command.js';
import { GenerateModule } from '../generate/generate.module.js';
import { EstimateCommand } from '../impact/estimate/estimate.command.js';
import { PanelFiles } from '../impact/estimate/panel-file.service.js';
import { UndoImportCommand } from '../network/changes/undo.command.js';
import { ExportCommand } from '../network/exports/export.command.js';
import { ImportNetworkCommand } from '../network/imports/import-network.command.js';
import { ImportPeopleCommand } from '../network/imports/import-people.command.js';
import { NetworkModule } from '../network/network.module.js';
import type { Config } from '../platform/config.js';
import { PasswordCommand } from '../sign-in/passwords/password.command.js';
import { SignInModule } from '../sign-in/sign-in.module.js';
import { CommandLine } from './command-line.js';
import { ImportCommand } from './import.command.js';
import { MetricsCommand } from './metrics.command.js';
import { ResponsesCommand } from './responses.command.js';
import { StudyCommand } from './study.command.js';

/**
 * The application without its web server, and the words that start a command. The commands lie in the folders of their
 * modules but are wired up here, so that the web application never loads commander.
 */
@Module({})
export class CommandLineModule {
  static with(config: Config, databaseUrl: string): DynamicModule {
    return {
      module: CommandLineModule,
      imports: [
        AppModule.with(config, databaseUrl),
        NetworkModule,
        SignInModule,
        FeedbackModule,
        CustomMetricsModule,
        GenerateModule,
      ],
      providers: [
        CommandLine,
        ImportCommand,
        ImportNetworkCommand,
        ImportPeopleCommand,
        UndoImportCommand,
        ExportCommand,
        ImportResponsesCommand,
        MetricsCommand,
        ImportValuesCommand,
        ResponsesCommand,
        UndoResponsesCommand,
        GenerateCommand,
        PasswordCommand,
        StudyCommand,
        EstimateCommand,
        PanelFiles,
        SurveyFiles,
      ],
    };
  }
}
