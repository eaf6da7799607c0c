import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { NotFound, RuleBroken } from '../../../platform/errors.js';
import type { FileImport } from '../../../platform/files/file-imports.queries.js';
import { FileImports } from '../../../platform/files/file-imports.service.js';
import type { Problem } from '../../../platform/files/rejects-head.js';
import { t } from '../../../platform/language/t.js';
import type { UploadedFile } from '../../../platform/web/upload-file.js';
import { type Sample, Samples } from '../../sources/samples.service.js';
import type { Encoding } from '../../sources/text-encoding.js';
import type { Metric } from '../metric.js';
import { MetricsQueries } from '../metrics.queries.js';
import type { KnownPlace } from '../values/find-place.js';
import { KnownPlacesQueries } from '../values/known-places.queries.js';
import { guessValues } from './guess-values.js';
import type { ValueResult } from './value-import.service.js';
import { columnsIn, readValueMapping, type ValueMapping } from './value-mapping.js';

export const VALUES = 'metricValues';
export const LOOK_JOB = 'metrics.lookAtFile';
export const TAKE_JOB = 'metrics.takeFileOver';

export interface ValueTrial extends ValueResult {
  encoding: Encoding;
  problems: Problem[];
}

export type ValueUpload = FileImport<ValueTrial, ValueResult>;

export interface ValueFileOptions {
  metricId: number;
  mapping?: ValueMapping;
  takenBy?: number;
}

/** A file beside the metric that it is for, and what its columns are taken for. */
export interface ValueDraft {
  upload: ValueUpload;
  metric: Metric;
  sample: Sample;
  known: KnownPlace[];
  mapping: ValueMapping;
}

/** Files of values by upload: sent, their columns chosen, and looked at as a whole. */
@Injectable()
export class ValueUploads {
  constructor(
    private readonly db: Database,
    private readonly files: FileImports,
    private readonly samples: Samples,
    private readonly metrics: MetricsQueries,
    private readonly places: KnownPlacesQueries,
  ) {}

  /** What is no file of values at all is refused before anything is made of it. */
  async receive(metric: Metric, file: UploadedFile, formToken: string, actorId: number): Promise<number> {
    if (metric.retiredAt !== null) throw new RuleBroken(t('This number is retired. Bring it back first.'));
    await this.samples.read(file.path);
    const options: ValueFileOptions = { metricId: metric.id };
    return this.files.receive({ kind: VALUES, file, formToken, options, actorId, lookJob: null });
  }

  /** @throws NotFound when the file has been deleted */
  async open(upload: ValueUpload, posted: ValueMapping | null = null): Promise<ValueDraft> {
    if (upload.storedAs === null || upload.deletedAt !== null)
      throw new NotFound(t('The file has been deleted. Upload it again.'));
    const metric = await this.metricOf(upload);
    const sample = await this.samples.read(this.files.pathOf(upload.storedAs));
    const known = await this.places.all(metric.level);
    const mapping = posted ?? (await this.firstMapping(upload, metric, sample, known));
    return { upload, metric, sample, known, mapping };
  }

  async metricOf({ options }: ValueUpload): Promise<Metric> {
    const metric = await this.metrics.byId((options as unknown as ValueFileOptions).metricId);
    if (!metric) throw new NotFound();
    return metric;
  }

  async choose(id: number, mapping: ValueMapping): Promise<void> {
    await this.files.setOptions(id, { mapping });
  }

  /** Keeps the mapping for the next file as well, and has the file looked at. @throws RuleBroken when it does not fit */
  async save({ upload, metric, sample }: ValueDraft, mapping: ValueMapping, actorId: number): Promise<void> {
    const columns = columnsIn(sample.layout.keys, mapping, metric);
    if (typeof columns === 'string') throw new RuleBroken(columns);
    await this.db.write(async (tx) => {
      await this.metrics.saveMapping(tx, metric.id, mapping);
      const detail = { fileImportId: upload.id };
      await tx.audit({
        actorId,
        action: 'metrics.saveMapping',
        subjectKind: 'customMetric',
        subjectId: metric.id,
        detail,
      });
    });
    await this.files.begin(upload.id, 'looking', LOOK_JOB, { mapping });
  }

  /** What was chosen for this file; for the one before, where its columns are here; a guess otherwise. */
  private async firstMapping({ options }: ValueUpload, metric: Metric, sample: Sample, known: KnownPlace[]) {
    const chosen = (options as unknown as ValueFileOptions).mapping;
    if (chosen) return chosen;
    const before = await this.metrics.mappingOf(metric.id);
    if (before !== null) {
      const mapping = readValueMapping(before);
      if (typeof columnsIn(sample.layout.keys, mapping, metric) !== 'string') return mapping;
    }
    return guessValues(sample.profiles, known, metric);
  }
}
