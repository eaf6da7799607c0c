import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { RuleBroken } from '../../../platform/errors.js';
import { FileImports } from '../../../platform/files/file-imports.service.js';
import { t } from '../../../platform/language/t.js';
import type { Metric } from '../metric.js';
import { MetricsQueries } from '../metrics.queries.js';
import { noteUndone, undoValues } from './undo.queries.js';
import { ValueImportsQueries } from './value-imports.queries.js';

export const UNDO_VALUES = 'metrics.undoImport';

export interface UndoBody {
  metricId: number;
  importId: number;
  actorId: number;
}

/** Takes an import back: asked for on a page, done by a job, since five years of values take their time. */
@Injectable()
export class UndoneValues {
  constructor(
    private readonly db: Database,
    private readonly metrics: MetricsQueries,
    private readonly imports: ValueImportsQueries,
    private readonly files: FileImports,
  ) {}

  /** @throws RuleBroken when somebody has asked already */
  async ask(metric: Metric, importId: number, actorId: number): Promise<void> {
    await this.db.write(async (tx) => {
      if (!(await this.imports.askUndo(tx, importId)))
        throw new RuleBroken(t('Somebody has done that already. This is how the import stands now.'));
      const body: UndoBody = { metricId: metric.id, importId, actorId };
      await tx.enqueue(UNDO_VALUES, body, { scheduleKey: `metric-import-undo-${importId}` });
    });
  }

  async run({ metricId, importId, actorId }: UndoBody): Promise<void> {
    const metric = await this.metrics.byId(metricId);
    const found = metric && (await this.imports.one(metricId, importId));
    if (!found) return;
    await this.db.write(async (tx) => {
      if (!(await noteUndone(tx, importId, actorId))) return;
      const detail = { importId, ...(await undoValues(tx, metric, importId)) };
      if (found.fileImportId !== null) await this.files.markUndone(tx, found.fileImportId);
      await tx.audit({ actorId, action: 'metrics.undo', subjectKind: 'customMetric', subjectId: metricId, detail });
    });
  }
}
