import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import { tryOut } from '../../../platform/database/try-out.js';
import type { InTransaction, Tx } from '../../../platform/database/tx.js';
import { RuleBroken } from '../../../platform/errors.js';
import { t } from '../../../platform/language/t.js';
import { OneAhead } from '../../imports/one-ahead.js';
import { RejectedLines } from '../../imports/rejected-lines.service.js';
import { type SurveyFile, SurveyFiles } from '../../imports/survey-file.service.js';
import { TimeSpent } from '../../imports/time-spent.js';
import type { Metric } from '../metric.js';
import { placeFinder } from '../values/find-place.js';
import { KnownPlacesQueries } from '../values/known-places.queries.js';
import { holdValues, type LandedValues, landLines } from '../values/landing.queries.js';
import { type TallyOnTheWay, ValueImportsQueries, type ValueTally, type Via } from '../values/value-imports.queries.js';
import { MOST_LISTED, type ValueChunk, valueChunks } from './value-chunk.js';
import { lineReader, type ReadLine } from './value-lines.js';
import { columnsIn, type ValueMapping } from './value-mapping.js';

export interface ValueOrder {
  metric: Metric;
  path: string;
  mapping: ValueMapping;
  dryRun: boolean;
  via: Via;
  /** What people call the file. */
  name: string;
  personId: number | null;
  fileImportId?: number;
  /** Told after each chunk; what it throws ends the import where it is. */
  progress(done: number, total: number): void | Promise<void>;
  /** Filled in on the way, for whoever wants to know where the time goes. */
  spent?: TimeSpent;
  /** In the last transaction; never in a dry run. */
  within?(tx: Tx, result: ValueResult): Promise<void>;
}

export type ValueResult = ValueTally & { rejects: string | null };

/** What a file is read with. */
interface Reading {
  order: ValueOrder;
  file: SurveyFile;
  heading: string[];
  read: ReadLine;
  /** Tells the file and how it is read. */
  of: string;
}

/** Where an import is; kept with it. */
interface Run {
  importId: number;
  rejectsPath: string;
  at: TallyOnTheWay;
}

