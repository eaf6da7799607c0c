import type { Tx } from '../../platform/database/tx.js';
import type { IsoDate } from '../../platform/dates.js';
import type { Cells } from './csv-files.service.js';
import type { ImportResult } from './import-result.js';
import type { Unfit } from './unfit.js';

/** What the two imports do differently; how they run is the same. */
export interface ImportPlan<Column extends string, Row, Optional extends string = never> {
  kind: ImportResult['kind'];
  columns: readonly Column[];
  /** Those that a file may leave out; what they are about then stays as it is. */
  optional?: readonly Optional[];
  read(cells: Cells<Column, Optional>): { row: Row } | Unfit;
  /** The row as the staging table takes it, without its line: so many cells. */
  staged(row: Row): (string | null)[];
  width: number;
  queries: StagingQueries;
}

/** Set-based statements over a staging table that lives as long as the transaction. */
export interface StagingQueries {
  /** Takes lines of COPY text, `staged` and then column and reason of what cannot be read. */
  stage(tx: Tx, lines: AsyncIterable<string>): Promise<void>;
  /** Takes away the rows that contradict others or point at nothing, and keeps why. */
  reject(tx: Tx): Promise<void>;
  /** Compares what is left with what is known, before anything changes. */
  compare(tx: Tx): Promise<void>;
  /**
   * Before the comparison: stages whatever holds on this day and is named by no row as ending with the day before. Answers
   * how many hold in all.
   */
  endAbsent(tx: Tx, day: IsoDate): Promise<number>;
  /** Changes the rows that change and no others, and keeps under this id how they were. */
  apply(tx: Tx, changeId: number): Promise<void>;
}
