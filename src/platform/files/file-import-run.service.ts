import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { Tx } from '../database/tx.js';
import { RuleBroken } from '../errors.js';
import type { JobContext } from '../jobs/job.js';
import { inLanguage } from '../language/language.js';
import { t } from '../language/t.js';
import { LOG, type Log } from '../log.js';
import { type FileImport, FileImportsQueries } from './file-imports.queries.js';
import { FileImports } from './file-imports.service.js';
import type { ProgressPhase } from './import-progress.presenter.js';
import { isNoRoom } from './no-room.js';

/** What a module does with a file. */
export interface FileWork<T, R> {
  kinds: readonly string[];
  /** @returns what a dry run found. */
  look(file: FileImport<T, R>, path: string, step: Step): Promise<T>;
  /** Imports it, and calls `done` with what it did in its last transaction. */
  take(file: FileImport<T, R>, path: string, step: Step, done: (tx: Tx, result: R) => Promise<void>): Promise<void>;
}

/** Told by the work how far it is, and with what when it does several things; throws when somebody has stopped it. */
export type Step = (done: number, total: number | null, phase?: ProgressPhase) => Promise<void>;

/** Somebody pressed Stop: nothing more may be written. */
export class ImportStopped extends Error {}

/**
 * Runs the jobs of file imports. A job that died with its worker runs again from the start, or from the work's own
 * checkpoint; what was committed is never done twice, because the import's state moves in the same transaction.
 */
@Injectable()
export class FileImportRun {
  constructor(
    private readonly db: Database,
    private readonly queries: FileImportsQueries,
    private readonly imports: FileImports,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async look<T, R>(id: number, context: JobContext, work: FileWork<T, R>): Promise<void> {
    await this.run(id, 'looking', context, work, async (file, path, step) => {
      const trial = await work.look(file, path, step);
      await this.db.write((tx) => this.queries.move(tx, id, 'looked', { trial }));
    });
  }

  async take<T, R>(id: number, context: JobContext, work: FileWork<T, R>): Promise<void> {
    await this.run(id, 'taking', context, work, (file, path, step) =>
      work.take(file, path, step, async (tx, result) => {
        if ((await this.queries.move(tx, id, 'taken', { result })) === null) throw new ImportStopped();
      }),
    );
    const file = await this.queries.one(id, work.kinds);
    if (file?.state === 'taken' && file.deletedAt === null) await this.imports.deleteFile(id, file.storedAs);
  }

  /**
   * Takes back what a file brought; one that cannot be taken back stays as it is, with the reason.
   * @param work marks the file as undone in its own transaction (`FileImports.markUndone`)
   */
  async undo<T, R>(
    id: number,
    context: JobContext,
    kinds: readonly string[],
    work: (file: FileImport<T, R>, step: Step) => Promise<void>,
  ): Promise<void> {
    const file = await this.queries.one<T, R>(id, kinds);
    if (file?.state !== 'undoing') return;
    const step = this.stepOf(id, 'undoing', context);
    await this.unlessBroken(id, 'taken', file, () => work(file, step));
  }

  private async run<T, R>(
    id: number,
    state: 'looking' | 'taking',
    context: JobContext,
    work: FileWork<T, R>,
    act: (file: FileImport<T, R>, path: string, step: Step) => Promise<void>,
  ): Promise<void> {
    const file = await this.queries.one<T, R>(id, work.kinds);
    if (file?.state !== state || file.storedAs === null) return;
    const path = this.imports.pathOf(file.storedAs);
    await this.unlessBroken(id, 'failed', file, () => act(file, path, this.stepOf(id, state, context)));
  }

  /** A rule that says no is the answer, in the words of whoever asked; anything else is a failure of ours. */
  private async unlessBroken(
    id: number,
    otherwise: 'failed' | 'taken',
    { startedBy }: FileImport,
    act: () => Promise<void>,
  ): Promise<void> {
    try {
      await inLanguage(startedBy?.language ?? 'en', act);
    } catch (error) {
      const trouble = error instanceof RuleBroken ? error.sentence : isNoRoom(error) ? this.noRoom(id, error) : null;
      if (trouble !== null) await this.db.write((tx) => this.queries.move(tx, id, otherwise, { trouble }));
      else if (!(error instanceof ImportStopped)) throw error;
    }
  }

  /** Somebody has to make room, so it is not tried time after time. */
  private noRoom(fileImportId: number, error: unknown): string {
    this.log.error({ err: error, fileImportId }, 'There is no room left for the files of an import.');
    return t(
      'There is no room left on the server, so it ended half way. What had landed stays. Tell an administrator, and begin again when there is room: it goes on from there.',
    );
  }

  private stepOf(id: number, state: 'looking' | 'taking' | 'undoing', context: JobContext): Step {
    return async (done, total, phase) => {
      await context.progress(done, total ?? undefined, phase);
      if (await context.cancelled()) throw new ImportStopped();
      if ((await this.queries.stateOf(this.db, id)) !== state) throw new ImportStopped();
    };
  }
}
