import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import type { ImportResult } from './import-result.js';
import { ReportFiles } from './report-files.service.js';
import {
  allRejected,
  countChanges,
  countRejected,
  firstDifferences,
  firstRejected,
  wholeReport,
} from './staging.queries.js';

const ERRORS_IN_RESULT = 1000;
const DIFFERENCES_IN_RESULT = 100;

type Counts = Pick<ImportResult, 'new' | 'moved' | 'changed' | 'unchanged' | 'rejected' | 'snapshot'>;
type Lists = Pick<ImportResult, 'difference' | 'newcomers' | 'errors' | 'rejects' | 'differences'>;

/** Says what an import does: the counts, the first rows of each kind, and files with all of them. */
@Injectable()
export class ImportReport {
  constructor(private readonly files: ReportFiles) {}

  /** @param holding how many hold today, null when the file is no full snapshot */
  async counts(tx: Tx, holding: number | null): Promise<Counts> {
    const { ended, ...changes } = await countChanges(tx);
    const snapshot = holding === null ? null : { ends: ended, of: holding, first: await this.first(tx, ['ended']) };
    return { ...changes, rejected: await countRejected(tx), snapshot };
  }

  /** @param written the files that go again when the import does not come about */
  async lists(tx: Tx, kind: ImportResult['kind'], counts: Counts, written: string[]): Promise<Lists> {
    const keep = async (path: string) => (written.push(path), path);
    const some = counts.new + counts.moved + counts.changed + counts.rejected + (counts.snapshot?.ends ?? 0) > 0;
    return {
      difference: await this.first(tx, ['moved', 'changed']),
      newcomers: await this.first(tx, ['new']),
      errors: await firstRejected(tx, ERRORS_IN_RESULT),
      rejects: counts.rejected > 0 ? await keep(await this.files.writeRejected(kind, allRejected(tx))) : null,
      differences: some ? await keep(await this.files.writeDifferences(kind, wholeReport(tx))) : null,
    };
  }

  private first(tx: Tx, changes: Parameters<typeof firstDifferences>[1]) {
    return firstDifferences(tx, changes, DIFFERENCES_IN_RESULT);
  }
}
