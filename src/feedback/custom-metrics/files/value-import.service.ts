import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { RuleBroken } from '../../../platform/errors.js';
import { t } from '../../../platform/language/t.js';
import { sayNumber } from '../../../platform/say.js';
import { RejectedLines } from '../../imports/rejected-lines.service.js';
import { type SurveyFile, SurveyFiles } from '../../imports/survey-file.service.js';
import type { Metric } from '../metric.js';
import { placeFinder } from '../values/find-place.js';
import { KnownPlacesQueries } from '../values/known-places.queries.js';
import {
  type LandedValues,
  landValues,
  openValueStaging,
  type Repeated,
  type StagedValue,
  stageValues,
} from '../values/landing.queries.js';
import { ValueImportsQueries, type ValueTally, type Via } from '../values/value-imports.queries.js';
import { isRejected, lineReader, type ReadLine, type RejectedValue } from './value-lines.js';
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
  /** Told every few thousand lines; what it throws ends the import, and nothing has happened. */
  progress(done: number, total: number): void | Promise<void>;
  /** In the transaction that lands them; never in a dry run. */
  within?(tx: Tx, result: ValueResult): Promise<void>;
}

export type ValueResult = ValueTally & { rejects: string | null };

const LINES_A_STEP = 2000;

/** What a file is read with. */
interface Reading {
  order: ValueOrder;
  file: SurveyFile;
  heading: string[];
  read: ReadLine;
  rejectsPath: string;
}

/** Imports a file of values in one transaction: it is there as a whole or not at all, however many values it has. */
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
    const file = await this.files.inspect(order.path);
    const results: ValueResult[] = [];
    const over = new Error('The dry run is over.');
    try {
      await this.db.write(async (tx) => {
        results.push(await this.land(tx, order, file));
        if (order.dryRun) throw over;
      });
    } catch (error) {
      if (error !== over) throw error;
    }
    return results[0]!;
  }

  private async land(tx: Tx, order: ValueOrder, file: SurveyFile): Promise<ValueResult> {
    const { metric, via, name, personId, fileImportId } = order;
    const importId = (await this.imports.begin(tx, { metricId: metric.id, via, name, personId, fileImportId })) ?? 0;
    const reading = await this.open(order, file, importId);
    const left = new Rejects(this.rejects, reading);
    await openValueStaging(tx);
    await stageValues(tx, this.values(reading, left));
    const landed = await landValues(tx, metric, importId, order.dryRun);
    await left.add(landed.repeats.map(sayRepeated));
    await left.flush();
    const result = resultOf(landed, left);
    await this.imports.finish(tx, importId, result, result.rejects);
    const detail = { importId, via, new: result.new, changed: result.changed };
    await tx.audit({
      actorId: personId,
      action: 'metrics.import',
      subjectKind: 'customMetric',
      subjectId: metric.id,
      detail,
    });
    if (!order.dryRun) await order.within?.(tx, result);
    return result;
  }

  private async open(order: ValueOrder, file: SurveyFile, importId: number): Promise<Reading> {
    const { metric, mapping, dryRun } = order;
    const [first] = await this.files.first(file, 1);
    const heading = (first?.cells ?? []).map((cell) => cell.trim());
    const columns = columnsIn(heading, mapping, metric);
    if (typeof columns === 'string') throw new RuleBroken(columns);
    const find = placeFinder(metric, await this.places.all(metric.level), mapping.match);
    const read = lineReader(metric, mapping, columns, find, this.clock.today());
    const name = `numbers-${importId}${dryRun ? '-dry-run' : ''}`;
    return { order, file, heading, read, rejectsPath: this.rejects.path(name) };
  }

  private async *values({ order, file, read }: Reading, left: Rejects): AsyncGenerator<StagedValue> {
    let lines = -1;
    for await (const record of this.files.records(file)) {
      lines += 1;
      if (lines === 0) continue;
      const found = read(record);
      for (const one of found) if (!isRejected(one)) yield one;
      const wrong = found.filter(isRejected);
      if (wrong.length > 0) await left.add(wrong);
      if (lines % LINES_A_STEP === 0) await order.progress(lines, Math.max(lines, file.records));
    }
    await order.progress(lines, Math.max(lines, 1));
  }
}

const MOST_LISTED = 100_000;

/** The rejected values of one file: counted all, listed as far as anybody would read. */
class Rejects {
  count = 0;
  private bytes = 0;
  private waiting: RejectedValue[] = [];

  constructor(
    private readonly lines: RejectedLines,
    private readonly reading: Reading,
  ) {}

  get path(): string | null {
    return this.count > 0 ? this.reading.rejectsPath : null;
  }

  async add(rejected: readonly RejectedValue[]): Promise<void> {
    this.count += rejected.length;
    if (this.count <= MOST_LISTED) this.waiting.push(...rejected);
    if (this.waiting.length >= 500) await this.flush();
  }

  async flush(): Promise<void> {
    const { heading, rejectsPath } = this.reading;
    const lines = this.waiting.map(({ line, column, reason }) => ({
      line,
      column: column === null ? '' : (heading[column] ?? ''),
      reason,
      texts: [],
    }));
    this.waiting = [];
    this.bytes = await this.lines.append(rejectsPath, this.bytes, [], lines);
  }
}

function sayRepeated({ line, column, first }: Repeated): RejectedValue {
  const reason = t('The same place and period came earlier, on line {line}. That one was taken.', {
    line: sayNumber(first),
  });
  return { line, column, reason };
}

function resultOf(landed: LandedValues, left: Rejects): ValueResult {
  const { new: added, changed, unchanged, repeated, repeats } = landed;
  const rejected = left.count + repeated - repeats.length;
  return { read: added + changed + unchanged + rejected, new: added, changed, unchanged, rejected, rejects: left.path };
}
