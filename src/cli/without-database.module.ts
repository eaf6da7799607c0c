import { Module } from '@nestjs/common';
import { SurveyFiles } from '../feedback/imports/survey-file.service.js';
import { EstimateCommand } from '../impact/estimate/estimate.command.js';
import { PanelFiles } from '../impact/estimate/panel-file.service.js';
import { CommandLine } from './command-line.js';
import { StudyCommand } from './study.command.js';

const COMMANDS = [['study', 'estimate']];

/** Whether the arguments name a command that reads files alone: then no database is looked for, or started. */
export const needsNoDatabase = ([, , ...words]: readonly string[]): boolean =>
  COMMANDS.some((command) => command.every((word, at) => words[at] === word));

/** The command line of these commands. */
@Module({ providers: [CommandLine, StudyCommand, EstimateCommand, PanelFiles, SurveyFiles] })
export class WithoutDatabaseModule {}
