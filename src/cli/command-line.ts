import { Injectable } from '@nestjs/common';
import { InjectCommander } from 'nest-commander';
import { answer, EXIT } from '../platform/terminal.js';

/** What we use of commander, whose types nest-commander keeps to itself. */
interface Commander {
  readonly commands: readonly Commander[];
  name(name: string): this;
  exitOverride(): this;
  allowExcessArguments(allow: boolean): this;
  parseAsync(argv: string[]): Promise<unknown>;
}

/**
 * Runs the command that the arguments name. Commander would end the process at once after printing help or a
 * complaint; here it throws instead, so that the database is left in good order first. A second file that nobody asked for
 * is a complaint too: it would be left out without a word.
 */
@Injectable()
export class CommandLine {
  constructor(@InjectCommander() private readonly commander: Commander) {}

  /** Commands set process.exitCode themselves when they did less than all. */
  async run(argv: string[]): Promise<void> {
    const commands = everyCommand(this.commander.name('npm run cxu --'));
    commands.forEach((command) => command.exitOverride().allowExcessArguments(false));
    try {
      await this.commander.parseAsync(argv);
    } catch (error) {
      if (!isCommanders(error)) throw error;
      process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.nothingDone;
      if (argv.includes('--json')) answer(true, { error: error.message.replace(/^error: /, '') }, []);
    }
  }
}

function everyCommand(commander: Commander): Commander[] {
  return [commander, ...commander.commands.flatMap(everyCommand)];
}

/** Commander has printed what it had to say already. */
function isCommanders(error: unknown): error is Error & { exitCode: number } {
  return error instanceof Error && error.name === 'CommanderError';
}