/** Imports a file of values in chunks, each with its checkpoint: an import that is killed goes on where it stopped. */
@Injectable()
export class ValueImports {
  constructor(
    private readonly db: Database,
    private readonly files: SurveyFiles,
    private readonly rejects: RejectedLines,
    private readonly places: KnownPlacesQueries,
    private readonly imports: ValueImportsQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws RuleBroken when the file or its mapping cannot be used; then nothing was changed */
  async run(order: ValueOrder): Promise<ValueResult> {
    if (order.metric.retiredAt !== null) throw new RuleBroken(t('This number is retired. Bring it back first.'));
    const reading = await this.open(order);
    return order.dryRun
      ? tryOut(this.db, (tx) => this.land(reading, (step) => step(tx)))
      : this.land(reading, (step) => this.db.write(step));
  }

  private async open(order: ValueOrder): Promise<Reading> {
    const { metric, mapping } = order;
    const file = await this.files.inspect(order.path);
    const [first] = await this.files.first(file, 1);
    const heading = (first?.cells ?? []).map((cell) => cell.trim());
    const columns = columnsIn(heading, mapping, metric);
    if (typeof columns === 'string') throw new RuleBroken(columns);
    const find = placeFinder(metric, await this.places.all(metric.level), mapping.match);
    const read = lineReader(metric, mapping, columns, find, this.clock.today());
    const of = createHash('sha256')
      .update(`${file.sha256} ${JSON.stringify(mapping)}`)
      .digest('hex');
    return { order, file, heading, read, of };
  }

  private async land(reading: Reading, inTx: InTransaction): Promise<ValueResult> {
    const { order, file, read } = reading;
    let run = await inTx((tx) => this.begin(tx, reading));
    const spent = order.spent ?? new TimeSpent();
    const chunks = new OneAhead(valueChunks(this.files.blocks(file), read, run.at.reached.lines, spent));
    await chunks.each(async (chunk) => {
      const lines = { lines: chunk.staged, staged: () => chunks.begin(), spent };
      run = await inTx(async (tx) => {
        const landed = await landLines(tx, order.metric, order.dryRun ? null : run.importId, lines);
        return this.keep(tx, reading, run, chunk, landed);
      });
      const done = run.at.reached.lines;
      await order.progress(done, Math.max(done, file.records));
    });
    return inTx((tx) => this.finish(tx, reading, run));
  }

  /** Under the lock, so that what a process that has died was writing is over. */
  private async begin(tx: Tx, { order, of }: Reading): Promise<Run> {
    const { metric, via, name, personId, fileImportId, dryRun } = order;
    if (!dryRun) await holdValues(tx);
    const cutShort = dryRun ? null : await this.imports.unfinished(tx, metric.id, of);
    const importId =
      cutShort?.id ?? (await this.imports.begin(tx, { metricId: metric.id, via, name, personId, fileImportId })) ?? 0;
    const at = cutShort?.tally ?? { ...NOTHING, reached: { of, lines: 0, rejectsBytes: 0 } };
    await this.moveOn(tx, importId, at.reached.lines, at);
    return { importId, at, rejectsPath: this.rejects.path(`numbers-${importId}${dryRun ? '-dry-run' : ''}`) };
  }

  private async keep(
    tx: Tx,
    { heading }: Reading,
    { importId, rejectsPath, at }: Run,
    chunk: ValueChunk,
    landed: LandedValues,
  ): Promise<Run> {
    const listed = chunk.listed
      .slice(0, Math.max(0, MOST_LISTED - at.rejected))
      .map(({ line, column, reason }) => ({ line, column: heading[column ?? -1] ?? '', reason, texts: [] }));
    const rejectsBytes = await this.rejects.append(rejectsPath, at.reached.rejectsBytes, [], listed);
    const next = {
      ...withChunk(at, chunk, landed),
      reached: { of: at.reached.of, lines: at.reached.lines + chunk.lines, rejectsBytes },
    };
    await this.moveOn(tx, importId, at.reached.lines, next);
    return { importId, rejectsPath, at: next };
  }

  /** @throws RuleBroken when somebody else has moved it on, or is taking it back */
  private async moveOn(tx: Tx, importId: number, from: number, to: TallyOnTheWay): Promise<void> {
    if (await this.imports.moveOn(tx, importId, from, to)) return;
    throw new RuleBroken(t('The same file is being imported elsewhere, or is taken back. Look at it again later.'));
  }

  private async finish(tx: Tx, { order }: Reading, { importId, at, rejectsPath }: Run): Promise<ValueResult> {
    const { metric, via, personId, dryRun } = order;
    const tally = tallyOf(at);
    const result = { ...tally, rejects: tally.rejected > 0 ? rejectsPath : null };
    await this.imports.finish(tx, importId, tally, result.rejects);
    const detail = { importId, via, new: result.new, changed: result.changed };
    await tx.audit({
      actorId: personId,
      action: 'metrics.import',
      subjectKind: 'customMetric',
      subjectId: metric.id,
      detail,
    });
    if (!dryRun) await order.within?.(tx, result);
    return result;
  }
}

const tallyOf = ({ read, new: added, changed, unchanged, rejected }: ValueTally): ValueTally => ({
  ...{ read, new: added, changed, unchanged, rejected },
});

const NOTHING: ValueTally = { read: 0, new: 0, changed: 0, unchanged: 0, rejected: 0 };

const withChunk = (at: ValueTally, chunk: ValueChunk, landed: LandedValues): ValueTally => ({
  read: at.read + chunk.read,
  new: at.new + landed.new,
  changed: at.changed + landed.changed,
  unchanged: at.unchanged + landed.unchanged,
  rejected: at.rejected + chunk.rejected,
});
