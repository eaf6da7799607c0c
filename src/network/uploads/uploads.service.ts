import { createReadStream } from 'node:fs';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { RuleBroken } from '../../platform/errors.js';
import type { FileImport } from '../../platform/files/file-imports.queries.js';
import type { FileWork, Step } from '../../platform/files/file-import-run.service.js';
import { t } from '../../platform/language/t.js';
import { Undo } from '../changes/undo.service.js';
import type { ImportOptions } from '../imports/import-run.service.js';
import type { ImportResult } from '../imports/import-result.js';
import { Imports } from '../imports/imports.service.js';
import { ReportFiles } from '../imports/report-files.service.js';
import { KINDS, type Kind } from './kinds.js';

/** A file of units or people that came by a page. */
export type UploadedImport = FileImport<ImportResult, ImportResult>;

const ERRORS_SHOWN = 50;

/** What the jobs do with such a file: the same as the command line, with somebody watching. */
@Injectable()
export class UploadWork implements FileWork<ImportResult, ImportResult> {
  readonly kinds = KINDS;

  constructor(
    private readonly imports: Imports,
    private readonly reports: ReportFiles,
    private readonly undoing: Undo,
  ) {}

  async look(file: UploadedImport, path: string, step: Step): Promise<ImportResult> {
    const result = await this.run(file, path, { ...(await this.optionsOf(file, path, step)), dryRun: true });
    return { ...result, errors: result.errors.slice(0, ERRORS_SHOWN) };
  }

  async take(
    file: UploadedImport,
    path: string,
    step: Step,
    done: (tx: Tx, result: ImportResult) => Promise<void>,
  ): Promise<void> {
    const options = await this.optionsOf(file, path, step);
    const within = async (tx: Tx, result: ImportResult) => {
      await done(tx, forHistory(result));
      return file.id;
    };
    await this.run(file, path, { ...options, within, sha256: file.sha256 });
    await this.reports.remove([file.trial?.rejects ?? null, file.trial?.differences ?? null]);
  }

  async undo({ id, kind, options }: UploadedImport, step: Step): Promise<void> {
    const { leave = false, undoneBy = null } = options as { leave?: boolean; undoneBy?: number };
    await this.undoing.run(kind as Kind, {
      dryRun: false,
      actorId: undoneBy,
      leave,
      fileImportId: id,
      progress: (phase) => step(0, null, phase),
    });
  }

  private run(file: UploadedImport, path: string, options: ImportOptions): Promise<ImportResult> {
    return file.kind === 'network'
      ? this.imports.importNetwork(path, options)
      : this.imports.importPeople(path, options);
  }

  private async optionsOf({ options, startedBy }: UploadedImport, path: string, step: Step): Promise<ImportOptions> {
    const total = await linesIn(path);
    const { snapshot, agreed, takenBy } = options as { snapshot?: boolean; agreed?: number; takenBy?: number };
    return {
      dryRun: false,
      actorId: takenBy ?? startedBy?.id ?? null,
      progress: (phase, rows) => step(Math.min(rows, total), total, phase),
      ...(snapshot ? { snapshot: { agreed: agreed ?? 0 } } : {}),
    };
  }
}

/** The lists were for deciding; what stays is what was done. */
function forHistory(result: ImportResult): ImportResult {
  const snapshot = result.snapshot && { ...result.snapshot, first: [] };
  return { ...result, difference: [], newcomers: [], errors: result.errors.slice(0, ERRORS_SHOWN), snapshot };
}

/** For a bar that fills up; line breaks inside cells count, so it is never more than about right. */
async function linesIn(path: string): Promise<number> {
  let lines = 0;
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>)
      for (const byte of chunk) if (byte === 10) lines += 1;
  } catch {
    throw new RuleBroken(t('The file is not there any more. Upload it again.'));
  }
  return Math.max(1, lines);
}
