import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { copyLine } from '../../platform/database/copy.js';
import type { Tx } from '../../platform/database/tx.js';
import { RuleBroken } from '../../platform/errors.js';
import { networkImported, peopleImported } from '../network.events.js';
import { CsvFiles } from './csv-files.service.js';
import type { ImportPlan } from './import-plan.js';
import type { ImportResult, Rejection } from './import-result.js';
import { RejectsFile } from './rejects-file.service.js';

export interface ImportOptions {
  dryRun: boolean;
  actorId: number | null;
  /** Called with the number of rows read so far, every thousand. */
  progress: (read: number) => void;
}

const ERRORS_IN_RESULT = 1000;
const DIFFERENCES_IN_RESULT = 100;
const TOLD_EVERY = 1000;

const ONE_AT_A_TIME = `select pg_advisory_xact_lock(hashtext('network.import'))`;

/** Sums over a whole file have no statistics, and the planner would walk 60,000 rows 60,000 times. */
const WHOLE_FILES = 'set local enable_nestloop = off';

/** Runs an import as one transaction: the whole file apart from its rejected rows, or nothing. */
@Injectable()
export class ImportRun {
  constructor(
    private readonly db: Database,
    private readonly files: CsvFiles,
    private readonly rejectsFile: RejectsFile,
  ) {}

  /**
   * A dry run does the whole work and takes it back, so it never promises what the import would not do.
   * @throws RuleBroken when the file as a whole cannot be read.
   */
  async run<C extends string, R>(path: string, plan: ImportPlan<C, R>, options: ImportOptions): Promise<ImportResult> {
    const result = await this.committedOrUndone(path, plan, options);
    const rejects = result.rejected > 0 ? await this.rejectsFile.write(plan.kind, result.errors) : null;
    return { ...result, errors: result.errors.slice(0, ERRORS_IN_RESULT), rejects };
  }

  private async committedOrUndone<C extends string, R>(path: string, plan: ImportPlan<C, R>, options: ImportOptions) {
    try {
      return await this.db.write(async (tx) => {
        const result = await this.import(tx, path, plan, options);
        if (options.dryRun) throw new TakenBack(result);
        return result;
      });
    } catch (error) {
      if (error instanceof TakenBack) return error.result;
      throw error;
    }
  }

  private async import<C extends string, R>(tx: Tx, path: string, plan: ImportPlan<C, R>, options: ImportOptions) {
    const { queries, kind } = plan;
    await tx.query(ONE_AT_A_TIME);
    await tx.query(WHOLE_FILES);
    const { errors, read, sha256 } = await this.stage(tx, path, plan, options.progress);
    errors.push(...(await queries.reject(tx)));
    await queries.compare(tx);
    const counts = await queries.counts(tx);
    const difference = await queries.differences(tx, DIFFERENCES_IN_RESULT);
    await queries.apply(tx);
    const body = { sha256, read, ...counts, rejected: errors.length };
    await tx.record(EVENTS[kind](body, options.actorId));
    await tx.audit({
      actorId: options.actorId,
      action: `${kind}.import`,
      subjectKind: 'file',
      subjectId: sha256,
      detail: body,
    });
    errors.sort((a, b) => a.line - b.line);
    return {
      kind,
      dryRun: options.dryRun,
      read,
      ...counts,
      rejected: errors.length,
      errors,
      rejects: null,
      difference,
    };
  }

  private async stage<C extends string, R>(
    tx: Tx,
    path: string,
    plan: ImportPlan<C, R>,
    progress: (n: number) => void,
  ) {
    const hash = createHash('sha256');
    const errors: Rejection[] = [];
    let read = 0;
    const rows = this.files.rows(path, plan.columns, hash);
    async function* lines(): AsyncGenerator<string, void> {
      for await (const row of rows) {
        if (++read % TOLD_EVERY === 0) progress(read);
        const result = 'cells' in row ? plan.read(row.cells) : row;
        if ('row' in result) yield copyLine([row.line, ...plan.staged(result.row)]);
        else errors.push({ line: row.line, reason: result.reason });
      }
    }
    await plan.queries.stage(tx, lines());
    if (read === 0)
      throw new RuleBroken('This file names its columns but has no rows below them. Nothing was imported.');
    return { errors, read, sha256: hash.digest('hex') };
  }
}

const EVENTS = { network: networkImported, people: peopleImported };

class TakenBack extends Error {
  constructor(readonly result: ImportResult) {
    super('Dry run');
  }
}
