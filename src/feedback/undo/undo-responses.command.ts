import { Option, SubCommand } from 'nest-commander';
import { Clock } from '../../platform/clock.js';
import { isIsoDate } from '../../platform/dates.js';
import { DryRunCommand, type DryRunOptions } from '../../platform/dry-run.command.js';
import { RuleBroken } from '../../platform/errors.js';
import { answer, EXIT, progress, say } from '../../platform/terminal.js';
import { sayAhead } from '../imports/import-ahead.js';
import { UndoImports } from './undo-imports.service.js';
import { UndoneImportsQueries } from './undo.queries.js';
import { sayPlanned, sayUndone } from './undo-tally.js';

interface Options extends DryRunOptions {
  import?: string;
  source?: string;
  day?: string;
}

/** `cxu responses undo --import N`: takes an import of answers back, whatever was imported since. */
@SubCommand({
  name: 'undo',
  description: 'Undo an import of customers’ answers: --import N, or --source NAME --day DATE [--dry-run] [--json]',
})
export class UndoResponsesCommand extends DryRunCommand {
  constructor(
    private readonly undo: UndoImports,
    private readonly queries: UndoneImportsQueries,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async run(_: string[], options: Options): Promise<void> {
    const { dryRun = false, json = false } = options;
    const imports = await this.importsIn(options);
    const tally = dryRun ? await this.queries.plan(imports) : await this.undoNow(imports);
    answer(json, { dryRun, imports, ...tally }, [
      dryRun ? `Undoing ${sayImports(imports)} would do this:` : `Undone: ${sayImports(imports)}.`,
      ...(dryRun ? sayPlanned(tally) : sayUndone(tally)).map((line) => `  ${line}`),
      ...(dryRun ? ['This was a dry run: nothing has been changed.'] : []),
    ]);
    process.exitCode = EXIT.done;
  }

  @Option({ flags: '--import <number>', description: 'The number of the import, as the page of imports has it' })
  import(number: string): string {
    return number;
  }

  @Option({ flags: '--source <name>', description: 'With --day: the source for which a program sent answers' })
  source(name: string): string {
    return name;
  }

  @Option({ flags: '--day <date>', description: 'With --source: the day on which they were sent, such as 2027-02-10' })
  day(date: string): string {
    return date;
  }

  private undoNow(imports: readonly number[]) {
    return this.undo.runNow(imports, {
      waiting: (ahead) => say(sayAhead(ahead)),
      answers: progress('Answers'),
      cancelled: () => Promise.resolve(false),
    });
  }

  private async importsIn({ import: number, source, day }: Options): Promise<number[]> {
    if (number !== undefined) return [await this.importNumbered(number)];
    if (source === undefined || day === undefined)
      throw new RuleBroken('Say which import to undo with --import N, or with --source NAME --day DATE.');
    if (!isIsoDate(day)) throw new RuleBroken(`“${day}” is not a day such as 2027-02-10.`);
    const sourceId = await this.queries.sourceNamed(source);
    if (sourceId === null) throw new RuleBroken(`There is no source called ${source}.`);
    const sent = await this.queries.sentOn(sourceId, day, this.clock.now());
    if (sent.length > 0) return sent;
    throw new RuleBroken(`No program sent answers for ${source} on ${day}, or they have been undone already.`);
  }

  private async importNumbered(number: string): Promise<number> {
    const id = /^[1-9]\d{0,8}$/.test(number) ? Number(number) : 0;
    if ((await this.queries.one(id, this.clock.now())) === null)
      throw new RuleBroken(`There is no import of answers with the number ${number}.`);
    return id;
  }
}

const sayImports = (imports: readonly number[]) =>
  imports.length === 1 ? `import ${imports[0]}` : `${imports.length} imports`;
