import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { londonDate } from '../../platform/dates.js';
import { RuleBroken } from '../../platform/errors.js';
import { ChangesQueries } from '../changes/changes.queries.js';
import { networkImported, peopleImported, unitPlacesChanged } from '../network.events.js';
import type { ImportPlan } from './import-plan.js';
import { ImportReport } from './import-report.service.js';
import type { ImportResult } from './import-result.js';
import { ImportRows } from './import-rows.service.js';
import type { Phase } from './phase.js';
import { ReportFiles } from './report-files.service.js';
import { snapshotProblem } from './snapshot.js';

export interface ImportOptions {
  dryRun: boolean;
  actorId: number | null;
  /** Called at the beginning of each phase, and while reading every thousand rows; what it throws ends the import. */
  progress: (phase: Phase, rows: number) => void | Promise<void>;
  /** The file is all there is: who is not in it ends. `agreed` is how many endings a person has said yes to. */
  snapshot?: { agreed: number };
  /** The file must have this hash: it is the one that somebody has looked at. */
  sha256?: string;
  /** In the transaction that imports, at its end; never in a dry run. @returns its number in the history of files */
  within?: (tx: Tx, result: ImportResult, sha256: string) => Promise<number>;
}

/** Sums over a whole file have no statistics, and the planner would walk 60,000 rows 60,000 times. */
const WHOLE_FILES = 'set local enable_nestloop = off';

/** Runs an import as one transaction: the whole file apart from its rejected rows, or nothing. */
@Injectable()
export class ImportRun {
  constructor(
    private readonly db: Database,
    private readonly rows: ImportRows,
    private readonly changes: ChangesQueries,
    private readonly report: ImportReport,
    private readonly files: ReportFiles,
  ) {}

  /**
   * A dry run does the whole work and takes it back, so it never promises what the import would not do.
   * @throws RuleBroken when the file as a whole cannot be read, or a snapshot would end too much.
   */
  async run<C extends string, R, O extends string>(
    path: string,
    plan: ImportPlan<C, R, O>,
    options: ImportOptions,
  ): Promise<ImportResult> {
    const written: string[] = [];
    try {
      return await this.db.write(async (tx) => {
        const result = await this.import(tx, path, plan, options, written);
        if (options.dryRun) throw new TakenBack(result);
        return result;
      });
    } catch (error) {
      if (error instanceof TakenBack) return error.result;
      await this.files.remove(written);
      throw error;
    }
  }

  private async import<C extends string, R, O extends string>(
    tx: Tx,
    path: string,
    plan: ImportPlan<C, R, O>,
    options: ImportOptions,
    written: string[],
  ): Promise<ImportResult> {
    const { dryRun, progress, snapshot } = options;
    await this.changes.hold(tx, () => progress('waiting', 0));
    await tx.query(WHOLE_FILES);
    const { read, sha256 } = await this.rows.stage(tx, path, plan, options);
    await progress('comparing', read);
    const holding = await compare(tx, plan, options);
    const counted = { kind: plan.kind, dryRun, read, ...(await this.report.counts(tx, holding)) };
    if (!dryRun) refuse(snapshotProblem(counted, snapshot?.agreed ?? 0));
    const result = { ...counted, ...(await this.report.lists(tx, plan.kind, counted, written)) };
    const changeId = changesNothing(result) ? null : await this.takeOver(tx, plan, options, sha256);
    await this.note(tx, result, { sha256, changeId, actorId: options.actorId });
    const fileImportId = dryRun ? undefined : await options.within?.(tx, result, sha256);
    if (changeId !== null && fileImportId !== undefined) await this.changes.nameFile(tx, changeId, fileImportId);
    return result;
  }

  /** @returns the change's id */
  private async takeOver(
    tx: Tx,
    { kind, queries }: Planned,
    { actorId, progress }: ImportOptions,
    sha256: string,
  ): Promise<number> {
    await progress('takingOver', 0);
    await this.changes.forgetRows(tx, kind);
    const changeId = await this.changes.begin(tx, { kind, sha256, madeBy: actorId });
    await queries.apply(tx, changeId);
    return changeId;
  }

  /** Who imported what is kept also of a file that said nothing new; nobody need follow it. */
  private async note(tx: Tx, result: ImportResult, { sha256, changeId, actorId }: Noted): Promise<void> {
    const { kind, read, moved, changed, unchanged, rejected, snapshot } = result;
    const counts = { sha256, read, new: result.new, moved, changed, unchanged, rejected };
    const detail = snapshot ? { ...counts, ended: snapshot.ends } : counts;
    await tx.audit({ actorId, action: `${kind}.import`, subjectKind: 'file', subjectId: sha256, detail });
    if (changeId === null) return;
    await tx.record(EVENTS[kind]({ changeId, ...counts }, actorId));
    if (await this.changes.movedUnits(tx, changeId)) await tx.record(unitPlacesChanged({ changeId }, actorId));
  }
}

/** All of a plan that does not depend on its columns. */
type Planned = Pick<ImportPlan<string, unknown>, 'kind' | 'queries'>;

interface Noted {
  sha256: string;
  changeId: number | null;
  actorId: number | null;
}

/** @returns how many hold today, of which a snapshot ends some; null when it is none */
async function compare(tx: Tx, { queries }: Planned, { snapshot }: ImportOptions): Promise<number | null> {
  await queries.reject(tx);
  const holding = snapshot ? await queries.endAbsent(tx, londonDate(tx.now)) : null;
  await queries.compare(tx);
  return holding;
}

function changesNothing({ new: made, moved, changed, snapshot }: ImportResult): boolean {
  return made + moved + changed + (snapshot?.ends ?? 0) === 0;
}

function refuse(problem: string | null): void {
  if (problem !== null) throw new RuleBroken(problem);
}

const EVENTS = { network: networkImported, people: peopleImported };

class TakenBack extends Error {
  constructor(readonly result: ImportResult) {
    super('taken back');
  }
}
