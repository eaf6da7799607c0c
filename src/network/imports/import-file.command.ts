import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import { CommandRunner, Option } from 'nest-commander';
import type { Tx } from '../../platform/database/tx.js';
import { FileImports } from '../../platform/files/file-imports.service.js';
import { count } from '../../platform/say.js';
import { answer, progress } from '../../platform/terminal.js';
import type { ImportOptions } from './import-run.service.js';
import { type Difference, exitCode, type ImportResult } from './import-result.js';
import { Imports } from './imports.service.js';

interface Options {
  dryRun?: boolean;
  json?: boolean;
}

/** What the two commands that take a file have in common: their options, their answer and their line in the history. */
@Injectable()
export abstract class ImportFileCommand extends CommandRunner {
  constructor(
    protected readonly imports: Imports,
    private readonly history: FileImports,
  ) {
    super();
  }

  protected abstract import(path: string, options: ImportOptions): Promise<ImportResult>;

  override async run([path = '']: string[], { dryRun = false, json = false }: Options): Promise<void> {
    const tell = progress('Rows');
    const result = await this.import(path, {
      dryRun,
      actorId: null,
      progress: (n) => tell(n, null),
      within: (tx, done, sha256) => this.record(tx, path, done, sha256),
    });
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

  private async record(tx: Tx, path: string, result: ImportResult, sha256: string): Promise<void> {
    const fileName = basename(path);
    const kept = { ...result, difference: [], newcomers: [], errors: [] };
    await this.history.record(tx, { kind: result.kind, fileName, sha256, formToken: randomUUID(), result: kept });
  }
}

/** The result for people at a terminal. */
function sayResult(result: ImportResult): string {
  const { read, moved, changed, unchanged, rejected } = result;
  const counts = `${count(read, 'row', 'rows')} read: ${result.new} new, ${moved} moved, ${changed} changed, ${unchanged} unchanged, ${rejected} rejected.`;
  return [
    counts,
    ...result.difference.map(sayDifference),
    ...result.errors.slice(0, 20).map(({ line, reason }) => `  Line ${line}: ${reason}`),
    ...(result.errors.length > 20 ? [`  ... and ${rejected - 20} more.`] : []),
    ...(result.rejects ? [`The rejected rows are listed in ${result.rejects}`] : []),
    ...(result.dryRun ? ['This was a dry run: nothing has been changed.'] : []),
  ].join('\n');
}

function sayDifference(row: Difference): string {
  const what = `  Line ${row.line}: ${row.code} ${row.name}`;
  if (row.change === 'changed') return `${what} is changed.`;
  return `${what} moves ${row.was ? `from ${row.was} ` : ''}to ${row.now} on ${row.from}.`;
}
