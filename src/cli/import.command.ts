import { Command, CommandRunner } from 'nest-commander';
import { ImportResponsesCommand } from '../feedback/import-responses.command.js';
import { UndoImportCommand } from '../network/changes/undo.command.js';
import { ImportNetworkCommand } from '../network/imports/import-network.command.js';
import { ImportPeopleCommand } from '../network/imports/import-people.command.js';

/** The word before `network`, `people` and `responses`, which their own modules provide. */
@Command({
  name: 'import',
  description: 'Load a file: people and places, or what customers answered',
  subCommands: [ImportNetworkCommand, ImportPeopleCommand, ImportResponsesCommand, UndoImportCommand],
})
export class ImportCommand extends CommandRunner {
  async run(): Promise<void> {
    this.command.help({ error: true });
  }
}
