import { createHmac } from 'node:crypto';
import { basename } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { tryOut } from '../../platform/database/try-out.js';
import type { InTransaction, Tx } from '../../platform/database/tx.js';
import { RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { SECRET } from '../../platform/secret.queries.js';
import { feedbackImported } from '../feedback.events.js';
import { ChunkLanding, type Checkpoint, type Run } from './chunk-landing.service.js';
import { namer } from './chunk.js';
import { chunksOf } from './chunks-of.js';
import { headingProblem } from './heading.js';
import type { ImportAhead } from './import-ahead.js';
import { type Holder, ImportLock, type Turn } from './import-lock.queries.js';
import { ImportsQueries } from './imports.queries.js';
import { headingFor, type Layout, layoutOf } from './layout.js';
import { rowMapper } from './mapped-row.js';
import { columnsOf, type Mapping, parseMapping } from './mapping.js';
import { OneAhead } from './one-ahead.js';
import { RejectedLines } from './rejected-lines.service.js';
import { LONGEST_SOURCE_NAME } from './source-name.js';
import { type SurveyFile, SurveyFiles } from './survey-file.service.js';
import { emptyTally, type ImportResult } from './tally.js';
import { withoutTests } from './survey-tests.js';
import { TimeSpent } from './time-spent.js';
import { unitFinder } from './unit-finder.js';

export interface ImportOrder {
  path: string;
  source: string;
  /** The mapping document as JSON, not yet checked. */
  mapping: unknown;
  dryRun: boolean;
  /** What people call the file, when that is not the last part of its path. */
  fileName?: string;
  /** Who imports it on a page, and by which file import. */
  by?: { personId: number | null; fileImportId: number };
  /** The file must have this hash: it is the one that somebody has looked at. */
  sha256?: string;
  /** In the last transaction; never in a dry run. */
  within?: (tx: Tx, result: ImportResult, importId: number) => Promise<void>;
}

/** Told while an import runs; what `rows` throws ends it where it is. */
export interface ImportProgress {
  /** Another import has to end first; null when nothing is known of it. */
  waiting(ahead: ImportAhead | null): void;
  rows(done: number, total: number): void | Promise<void>;
  /** Filled in on the way, for whoever wants to know where the time goes. */
  spent?: TimeSpent;
}

export { LONGEST_SOURCE_NAME };

/** A file that the mapping fits, with the heading that its columns are found by. */
type HeadedFile = SurveyFile & { layout: Layout; heading: string[] };

function refuseName(source: string): void {
  if (source === '') throw new RuleBroken(t('Name the source, for instance --source "Branch survey".'));
  if (source.length > LONGEST_SOURCE_NAME)
    throw new RuleBroken(
      t('The name of the source is longer than {n} characters.', { n: String(LONGEST_SOURCE_NAME) }),
    );
}

/** A dry run has a number that nobody else will ever see. */
const holderOf = ({ dryRun, by }: ImportOrder, { importId }: Run): Holder =>
  dryRun ? { does: 'look', id: by?.fileImportId ?? 0 } : { does: 'import', id: importId };

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
    refuseName(order.source.trim());
    const file = await this.files.inspect(order.path);
    if (order.sha256 !== undefined && order.sha256 !== file.sha256)
      throw new RuleBroken(t('The file is not the one that was looked at. Upload it again.'));
    const headed = await this.headedFile(file, mapping);
    return this.lock.hold(
      (turn) => {
        const work = (inTx: InTransaction) => this.read({ ...order, turn }, mapping, headed, inTx, progress);
        return order.dryRun ? tryOut(this.db, (tx) => work((step) => step(tx))) : work((step) => this.db.write(step));
      },
      (ahead) => progress.waiting(ahead),
    );
  }

  private async read(
    order: ImportOrder & { turn: Turn },
    mapping: Mapping,
    file: HeadedFile,
    inTx: InTransaction,
    progress: ImportProgress,
  ): Promise<ImportResult> {
    const { headerRows } = file.layout;
    const { run, start } = await inTx((tx) => this.begin(tx, order, mapping, file));
    await order.turn.introduce(holderOf(order, run));
    const spent = progress.spent ?? new TimeSpent();
    let at = start;
    const chunks = new OneAhead(chunksOf(this.files.blocks(file), run.how, headerRows + start.rowsRead, spent));
    await chunks.each(async (chunk) => {
      order.turn.stillOurs();
      const landing = { chunk, spent, staged: () => chunks.begin() };
      at = await inTx((tx) => this.chunks.land(tx, run, at, landing));
      await progress.rows(at.rowsRead, Math.max(at.rowsRead, file.records + 1 - headerRows));
    });
    return inTx((tx) => this.finish(tx, order, run, at));
  }

  private async begin(tx: Tx, order: ImportOrder, mapping: Mapping, file: HeadedFile) {
    const { heading, layout } = file;
    const name = order.fileName ?? basename(file.path);
    const sourceId = await this.queries.sourceNamed(tx, order.source.trim());
    const mappingId = await this.queries.mappingVersion(tx, sourceId, order.mapping);
    const unfinished = await this.queries.unfinished(tx, sourceId, mappingId, file.sha256);
    const found =
      unfinished ?? (await this.queries.begin(tx, sourceId, mappingId, { name, sha256: file.sha256 }, order.by));
    const findUnit = unitFinder(await this.queries.knownUnits(), mapping.unit);
    const run: Run = {
      importId: found.id,
      sourceId,
      resumed: unfinished !== null,
      mapping,
      heading,
      how: {
        map: withoutTests(rowMapper(mapping, heading, findUnit, tx.now), layout),
        responseId: mapping.responseId,
        name: namer(mapping.responseId, this.fingerprintKey()),
      },
      rejectsPath: this.rejects.path(order.dryRun ? `${found.id}-dry-run` : String(found.id)),
    };
    const tally = { ...emptyTally(), ...found.tally };
    return { run, start: { rowsRead: found.rowsRead, tally, rejectsBytes: found.rejectsBytes } satisfies Checkpoint };
  }

  private async finish(tx: Tx, order: ImportOrder, run: Run, at: Checkpoint): Promise<ImportResult> {
    const result = { ...at.tally, rejects: at.tally.rejected > 0 ? run.rejectsPath : null };
    await this.queries.finish(tx, run.importId, result, result.rejects);
    await tx.record(feedbackImported({ importId: run.importId }, order.by?.personId ?? null));
    if (!order.dryRun) await order.within?.(tx, result, run.importId);
    return result;
  }

  private async headedFile(file: SurveyFile, mapping: Mapping): Promise<HeadedFile> {
    const layout = layoutOf((await this.files.first(file, 3)).map(({ cells }) => cells));
    const heading = headingFor(layout, columnsOf(mapping));
    const problem = headingProblem(heading, columnsOf(mapping));
    if (problem) throw new RuleBroken(problem);
    if (file.records + 1 <= layout.headerRows)
      throw new RuleBroken(t('The file has a heading and no answers below it.'));
    return { ...file, layout, heading };
  }

  private fingerprintKey(): Buffer {
    return createHmac('sha256', this.secret).update('feedback.fingerprint').digest();
  }
}
