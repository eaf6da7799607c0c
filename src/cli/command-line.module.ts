import { type DynamicModule, Module } from '@nestjs/common';
import { AppModule } from '../app.module.js';
import { ImportNetworkCommand } from '../network/imports/import-network.command.js';
import { ImportPeopleCommand } from '../network/imports/import-people.command.js';
import { NetworkModule } from '../network/network.module.js';
import type { Config } from '../platform/config.js';
import { PasswordCommand } from '../sign-in/password.command.js';
import { SignInModule } from '../sign-in/sign-in.module.js';
import { CommandLine } from './command-line.js';
import { ImportCommand } from './import.command.js';

/** The application without its web server, and the words that start a command. The commands live in their modules. */
@Module({})
export class CommandLineModule {
  static with(config: Config, databaseUrl: string): DynamicModule {
    return {
      module: CommandLineModule,
      imports: [AppModule.with(config, databaseUrl), NetworkModule, SignInModule],
      providers: [CommandLine, ImportCommand, ImportNetworkCommand, ImportPeopleCommand, PasswordCommand],
    };
  }
}
