import { Command, CommandRunner } from 'nest-commander';
import { ImportValuesCommand } from '../feedback/custom-metrics/import-values.command.js';

/** The word before `import`, which the module of custom metrics provides. */
@Command({
  name: 'metrics',
  description: 'Other numbers by place and time, such as footfall',
  subCommands: [ImportValuesCommand],
})
export class MetricsCommand extends CommandRunner {
  async run(): Promise<void> {
    this.command.help({ error: true });
  }
}
