import { Command, CommandRunner } from 'nest-commander';
import { UndoResponsesCommand } from '../feedback/undo/undo-responses.command.js';

/** The word before `undo`, for what is done to answers that are there already. */
@Command({
  name: 'responses',
  description: 'Customers’ answers: take an import of them back',
  subCommands: [UndoResponsesCommand],
})
export class ResponsesCommand extends CommandRunner {
  async run(): Promise<void> {
    this.command.help({ error: true });
  }
}
