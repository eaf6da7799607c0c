import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Option, SubCommand } from 'nest-commander';
import { DryRunCommand, type DryRunOptions } from '../../platform/dry-run.command.js';
import { RuleBroken } from '../../platform/errors.js';
import { answer, exitCode, progress, sayTimes } from '../../platform/terminal.js';
import { sayNumber } from '../../platform/say.js';
import { readMappingFile } from '../imports/mapping.js';
import { TimeSpent } from '../imports/time-spent.js';
import { Samples } from '../sources/samples.service.js';
import { guessValues } from './files/guess-values.js';
import { ValueImports, type ValueResult } from './files/value-import.service.js';
import { readValueMapping, type ValueMapping } from './files/value-mapping.js';
import type { Metric } from './metric.js';
import { MetricsQueries } from './metrics.queries.js';
import { KnownPlacesQueries } from './values/known-places.queries.js';

interface Options extends DryRunOptions {
  mapping?: string;
  times?: boolean;
}

/** `cxu metrics import KEY FILE`: values of a number that is defined. Without a mapping the columns are guessed. */
@SubCommand({
  name: 'import',
  arguments: '<key> <file>',
  description: 'Import values of another number, such as footfall: [--mapping FILE] [--dry-run] [--json]',
})
export class ImportValuesCommand extends DryRunCommand {
  constructor(
    private readonly metrics: MetricsQueries,
    private readonly imports: ValueImports,
    private readonly samples: Samples,
    private readonly places: KnownPlacesQueries,
  ) {
    super();
  }

  override async run([key = '', path = '']: string[], options: Options): Promise<void> {
    const metric = await this.metrics.one(key);
    if (!metric) throw new RuleBroken(`No number has the key ${key}. They are listed under Feedback, Other numbers.`);
    const mapping = options.mapping ? await mappingIn(options.mapping) : await this.guess(metric, path);
    const dryRun = options.dryRun ?? false;
    const spent = new TimeSpent(() => performance.now());
    const result = await this.imports.run({
      ...{ metric, path, mapping, dryRun, via: 'command', name: basename(path), personId: null },
      ...{ progress: progress('Lines'), spent },
    });
    if (options.times) sayTimes(spent.milliseconds);
    answer(options.json ?? false, { ...result, mapping }, linesOf(result, mapping, dryRun));
    process.exitCode = exitCode(result);
  }

  @Option({ flags: '--mapping <file>', description: 'JSON file that says which column is what' })
  mapping(path: string): string {
    return path;
  }

  @Option({ flags: '--times', description: 'Say at the end what the time was spent on' })
  times(): boolean {
    return true;
  }

  private async guess(metric: Metric, path: string): Promise<ValueMapping> {
    const [sample, known] = [await this.samples.read(path), await this.places.all(metric.level)];
    return guessValues(sample.profiles, known, metric);
  }
}

async function mappingIn(path: string): Promise<ValueMapping> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new RuleBroken(`The mapping ${path} can’t be opened.`);
  });
  return readValueMapping(readMappingFile(text));
}

function linesOf(result: ValueResult, mapping: ValueMapping, dryRun: boolean): string[] {
  const { read, new: added, changed, unchanged, rejected, rejects } = result;
  const said = (n: number) => sayNumber(n);
  return [
    `${said(read)} values read: ${said(added)} new, ${said(changed)} changed, ${said(unchanged)} unchanged, ${said(rejected)} rejected.`,
    `Columns were read as ${JSON.stringify(mapping)}`,
    ...(rejects ? [`The rejected values and their reasons are in ${rejects}`] : []),
    ...(dryRun ? ['This was a dry run: nothing has been changed.'] : []),
  ];
}
