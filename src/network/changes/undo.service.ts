import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { RuleBroken } from '../../platform/errors.js';
import { FileImports } from '../../platform/files/file-imports.service.js';
import { t } from '../../platform/language/t.js';
import { importUndone, unitPlacesChanged } from '../network.events.js';
import { ChangesQueries } from './changes.queries.js';
import { PutBackQueries } from './put-back.queries.js';
import { Traces } from './traces.service.js';
import { type LastImport, UndoQueries } from './undo.queries.js';
import { changedSinceProblem, holdingProblem, notTheLast } from './undo-problem.js';
import type { ImportKind, Target, UndoResult } from './undo-result.js';

export interface UndoOptions {
  dryRun: boolean;
  actorId: number | null;
  /** Whoever and whatever cannot go any more may stay, without posts and without a place. */
  leave: boolean;
  /** The file whose import is meant; whichever was the last when absent. */
  fileImportId?: number;
  /** Called when another import has to end first, and then when it begins; what it throws ends it. */
  progress: (phase: 'waiting' | 'undoing') => void | Promise<void>;
}

/** In this order: what points at others goes before them. */
const CAME: Record<ImportKind, readonly Target[]> = { people: ['person'], network: ['unit', 'area', 'region'] };

/** Takes the last import of a kind back as if it had not been: in one transaction, or not at all. */
@Injectable()
export class Undo {
  constructor(
    private readonly db: Database,
    private readonly changes: ChangesQueries,
    private readonly queries: UndoQueries,
    private readonly putBack: PutBackQueries,
    private readonly traces: Traces,
    private readonly files: FileImports,
  ) {}

  /**
   * @throws RuleBroken when there is nothing to undo, another import came after it, or something stands on it; of the last
   *   a dry run only tells
   */
  run(kind: ImportKind, options: UndoOptions): Promise<UndoResult> {
    return this.db.write(async (tx) => {
      if (!options.dryRun) await this.changes.hold(tx, () => options.progress('waiting'));
      await options.progress('undoing');
      const last = await this.theLast(tx, kind, options.fileImportId);
      const result = begun(last, options);
      if (last.undoneAt !== null) return result;
      await this.look(tx, result);
      if (!options.dryRun) {
        refuse(holdingProblem(result, options.leave));
        await this.undo(tx, result, last, options);
      }
      return result;
    });
  }

  /** What it would do, and what stands in the way. */
  private async look(tx: Tx, result: UndoResult): Promise<void> {
    const { kind, changeId } = result;
    refuse(changedSinceProblem(await this.queries.changedSince(tx, changeId)));
    result.rows = await this.queries.rows(tx, changeId);
    for (const target of CAME[kind]) {
      const unchecked = target === 'person' ? this.traces.unchecked : [];
      const pointing = [...(await this.pointingAt(tx, target, false)), ...unchecked];
      const grouped = pointing.map((one) => ({ ...one, group: this.traces.groupOf(one.table) }));
      const held = await this.queries.findHeld(tx, changeId, target, grouped);
      result.holding.push(...held.map((one) => ({ target, ...one })));
      const n = await this.queries.countHeld(tx, target);
      if (n > 0) result.stay.push({ target, n });
    }
  }

  private async undo(tx: Tx, result: UndoResult, last: LastImport, options: UndoOptions): Promise<void> {
    const { kind, changeId } = result;
    const undoId = await this.changes.begin(tx, {
      kind,
      sha256: last.sha256,
      madeBy: options.actorId,
      undoes: changeId,
    });
    if (kind === 'people') await this.putBack.people(tx, changeId);
    else await this.putBack.network(tx, changeId, undoId);
    for (const target of CAME[kind]) await this.queries.takeOut(tx, target, await this.pointingAt(tx, target, true));
    await this.changes.forgetRows(tx, kind);
    await this.note(tx, result, last, undoId, options);
  }

  /** Columns that point at rows of a table and hold them, or those that are worked out and go with them. */
  private async pointingAt(tx: Tx, target: Target, derived: boolean) {
    const all = await this.queries.pointingAt(tx, target);
    return all.filter(({ table }) => this.traces.isDerived(table) === derived);
  }

  private async theLast(tx: Tx, kind: ImportKind, fileImportId: number | undefined): Promise<LastImport> {
    const last = await this.queries.last(kind, tx);
    if (last === null) throw new RuleBroken(t('There is no import to undo.'));
    if (fileImportId !== undefined && last.fileImportId !== fileImportId) throw new RuleBroken(notTheLast(last));
    return last;
  }

  private async note(
    tx: Tx,
    result: UndoResult,
    { kind, sha256, fileImportId }: LastImport,
    undoId: number,
    { actorId }: UndoOptions,
  ): Promise<void> {
    const { changeId, rows, stay } = result;
    const [action, detail] = [`${kind}.undoImport`, { changeId, rows, stay }];
    await tx.audit({ actorId, action, subjectKind: 'file', subjectId: sha256, detail });
    await tx.record(importUndone({ changeId: undoId, undoes: changeId }, actorId));
    if (await this.changes.movedUnits(tx, undoId)) await tx.record(unitPlacesChanged({ changeId: undoId }, actorId));
    if (fileImportId !== null) await this.files.markUndone(tx, fileImportId);
  }
}

function begun(last: LastImport, { dryRun }: UndoOptions): UndoResult {
  return {
    kind: last.kind,
    dryRun,
    changeId: last.id,
    fileImportId: last.fileImportId,
    importedAt: last.madeAt.toISOString(),
    undoneBefore: last.undoneAt?.toISOString() ?? null,
    rows: [],
    stay: [],
    holding: [],
  };
}

function refuse(problem: string | null): void {
  if (problem !== null) throw new RuleBroken(problem);
}
