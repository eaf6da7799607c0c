import { readFile } from 'node:fs/promises';
import { CommandRunner, Option, SubCommand } from 'nest-commander';
import { RuleBroken } from '../platform/errors.js';
import { sayNumber, sayPercent } from '../platform/say.js';
import { readMappingFile } from './imports/mapping.js';
import { ResponseImports } from './imports/response-import.service.js';
import { exitCode, type ImportResult, sayResult } from './imports/tally.js';

interface Options {
  source?: string;
  mapping?: string;
  dryRun?: boolean;
  json?: boolean;
}

/** `cxu import responses FILE --source NAME --mapping FILE`: what customers answered, from a survey programme's export. */
@SubCommand({
  name: 'responses',
  arguments: '<file>',
  description: 'Import a file of customers’ answers: --source NAME --mapping FILE [--dry-run] [--json]',
})
export class ImportResponsesCommand extends CommandRunner {
  constructor(private readonly imports: ResponseImports) {
    super();
  }

  override async run([path = '']: string[], options: Options): Promise<void> {
    const result = await this.imports.run(
      {
        path,
        source: options.source ?? '',
        mapping: await mappingIn(options.mapping),
        dryRun: options.dryRun ?? false,
      },
      {
        waiting: () => tell('Another import is running. This one begins when it ends.\n'),
        rows: (done, total) =>
          tell(`\r${sayNumber(done)} lines, ${sayPercent(Math.min(1, done / Math.max(1, total)))}`),
      },
    );
    tell('\n');
    process.stdout.write(`${options.json ? JSON.stringify(result) : say(result, options)}\n`);
    process.exitCode = exitCode(result);
  }

  @Option({ flags: '--source <name>', description: 'Name of the survey programme; a new name makes a new source' })
  source(name: string): string {
    return name;
  }

  @Option({ flags: '--mapping <file>', description: 'JSON file that says which column is what' })
  mapping(path: string): string {
    return path;
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

async function mappingIn(path: string | undefined): Promise<unknown> {
  if (!path) throw new RuleBroken('Say which column is what with --mapping FILE. README shows an example.');
  try {
    return readMappingFile(await readFile(path, 'utf8'));
  } catch (error) {
    if (error instanceof RuleBroken) throw error;
    throw new RuleBroken(`The mapping ${path} can’t be opened.`);
  }
}

function say(result: ImportResult, { dryRun }: Options): string {
  return [sayResult(result), ...(dryRun ? ['This was a dry run: nothing has been changed.'] : [])].join('\n');
}

function tell(text: string): void {
  process.stderr.write(text);
}
