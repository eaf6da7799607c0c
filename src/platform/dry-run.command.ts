import { CommandRunner, Option } from 'nest-commander';

export interface DryRunOptions {
  dryRun?: boolean;
  json?: boolean;
}

/** What every command has that changes much at once: it can be tried out, and can answer a program. */
export abstract class DryRunCommand extends CommandRunner {
  @Option({ flags: '--dry-run', description: 'Say what would happen and change nothing' })
  dryRun(): boolean {
    return true;
  }

  @Option({ flags: '--json', description: 'Print the result as one JSON document' })
  json(): boolean {
    return true;
  }
}
