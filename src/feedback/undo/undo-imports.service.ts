import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { RuleBroken } from '../../platform/errors.js';
import { FileImports } from '../../platform/files/file-imports.service.js';
import { inLanguage } from '../../platform/language/language.js';
import { t } from '../../platform/language/t.js';
import { answersUndone } from '../feedback.events.js';
import type { ImportAhead } from '../imports/import-ahead.js';
import { ImportLock, type Turn } from '../imports/import-lock.queries.js';
import { holdPlaces } from '../rollups/answer-places.queries.js';
import { PilesQueries } from './piles.queries.js';
import { takeBack } from './take-back.queries.js';
import { jobKey, type OpenUndo, UndoneImportsQueries } from './undo.queries.js';
import { addOutcomes, inAll, NOTHING_UNDONE, type UndoTally } from './undo-tally.js';
import { UndoneList } from './undone-list.service.js';
import { withoutImports } from './without-imports.js';

export const UNDO_ANSWERS_JOB = 'feedback.undoImport';

/** Told while an undo runs. */
export interface UndoProgress {
  /** Another import has to end first; null when nothing is known of it. */
  waiting(ahead: ImportAhead | null): void;
  answers(done: number, total: number): void | Promise<void>;
  /** Whether to leave it after this step; begun again, it goes on from there. */
  cancelled(): Promise<boolean>;
}

/** Takes imports of answers back, in steps with a checkpoint each, as without-imports.ts says. */
@Injectable()
export class UndoImports {
  constructor(
    private readonly db: Database,
    private readonly queries: UndoneImportsQueries,
    private readonly piles: PilesQueries,
    private readonly list: UndoneList,
    private readonly files: FileImports,
    private readonly lock: ImportLock,
  ) {}

  /**
   * Has a job do it. The same form again is no second undo.
   * @throws RuleBroken when all of them are undone already
   */
  async begin(importIds: readonly number[], formToken: string, actorId: number): Promise<void> {
    await this.db.write(async (tx) => {
      const begun = await this.queries.begin(tx, importIds, formToken, actorId);
      // Asked afterwards, when the other of two clicks has had its turn.
      if (begun === null && (await this.queries.made(tx, formToken))) return;
      if (begun === null) throw new RuleBroken(ALREADY());
      await tx.enqueue(UNDO_ANSWERS_JOB, { id: begun.undoId }, { scheduleKey: jobKey(begun.undoId, 1) });
    });
  }

  /** Goes on with one that was cancelled half way; while its job is there, nothing more happens. */
  async goOn(undoId: number): Promise<void> {
    await this.db.write(async (tx) => {
      const round = await this.queries.beginAgain(tx, undoId);
      if (round === null) return;
      await tx.enqueue(UNDO_ANSWERS_JOB, { id: undoId }, { scheduleKey: jobKey(undoId, round) });
    });
  }

  /**
   * At once and to its end, for the command line; goes on with what was cut short.
   * @throws RuleBroken when all of them are undone already
   */
  async runNow(importIds: readonly number[], progress: UndoProgress): Promise<UndoTally> {
    const undoId = await this.db.write(async (tx) => {
      const begun = await this.queries.begin(tx, importIds, randomUUID(), null);
      return begun?.undoId ?? this.queries.unfinished(tx, importIds);
    });
    if (undoId === null) throw new RuleBroken(ALREADY());
    return this.run(undoId, progress);
  }

  /** From its checkpoint to its end, waiting for its turn among the imports. Does nothing when it has ended. */
  async run(undoId: number, progress: UndoProgress): Promise<UndoTally> {
    return this.lock.hold(
      async (turn) => {
        await turn.introduce({ does: 'undo', id: undoId });
        const undo = await this.queries.open(undoId);
        return undo === null ? NOTHING_UNDONE : inLanguage(undo.language, () => this.work(undo, turn, progress));
      },
      (ahead) => progress.waiting(ahead),
    );
  }

  private async work(undo: OpenUndo, turn: Turn, progress: UndoProgress): Promise<UndoTally> {
    let at = { tally: { ...NOTHING_UNDONE, ...undo.tally }, bytes: undo.linesBytes, over: false };
    await this.db.write((tx) => this.queries.endImports(tx, undo.id));
    while (!at.over && !(await progress.cancelled())) {
      turn.stillOurs();
      at = await this.step(undo, at);
      await progress.answers(inAll(at.tally), Math.max(undo.total, inAll(at.tally)));
    }
    return at.tally;
  }

  private step(undo: OpenUndo, at: { tally: UndoTally; bytes: number }) {
    return this.db.write(async (tx) => {
      // Before any row is taken, so that nobody who erases or counts anew waits for us while we wait for them.
      await holdPlaces(tx);
      const piles = await this.piles.next(tx, undo.importIds);
      const undone = new Set(undo.importIds);
      const answers = piles.map(({ responseId, versions }) => ({ responseId, ...withoutImports(versions, undone) }));
      if (answers.length === 0) {
        await this.end(tx, undo, at.tally);
        return { ...at, over: true };
      }
      const lines = await takeBack(tx, answers);
      const tally = addOutcomes(
        at.tally,
        answers.map(({ outcome }) => outcome),
      );
      const bytes = await this.list.append(undo.id, at.bytes, lines);
      await this.queries.checkpoint(tx, undo.id, tally, bytes);
      return { tally, bytes, over: false };
    });
  }

  private async end(tx: Tx, { id, importIds, madeBy }: OpenUndo, tally: UndoTally): Promise<void> {
    const fileImportId = await this.queries.finish(tx, id);
    if (fileImportId !== null) await this.files.markUndone(tx, fileImportId);
    await tx.audit({
      actorId: madeBy,
      action: 'feedback.undoImport',
      subjectKind: 'surveyImport',
      subjectId: importIds[0] ?? 0,
      detail: { undoId: id, imports: importIds.length, ...tally },
    });
    await tx.record(answersUndone({ undoId: id }, madeBy));
  }
}

const ALREADY = () => t('Somebody has done that already. This is how the import stands now.');
