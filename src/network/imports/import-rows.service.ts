import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { copyLine } from '../../platform/database/copy.js';
import type { Tx } from '../../platform/database/tx.js';
import { RuleBroken } from '../../platform/errors.js';
import { msg, t } from '../../platform/language/t.js';
import { type CsvRow, CsvFiles } from './csv-files.service.js';
import type { ImportPlan } from './import-plan.js';
import type { ImportOptions } from './import-run.service.js';

const TOLD_EVERY = 1000;

/** Brings the rows of a file into their staging table as they are read, with the reason in those that cannot be. */
@Injectable()
export class ImportRows {
  constructor(private readonly files: CsvFiles) {}

  /** @throws RuleBroken when the file cannot be read, holds no rows or is not the one that was looked at. */
  async stage<C extends string, R, O extends string>(
    tx: Tx,
    path: string,
    plan: ImportPlan<C, R, O>,
    { progress, sha256: wanted }: ImportOptions,
  ): Promise<{ read: number; sha256: string }> {
    const hash = createHash('sha256');
    const rows = this.files.rows(path, plan, hash);
    let read = 0;
    async function* lines(): AsyncGenerator<string, void> {
      for await (const row of rows) {
        if (read++ % TOLD_EVERY === 0) await progress('reading', read - 1);
        yield lineOf(plan, row);
      }
    }
    await plan.queries.stage(tx, lines());
    if (read === 0)
      throw new RuleBroken(t('This file names its columns but has no rows below them. Nothing was imported.'));
    const sha256 = hash.digest('hex');
    if (wanted !== undefined && wanted !== sha256) throw new RuleBroken(t(ANOTHER_FILE));
    return { read, sha256 };
  }
}

function lineOf<C extends string, R, O extends string>(plan: ImportPlan<C, R, O>, row: CsvRow<C, O>): string {
  const result = 'cells' in row ? plan.read(row.cells) : row;
  if ('row' in result) return copyLine([row.line, ...plan.staged(result.row), null, null]);
  const empty = Array.from({ length: plan.width }, () => null);
  return copyLine([row.line, ...empty, result.column, result.reason]);
}

const ANOTHER_FILE = msg('The file is not the one that was looked at. Upload it again.');
