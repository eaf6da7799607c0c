import { CommandRunner, Option, SubCommand } from 'nest-commander';
import { RuleBroken } from '../../platform/errors.js';
import { answer } from '../../platform/terminal.js';
import { ESTIMATOR_NAMES, estimateOf, type EstimatorName } from './estimators.js';
import { PanelFiles } from './panel-file.service.js';
import { readPanel } from './read-panel.js';
import { sayEstimates } from './say-estimates.js';

interface Options {
  panel: string;
  unit: string;
  time: string;
  outcome: string;
  treated: string;
  weight?: string;
  covariates?: string[];
  cluster?: string;
  estimator: EstimatorName;
  seed?: number;
  json?: boolean;
}

/** `cxu study estimate`: the estimators of the impact studies on any panel in a file, so that others can check them. No database. */
@SubCommand({
  name: 'estimate',
  description:
    'Put one of our estimators to a panel in a CSV file, to hold it against other software; needs no database',
})
export class EstimateCommand extends CommandRunner {
  constructor(private readonly files: PanelFiles) {
    super();
  }

  override async run(_given: string[], options: Options): Promise<void> {
    const { panel: path, estimator, seed = 1, json = false } = options;
    const { unit, time, outcome, treated, weight, cluster, covariates = [] } = options;
    const { records, most } = await this.files.open(path);
    const columns = { unit, time, outcome, treated, weight, cluster, covariates };
    const found = estimateOf(estimator, await readPanel(records, columns, most), seed);
    answer(json, found, sayEstimates(found));
  }

  @Option({ flags: '--panel <file>', description: 'CSV file with a heading, a row a unit and time', required: true })
  panel(path: string): string {
    return path;
  }

  @Option({ flags: '--unit <column>', description: 'Who was observed: names or numbers', required: true })
  unit(column: string): string {
    return column;
  }

  @Option({
    flags: '--time <column>',
    description: 'When: numbers, ISO dates or ISO weeks; the next one that the file has counts as one on',
    required: true,
  })
  time(column: string): string {
    return column;
  }

  @Option({ flags: '--outcome <column>', description: 'What was observed, a number', required: true })
  outcome(column: string): string {
    return column;
  }

  @Option({
    flags: '--treated <column>',
    description: '0 before the start and 1 from it on; any number for twfe',
    required: true,
  })
  treated(column: string): string {
    return column;
  }

  @Option({ flags: '--weight <column>', description: 'How much each row counts, 0 or more (1)' })
  weight(column: string): string {
    return column;
  }

  @Option({ flags: '--covariates <columns>', description: 'More columns, separated by commas; twfe and imputation' })
  covariates(columns: string): string[] {
    return columns
      .split(',')
      .map((column) => column.trim())
      .filter(Boolean);
  }

  @Option({ flags: '--cluster <column>', description: 'Whose rows go together in the errors (those of a unit)' })
  cluster(column: string): string {
    return column;
  }

  @Option({ flags: '--estimator <name>', description: ESTIMATOR_NAMES.join(', '), required: true })
  estimator(name: string): EstimatorName {
    const found = ESTIMATOR_NAMES.find((one) => one === name);
    if (found === undefined) throw new RuleBroken(`--estimator takes one of ${ESTIMATOR_NAMES.join(', ')}.`);
    return found;
  }

  @Option({ flags: '--seed <n>', description: 'Of the draws of the wild bootstrap, a whole number (1)' })
  seed(text: string): number {
    if (!/^\d{1,9}$/.test(text)) throw new RuleBroken('--seed takes a whole number, such as 1.');
    return Number(text);
  }

  @Option({ flags: '--json', description: 'Print the result as one JSON document' })
  json(): boolean {
    return true;
  }
}
