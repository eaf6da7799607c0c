import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { copyLine } from '../../platform/database/copy.js';
import type { Tx } from '../../platform/database/tx.js';
import { londonDate } from '../../platform/dates.js';
import { RuleBroken } from '../../platform/errors.js';
import { msg, t } from '../../platform/language/t.js';
import { networkImported, peopleImported } from '../network.events.js';
import { CsvFiles } from './csv-files.service.js';
import type { ImportPlan } from './import-plan.js';
import type { ImportResult, Rejection, Snapshot } from './import-result.js';
import { RejectsFile } from './rejects-file.service.js';
import { snapshotProblem } from './snapshot.js';

export interface ImportOptions {
  dryRun: boolean;
  actorId: number | null;
  /** Called with the number of rows read so far, every thousand; what it throws ends the import. */
  progress: (read: number) => void | Promise<void>;
  /** The file is all there is: who is not in it ends. `agreed` is how many endings a person has said yes to. */
  snapshot?: { agreed: number };
  /** The file must have this hash: it is the one that somebody has looked at. */
  sha256?: string;
  /** In the transaction that imports, at its end; never in a dry run. */
  within?: (tx: Tx, result: ImportResult, sha256: string) => Promise<void>;
}

const ERRORS_IN_RESULT = 1000;
const DIFFERENCES_IN_RESULT = 100;
const TOLD_EVERY = 1000;

const ONE_AT_A_TIME = `select pg_advisory_xact_lock(hashtext('network.import'))`;

/** Sums over a whole file have no statistics, and the planner would walk 60,000 rows 60,000 times. */
const WHOLE_FILES = 'set local enable_nestloop = off';

interface Staged {
  errors: Rejection[];
  read: number;
  sha256: string;
}

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
   * @throws RuleBroken when the file as a whole cannot be read, or a snapshot would end too much.
   */
  async run<C extends string, R>(path: string, plan: ImportPlan<C, R>, options: ImportOptions): Promise<ImportResult> {
    const written: string[] = [];
    try {
      return await this.db.write(async (tx) => {
        const result = await this.import(tx, path, plan, options, (errors) => this.keepRejects(plan, errors, written));
        if (options.dryRun) throw new TakenBack(result);
        return result;
      });
    } catch (error) {
      if (error instanceof TakenBack) return error.result;
      await this.rejectsFile.remove(written);
      throw error;
    }
  }

  private async import<C extends string, R>(
    tx: Tx,
    path: string,
    plan: ImportPlan<C, R>,
    options: ImportOptions,
    keep: (errors: Rejection[]) => Promise<string | null>,
  ): Promise<ImportResult> {
    const { queries, kind } = plan;
    await tx.query(ONE_AT_A_TIME);
    await tx.query(WHOLE_FILES);
    const staged = await this.stage(tx, path, plan, options);
    staged.errors.push(...(await queries.reject(tx)));
    const holding = await this.endAbsent(tx, plan, options, staged.errors.length);
    await queries.compare(tx);
    const { ended, ...counts } = await queries.counts(tx);
    const result = {
      kind,
      dryRun: options.dryRun,
      read: staged.read,
      ...counts,
      rejected: staged.errors.length,
      ...(await this.lists(tx, plan, options, { ended, holding })),
    };
    if (!options.dryRun) refuse(snapshotProblem(result, options.snapshot?.agreed ?? 0));
    await queries.apply(tx);
    staged.errors.sort((a, b) => a.line - b.line);
    const errors = staged.errors.slice(0, ERRORS_IN_RESULT);
    const whole: ImportResult = { ...result, errors, rejects: await keep(staged.errors) };
    await note(tx, whole, staged.sha256, options.actorId);
    if (!options.dryRun) await options.within?.(tx, whole, staged.sha256);
    return whole;
  }

  /** How many hold today, of which a snapshot ends some; of one with rejected rows nobody can say who is missing. */
  private async endAbsent<C extends string, R>(
    tx: Tx,
    { queries }: ImportPlan<C, R>,
    { snapshot }: ImportOptions,
    rejected: number,
  ): Promise<number> {
    return snapshot && rejected === 0 ? queries.endAbsent(tx, londonDate(tx.now)) : 0;
  }

  private async lists<C extends string, R>(
    tx: Tx,
    { queries }: ImportPlan<C, R>,
    options: ImportOptions,
    { ended, holding }: { ended: number; holding: number },
  ): Promise<Pick<ImportResult, 'difference' | 'newcomers' | 'snapshot'>> {
    const first = (changes: Parameters<typeof queries.differences>[1]) =>
      queries.differences(tx, changes, DIFFERENCES_IN_RESULT);
    const snapshot: Snapshot | null = options.snapshot
      ? { ends: ended, of: holding, first: await first(['ended']) }
      : null;
    return { difference: await first(['moved', 'changed']), newcomers: await first(['new']), snapshot };
  }

  private async stage<C extends string, R>(
    tx: Tx,
    path: string,
    plan: ImportPlan<C, R>,
    { progress, sha256: wanted }: ImportOptions,
  ): Promise<Staged> {
    const hash = createHash('sha256');
    const errors: Rejection[] = [];
    let read = 0;
    const rows = this.files.rows(path, plan.columns, hash);
    async function* lines(): AsyncGenerator<string, void> {
      for await (const row of rows) {
        if (++read % TOLD_EVERY === 0) await progress(read);
        const result = 'cells' in row ? plan.read(row.cells) : row;
        if ('row' in result) yield copyLine([row.line, ...plan.staged(result.row)]);
        else errors.push({ line: row.line, column: result.column, reason: result.reason });
      }
    }
    await plan.queries.stage(tx, lines());
    if (read === 0)
      throw new RuleBroken(t('This file names its columns but has no rows below them. Nothing was imported.'));
    const sha256 = hash.digest('hex');
    if (wanted !== undefined && wanted !== sha256) throw new RuleBroken(t(ANOTHER_FILE));
    return { errors, read, sha256 };
  }

  private async keepRejects<C extends string, R>(
    { kind }: ImportPlan<C, R>,
    errors: readonly Rejection[],
    written: string[],
  ): Promise<string | null> {
    if (errors.length === 0) return null;
    const path = await this.rejectsFile.write(kind, errors);
    written.push(path);
    return path;
  }
}

const ANOTHER_FILE = msg('The file is not the one that was looked at. Upload it again.');

function refuse(problem: string | null): void {
  if (problem !== null) throw new RuleBroken(problem);
}

async function note(tx: Tx, result: ImportResult, sha256: string, actorId: number | null): Promise<void> {
  const { kind, read, moved, changed, unchanged, rejected, snapshot } = result;
  const body = { sha256, read, new: result.new, moved, changed, unchanged, rejected };
  await tx.record(EVENTS[kind](body, actorId));
  const detail = snapshot ? { ...body, ended: snapshot.ends } : body;
  await tx.audit({ actorId, action: `${kind}.import`, subjectKind: 'file', subjectId: sha256, detail });
}

const EVENTS = { network: networkImported, people: peopleImported };

class TakenBack extends Error {
  constructor(readonly result: ImportResult) {
    super('taken back');
  }
}
