import { createHmac } from 'node:crypto';
import { basename } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { RuleBroken } from '../../platform/errors.js';
import { SECRET } from '../../platform/secret.queries.js';
import { feedbackImported } from '../feedback.events.js';
import { ChunkLanding, type Checkpoint, type Run } from './chunk-landing.service.js';
import { namer } from './chunk.js';
import { inChunks } from './in-chunks.js';
import { headingProblem } from './heading.js';
import { ImportLock } from './import-lock.queries.js';
import { ImportsQueries } from './imports.queries.js';
import { rowMapper } from './mapped-row.js';
import { columnsOf, type Mapping, parseMapping } from './mapping.js';
import { RejectedLines } from './rejected-lines.service.js';
import { type SurveyFile, SurveyFiles } from './survey-file.service.js';
import { emptyTally, type ImportResult } from './tally.js';
import { unitFinder } from './unit-finder.js';

export interface ImportOrder {
  path: string;
  source: string;
  /** The mapping document as JSON, not yet checked. */
  mapping: unknown;
  dryRun: boolean;
}

/** Told while an import runs. */
export interface ImportProgress {
  waiting(): void;
  rows(done: number, total: number): void;
}

/** Answers per transaction: few enough to lose little, enough for sets to pay. */
const CHUNK = 5000;

type InTransaction = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/** Imports a survey file in chunks, each with its checkpoint: an import that is killed goes on where it stopped. */
@Injectable()
export class ResponseImports {
  constructor(
    private readonly db: Database,
    private readonly files: SurveyFiles,
    private readonly rejects: RejectedLines,
    private readonly chunks: ChunkLanding,
    private readonly queries: ImportsQueries,
    private readonly lock: ImportLock,
    @Inject(SECRET) private readonly secret: string,
  ) {}

  /** @throws RuleBroken when the mapping or the file cannot be used; then nothing was changed. */
  async run(order: ImportOrder, progress: ImportProgress): Promise<ImportResult> {
    const mapping = parseMapping(order.mapping);
    if (order.source.trim() === '') throw new RuleBroken('Name the source, for instance --source "Branch survey".');
    const file = await this.files.inspect(order.path);
    const heading = await this.headingOf(file, mapping);
    const work = (inTx: InTransaction) => this.read(order, mapping, file, heading, inTx, progress);
    return this.lock.hold(
      () => (order.dryRun ? this.tryOut(work) : work((step) => this.db.write(step))),
      () => progress.waiting(),
    );
  }

  private async read(
    order: ImportOrder,
    mapping: Mapping,
    file: SurveyFile,
    heading: string[],
    inTx: InTransaction,
    progress: ImportProgress,
  ): Promise<ImportResult> {
    const { run, start } = await inTx((tx) => this.begin(tx, order, mapping, file, heading));
    let at = start;
    for await (const records of inChunks(this.files.records(file), CHUNK, 1 + start.rowsRead)) {
      at = await inTx((tx) => this.chunks.land(tx, run, at, records));
      progress.rows(at.rowsRead, file.records);
    }
    return inTx((tx) => this.finish(tx, run, at));
  }

  private async begin(tx: Tx, order: ImportOrder, mapping: Mapping, file: SurveyFile, heading: string[]) {
    const sourceId = await this.queries.sourceNamed(tx, order.source.trim());
    const mappingId = await this.queries.mappingVersion(tx, sourceId, order.mapping);
    const found =
      (await this.queries.unfinished(tx, sourceId, mappingId, file.sha256)) ??
      (await this.queries.begin(tx, sourceId, mappingId, { name: basename(file.path), sha256: file.sha256 }));
    const findUnit = unitFinder(await this.queries.knownUnits(), mapping.unit);
    const run: Run = {
      importId: found.id,
      sourceId,
      mapping,
      heading,
      map: rowMapper(mapping, heading, findUnit, tx.now),
      name: namer(mapping.responseId, this.fingerprintKey()),
      rejectsPath: this.rejects.path(order.dryRun ? `${found.id}-dry-run` : String(found.id)),
    };
    const tally = { ...emptyTally(), ...found.tally };
    return { run, start: { rowsRead: found.rowsRead, tally, rejectsBytes: found.rejectsBytes } satisfies Checkpoint };
  }

  private async finish(tx: Tx, run: Run, at: Checkpoint): Promise<ImportResult> {
    const result = { ...at.tally, rejects: at.tally.rejected > 0 ? run.rejectsPath : null };
    await this.queries.finish(tx, run.importId, result, result.rejects);
    await tx.record(feedbackImported({ importId: run.importId }, null));
    return result;
  }

  /** Does everything in one transaction and takes it back: the figures of a real run, and not a row kept. */
  private async tryOut(work: (inTx: InTransaction) => Promise<ImportResult>): Promise<ImportResult> {
    const results: ImportResult[] = [];
    const over = new Error('The dry run is over.');
    try {
      await this.db.write(async (tx) => {
        results.push(await work((step) => step(tx)));
        throw over;
      });
    } catch (error) {
      if (error !== over) throw error;
    }
    return results[0] ?? { ...emptyTally(), rejects: null };
  }

  private async headingOf(file: SurveyFile, mapping: Mapping): Promise<string[]> {
    for await (const { cells } of this.files.records(file)) {
      const heading = cells.map((cell) => cell.trim());
      const problem = headingProblem(heading, columnsOf(mapping));
      if (problem) throw new RuleBroken(problem);
      return heading;
    }
    throw new RuleBroken('The file is empty.');
  }

  private fingerprintKey(): Buffer {
    return createHmac('sha256', this.secret).update('feedback.fingerprint').digest();
  }
}
