import { open, rm } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { parse } from 'csv-parse/sync';
import type { Tx } from '../../../platform/database/tx.js';
import { RuleBroken } from '../../../platform/errors.js';
import type { FileWork, Step } from '../../../platform/files/file-import-run.service.js';
import { t } from '../../../platform/language/t.js';
import { Utf8Copies } from '../../uploads/utf8-copy.service.js';
import { ValueImports, type ValueOrder, type ValueResult } from './value-import.service.js';
import {
  type ValueFileOptions,
  type ValueTrial,
  type ValueUpload,
  ValueUploads,
  VALUES,
} from './value-uploads.service.js';

const PROBLEMS_SHOWN = 50;
const PROBLEM_BYTES = 100_000;

/** What the jobs do with a file of values: the same as the command line, with somebody watching. */
@Injectable()
export class ValueWork implements FileWork<ValueTrial, ValueResult> {
  readonly kinds = [VALUES];

  constructor(
    private readonly uploads: ValueUploads,
    private readonly imports: ValueImports,
    private readonly copies: Utf8Copies,
  ) {}

  async look(upload: ValueUpload, path: string, step: Step): Promise<ValueTrial> {
    const text = await this.copies.of(path);
    try {
      const result = await this.imports.run({ ...(await this.orderOf(upload, text.path, step)), dryRun: true });
      return { ...result, encoding: text.encoding, problems: await firstProblems(result.rejects) };
    } finally {
      await text.remove();
    }
  }

  async take(
    upload: ValueUpload,
    path: string,
    step: Step,
    done: (tx: Tx, result: ValueResult) => Promise<void>,
  ): Promise<void> {
    const text = await this.copies.of(path);
    try {
      if (text.sha256 !== upload.sha256) throw new RuleBroken(t('The file is not the one that was looked at.'));
      await this.imports.run({ ...(await this.orderOf(upload, text.path, step)), within: done });
    } finally {
      await text.remove();
    }
    if (upload.trial?.rejects) await rm(upload.trial.rejects, { force: true });
  }

  private async orderOf(upload: ValueUpload, path: string, step: Step): Promise<ValueOrder> {
    const { mapping, takenBy } = upload.options as unknown as ValueFileOptions;
    if (!mapping) throw new RuleBroken(t('Say first which column is what.'));
    return {
      ...{ metric: await this.uploads.metricOf(upload), path, mapping, dryRun: false, via: 'file' },
      ...{ name: upload.fileName, personId: takenBy ?? upload.startedBy?.id ?? null, fileImportId: upload.id },
      progress: (done, total) => step(done, total),
    };
  }
}

/** The beginning of the list of rejected values, which the dry run has just written. */
async function firstProblems(path: string | null): Promise<ValueTrial['problems']> {
  if (path === null) return [];
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(PROBLEM_BYTES), 0, PROBLEM_BYTES, 0);
    const text = buffer.subarray(0, bytesRead).toString('utf8');
    const whole = bytesRead < PROBLEM_BYTES ? text : text.slice(0, text.lastIndexOf('\n') + 1);
    const records = parse(whole, { relax_column_count: true, to: PROBLEMS_SHOWN + 1 }) as string[][];
    return records.slice(1).map(([line, column = '', reason = '']) => ({ line: Number(line), column, reason }));
  } finally {
    await file.close();
  }
}
