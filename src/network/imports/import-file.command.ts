import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Option } from 'nest-commander';
import type { Tx } from '../../platform/database/tx.js';
import { DryRunCommand, type DryRunOptions } from '../../platform/dry-run.command.js';
import { RuleBroken } from '../../platform/errors.js';
import { FileImports } from '../../platform/files/file-imports.service.js';
import { count } from '../../platform/say.js';
import { answer, exitCode, progress, say } from '../../platform/terminal.js';
import type { ImportOptions } from './import-run.service.js';
import type { Difference, ImportResult, MergerChange } from './import-result.js';
import { Imports } from './imports.service.js';
import type { Phase } from './phase.js';

interface Options extends DryRunOptions {
  snapshot?: boolean;
  agree?: number;
}

/** What the two commands that take a file have in common: their options, their answer and their line in the history. */
@Injectable()
export abstract class ImportFileCommand extends DryRunCommand {
  constructor(
    protected readonly imports: Imports,
    private readonly history: FileImports,
  ) {
    super();
  }

  protected abstract import(path: string, options: ImportOptions): Promise<ImportResult>;

  override async run([path = '']: string[], { dryRun = false, json = false, ...options }: Options): Promise<void> {
    const result = await this.import(path, {
      dryRun,
      actorId: null,
      progress: told(),
      ...(options.snapshot ? { snapshot: { agreed: options.agree ?? 0 } } : {}),
      within: (tx, done, sha256) => this.record(tx, path, done, sha256),
    });
    answer(json, result, [sayResult(result)]);
    process.exitCode = exitCode(result);
  }

  @Option({ flags: '--snapshot', description: 'The file is all there is: who is not in it ends' })
  snapshot(): boolean {
    return true;
  }

  @Option({ flags: '--agree <n>', description: 'With --snapshot: so many may end, though it is more than 2%' })
  agree(n: string): number {
    return readAgreed(n);
  }

  private async record(tx: Tx, path: string, result: ImportResult, sha256: string): Promise<number> {
    const fileName = basename(path);
    const kept = { ...result, difference: [], newcomers: [], errors: [] };
    return this.history.record(tx, { kind: result.kind, fileName, sha256, formToken: randomUUID(), result: kept });
  }
}

/** Rows are counted while they are read; then each phase is named as it begins. */
function told(): (phase: Phase, rows: number) => void {
  const count = progress('Rows');
  return (phase, rows) => (phase === 'reading' ? count(rows, null) : say(BEGINS[phase]));
}

const BEGINS = {
  waiting: 'Another import is under way. This one begins when it ends.',
  comparing: 'Comparing with what is known.',
  takingOver: 'Taking over what changes.',
} satisfies Record<Exclude<Phase, 'reading'>, string>;

function readAgreed(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new RuleBroken('Say with --agree how many may end, such as --agree 1800.');
  return Number(text);
}

/** The result for people at a terminal. */
function sayResult(result: ImportResult): string {
  const { read, moved, changed, unchanged, rejected } = result;
  const ended = result.snapshot ? `, ${result.snapshot.ends} of ${result.snapshot.of} ended` : '';
  const counts = `${count(read, 'row', 'rows')} read: ${result.new} new, ${moved} moved, ${changed} changed, ${unchanged} unchanged, ${rejected} rejected${ended}.`;
  return [
    counts,
    ...result.difference.slice(0, 20).map(sayDifference),
    ...result.errors
      .slice(0, 20)
      .map(({ line, column, reason }) => `  Line ${line}${column ? `, ${column}` : ''}: ${reason}`),
    ...(result.errors.length > 20 ? [`  ... and ${rejected - 20} more.`] : []),
    ...(result.rejects ? [`The rejected rows are listed in ${result.rejects}`] : []),
    ...(result.differences ? [`All differences are listed in ${result.differences}`] : []),
    ...(result.dryRun ? ['This was a dry run: nothing has been changed.'] : []),
  ].join('\n');
}

function sayDifference(row: Difference): string {
  const what = `  Line ${row.line}: ${row.code} ${row.name}`;
  const merger = row.merger ? ` It ${sayMerger(row.merger)}.` : '';
  if (row.change === 'changed') return `${what} is changed.${merger}`;
  return `${what} moves ${row.was ? `from ${row.was} ` : ''}to ${row.now} on ${row.from}.${merger}`;
}

const sayMerger = ({ code, name, on, undone }: MergerChange) =>
  undone ? `no longer merges into ${code} ${name} on ${on}` : `merges into ${code} ${name} on ${on}`;
