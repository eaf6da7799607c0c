import { readFile } from 'node:fs/promises';
import { Option, SubCommand } from 'nest-commander';
import { DryRunCommand, type DryRunOptions } from '../platform/dry-run.command.js';
import { RuleBroken } from '../platform/errors.js';
import { answer, exitCode, progress, say, sayTimes } from '../platform/terminal.js';
import { type ImportAhead, sayAhead } from './imports/import-ahead.js';
import { readMappingFile } from './imports/mapping.js';
import { sayResult } from './imports/tally.js';
import { TimeSpent } from './imports/time-spent.js';
import { type Encoding, ENCODINGS } from './sources/text-encoding.js';
import { AnyFile } from './uploads/any-file.service.js';

interface Options extends DryRunOptions {
  source?: string;
  mapping?: string;
  encoding?: string;
  times?: boolean;
}

const NOTHING_CHANGED = 'This was a dry run: nothing has been changed.';

/** `cxu import responses FILE --source NAME --mapping FILE`: what customers answered, from a survey programme's export. */
@SubCommand({
  name: 'responses',
  arguments: '<file>',
  description: 'Import a file of customers’ answers: --source NAME --mapping FILE [--dry-run] [--json]',
})
export class ImportResponsesCommand extends DryRunCommand {
  constructor(private readonly files: AnyFile) {
    super();
  }

  override async run([path = '']: string[], options: Options): Promise<void> {
    const order = {
      path,
      source: options.source ?? '',
      mapping: await mappingIn(options.mapping),
      dryRun: options.dryRun ?? false,
    };
    const spent = new TimeSpent(() => performance.now());
    const told = {
      waiting: (ahead: ImportAhead | null) => say(sayAhead(ahead)),
      rows: progress('Lines'),
      spent,
    };
    const result = await this.files.import(order, told, encodingOf(options.encoding));
    if (options.times) {
      sayTimes(spent.milliseconds);
      say(`Cells of the rollups written: ${spent.cells}`);
    }
    answer(options.json ?? false, result, [sayResult(result), ...(order.dryRun ? [NOTHING_CHANGED] : [])]);
    process.exitCode = exitCode(result);
  }

  @Option({ flags: '--source <name>', description: 'Name of the survey programme; a new name makes a new source' })
  source(name: string): string {
    return name;
  }

  @Option({ flags: '--encoding <name>', description: 'How the file is written, when it does not tell by itself' })
  encoding(name: string): string {
    return name;
  }

  @Option({ flags: '--times', description: 'Say at the end what the time was spent on' })
  times(): boolean {
    return true;
  }

  @Option({ flags: '--mapping <file>', description: 'JSON file that says which column is what' })
  mapping(path: string): string {
    return path;
  }
}

/** @throws RuleBroken for a name that is none of ours */
function encodingOf(name: string | undefined): Encoding | undefined {
  const found = ENCODINGS.find((encoding) => encoding === name?.toLowerCase());
  if (name !== undefined && found === undefined)
    throw new RuleBroken(`--encoding takes one of ${ENCODINGS.join(', ')}. Without it the file itself tells.`);
  return found;
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
