import { Option, SubCommand } from 'nest-commander';
import { DryRunCommand, type DryRunOptions } from '../../platform/dry-run.command.js';
import { RuleBroken } from '../../platform/errors.js';
import { sayMoment } from '../../platform/say.js';
import { answer, EXIT, say } from '../../platform/terminal.js';
import { sayHolding, sayRows } from './say-undo.js';
import { Traces } from './traces.service.js';
import { holdingProblem } from './undo-problem.js';
import type { ImportKind, UndoResult } from './undo-result.js';
import { Undo } from './undo.service.js';

interface Options extends DryRunOptions {
  leave?: boolean;
}

/** `cxu import undo network|people`: takes the last import of that kind back. */
@SubCommand({
  name: 'undo',
  arguments: '<kind>',
  description: 'Undo the last import of network or people: [--dry-run] [--leave] [--json]',
})
export class UndoImportCommand extends DryRunCommand {
  constructor(
    private readonly undo: Undo,
    private readonly traces: Traces,
  ) {
    super();
  }

  override async run([word = '']: string[], { dryRun = false, json = false, leave = false }: Options): Promise<void> {
    const result = await this.undo.run(kindOf(word), {
      dryRun,
      leave,
      actorId: null,
      progress: (phase) =>
        phase === 'waiting' ? say('Another import is under way. This begins when it ends.') : undefined,
    });
    answer(json, result, this.sayResult(result, leave));
    process.exitCode = EXIT.done;
  }

  @Option({ flags: '--leave', description: 'Let what has been used since stay, without posts and without a place' })
  leave(): boolean {
    return true;
  }

  private sayResult(result: UndoResult, leave: boolean): string[] {
    if (result.undoneBefore !== null)
      return [`That import was undone on ${sayMoment(new Date(result.undoneBefore))}. There was nothing to do.`];
    const imported = `the import of ${result.kind} of ${sayMoment(new Date(result.importedAt))}`;
    const problem = holdingProblem(result, leave);
    return [
      result.dryRun ? `Undoing ${imported} would do this:` : `Undone: ${imported}.`,
      ...sayRows(result).map((line) => `  ${line}`),
      ...sayHolding(result, this.traces).map((line) => `  Stays: ${line}`),
      ...(problem === null ? [] : [problem]),
      ...(result.dryRun ? ['This was a dry run: nothing has been changed.'] : []),
    ];
  }
}

function kindOf(word: string): ImportKind {
  if (word === 'network' || word === 'people') return word;
  if (word === 'responses') throw new RuleBroken('Customers’ answers are taken back with: responses undo --import N.');
  throw new RuleBroken('Say which import to undo: network or people.');
}
