import { Command, CommandRunner } from 'nest-commander';
import { EstimateCommand } from '../impact/estimate/estimate.command.js';

/** The word before `estimate`, which the module of impact provides. */
@Command({
  name: 'study',
  description: 'What training did to scores: the estimators, on a panel of yours',
  subCommands: [EstimateCommand],
})
export class StudyCommand extends CommandRunner {
  async run(): Promise<void> {
    this.command.help({ error: true });
  }
}
