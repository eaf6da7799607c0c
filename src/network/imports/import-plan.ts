import type { Tx } from '../../platform/database/tx.js';
import type { IsoDate } from '../../platform/dates.js';
import type { Difference, ImportResult, Rejection } from './import-result.js';
import type { Unfit } from './unfit.js';

/** What the two imports do differently; how they run is the same. */
export interface ImportPlan<Column extends string, Row> {
  kind: ImportResult['kind'];
  columns: readonly Column[];
  read(cells: Record<Column, string>): { row: Row } | Unfit;
  /** The row as the staging table takes it, without its line. */
  staged(row: Row): (string | null)[];
  queries: StagingQueries;
}

/** Set-based statements over a staging table that lives as long as the transaction. */
export interface StagingQueries {
  /** Takes lines of COPY text. */
  stage(tx: Tx, lines: AsyncIterable<string>): Promise<void>;
  /** Takes away the rows that contradict others or point at nothing, and says why. */
  reject(tx: Tx): Promise<Rejection[]>;
  /** Compares what is left with what is known, before anything changes. */
  compare(tx: Tx): Promise<void>;
  /**
   * Before the comparison: stages whatever holds on this day and is named by no row as ending with the day before. Answers
   * how many hold in all.
   */
  endAbsent(tx: Tx, day: IsoDate): Promise<number>;
  counts(tx: Tx): Promise<Pick<ImportResult, 'new' | 'moved' | 'changed' | 'unchanged'> & { ended: number }>;
  differences(tx: Tx, changes: readonly Difference['change'][], limit: number): Promise<Difference[]>;
  apply(tx: Tx): Promise<void>;
}
