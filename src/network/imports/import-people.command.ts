import { CommandRunner, Option, SubCommand } from 'nest-commander';
import { answer, progress } from '../../platform/terminal.js';
import { exitCode, sayResult } from './import-result.js';
import { Imports } from './imports.service.js';

interface Options {
  dryRun?: boolean;
  json?: boolean;
}

/** `cxu import people FILE`: people and their postings. */
@SubCommand({
  name: 'people',
  arguments: '<file>',
  description: 'Import the people file (one row a posting): [--dry-run] [--json]',
})
export class ImportPeopleCommand extends CommandRunner {
  constructor(private readonly imports: Imports) {
    super();
  }

  override async run([path = '']: string[], { dryRun = false, json = false }: Options): Promise<void> {
    const tell = progress('Rows');
    const result = await this.imports.importPeople(path, { dryRun, actorId: null, progress: (n) => tell(n, null) });
    answer(json, result, [sayResult(result)]);
    process.exitCode = exitCode(result);
  }

  @Option({ flags: '--dry-run', description: 'Say what would happen and change nothing' })
  dryRun(): boolean {
    return true;
  }

  @Option({ flags: '--json', description: 'Print the result as one JSON document' })
  json(): boolean {
    return true;
  }
}
