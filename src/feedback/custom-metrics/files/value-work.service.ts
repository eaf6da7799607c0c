import { rm } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { RuleBroken } from '../../../platform/errors.js';
import type { FileWork, Step } from '../../../platform/files/file-import-run.service.js';
import { firstRejects, problemsOf } from '../../../platform/files/rejects-head.js';
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
    return this.copies.read(path, undefined, async (text) => {
      const result = await this.imports.run({ ...(await this.orderOf(upload, text.path, step)), dryRun: true });
      return { ...result, encoding: text.encoding, problems: problemsOf(await firstRejects(result.rejects)) };
    });
  }

  async take(
    upload: ValueUpload,
    path: string,
    step: Step,
    done: (tx: Tx, result: ValueResult) => Promise<void>,
  ): Promise<void> {
    await this.copies.read(path, undefined, async (text) => {
      if (text.sha256 !== upload.sha256) throw new RuleBroken(t('The file is not the one that was looked at.'));
      await this.imports.run({ ...(await this.orderOf(upload, text.path, step)), within: done });
    });
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
