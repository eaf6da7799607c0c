import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../config.js';
import { Database } from '../database/database.js';
import type { Tx } from '../database/tx.js';
import { NotFound, RuleBroken } from '../errors.js';
import { t } from '../language/t.js';
import type { UploadedFile } from '../web/upload-file.js';
import { UPLOADS } from '../web/upload-storage.js';
import { type FileImport, FileImportsQueries, jobKey } from './file-imports.queries.js';
import { type ImportState } from './import-state.js';

/** A file as it came with a form. */
export interface Arrival {
  kind: string;
  file: UploadedFile;
  formToken: string;
  options: object;
  actorId: number;
  /** The job that looks at it at once; null when something has to be chosen first. */
  lookJob: string | null;
}

/** Files on their way into the database: received, looked at, taken over, stopped or thrown away. */
@Injectable()
export class FileImports {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly queries: FileImportsQueries,
  ) {}

  /** By its number in an address. @throws NotFound as well when it is of another kind */
  async opened<T, R>(id: string, kinds: readonly string[]): Promise<FileImport<T, R>> {
    const file = /^[1-9]\d{0,8}$/.test(id) ? await this.queries.one<T, R>(Number(id), kinds) : null;
    if (file === null) throw new NotFound();
    return file;
  }

  /** The import's id; that of the first one when the same form comes again, and its second file is thrown away. */
  async receive(arrival: Arrival): Promise<number> {
    const { file, lookJob } = arrival;
    const { id, isNew } = await this.db.write(async (tx) => {
      const added = await this.queries.add(tx, {
        ...arrival,
        fileName: file.name,
        storedAs: basename(file.path),
        bytes: file.size,
        sha256: file.sha256,
        state: lookJob === null ? 'received' : 'looking',
        startedBy: arrival.actorId,
      });
      if (added.isNew && lookJob !== null)
        await tx.enqueue(lookJob, { id: added.id }, { scheduleKey: jobKey(added.id, 1) });
      return added;
    });
    if (isNew) file.keep();
    return id;
  }

  /** @throws RuleBroken when it cannot be looked at or taken over any more, such as after the second of two clicks. */
  async begin(id: number, state: 'looking' | 'taking' | 'undoing', job: string, options: object = {}): Promise<void> {
    await this.db.write(async (tx) => {
      const round = await this.queries.move(tx, id, state, { newRound: true, options });
      if (round === null) throw new RuleBroken(ALREADY());
      await tx.enqueue(job, { id }, { scheduleKey: jobKey(id, round) });
    });
  }

  /** Keeps choices that were made about a file before it is looked at. */
  async setOptions(id: number, options: object): Promise<void> {
    await this.db.write((tx) => this.queries.setOptions(tx, id, options));
  }

  /** Stops a running job at its next step: what it has not committed by then is taken back. */
  stop(id: number): Promise<boolean> {
    return this.moveTo(id, 'stopped');
  }

  /** Throws the file away. */
  async drop(id: number, storedAs: string | null): Promise<boolean> {
    const dropped = await this.moveTo(id, 'dropped');
    if (dropped) await this.deleteFile(id, storedAs);
    return dropped;
  }

  async deleteFile(id: number, storedAs: string | null): Promise<void> {
    if (storedAs !== null) await rm(this.pathOf(storedAs), { force: true });
    await this.queries.noteDeleted([id]);
  }

  pathOf(storedAs: string): string {
    return join(this.config.dataDir, UPLOADS, basename(storedAs));
  }

  /** For the history: a file that the command line took over, in the transaction that did. @returns its id */
  async record(
    tx: Tx,
    file: { kind: string; fileName: string; sha256: string; formToken: string; result: object },
  ): Promise<number> {
    const taken: { state: ImportState; storedAs: null; startedBy: null } = {
      state: 'taking',
      storedAs: null,
      startedBy: null,
    };
    const { id } = await this.queries.add(tx, { ...file, ...taken, bytes: 0, options: {} });
    await this.queries.move(tx, id, 'taken', { result: file.result });
    return id;
  }

  /** In the transaction that takes back what a file brought, whoever asked for it. */
  async markUndone(tx: Tx, id: number): Promise<void> {
    await this.queries.move(tx, id, 'undone');
  }

  /** Rejected rows quote what people wrote: who has read them is kept. */
  async noteLook(actorId: number, id: number): Promise<void> {
    await this.db.write((tx) =>
      tx.audit({ actorId, action: 'files.readRejects', subjectKind: 'fileImport', subjectId: id }),
    );
  }

  private async moveTo(id: number, state: ImportState): Promise<boolean> {
    return (await this.db.write((tx) => this.queries.move(tx, id, state))) !== null;
  }
}

const ALREADY = () => t('Somebody has done that already. This is how the import stands now.');
