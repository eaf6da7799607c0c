import { rm } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import type { Tx } from '../../platform/database/tx.js';
import { RuleBroken } from '../../platform/errors.js';
import type { FileWork, Step } from '../../platform/files/file-import-run.service.js';
import { firstRejects } from '../../platform/files/rejects-head.js';
import { t } from '../../platform/language/t.js';
import { ResponseImports } from '../imports/response-import.service.js';
import { SourcesQueries } from '../sources/sources.queries.js';
import {
  RESPONSES,
  type SurveyOptions,
  type SurveyResult,
  type SurveyTrial,
  type SurveyUpload,
} from './survey-uploads.service.js';
import { problemsIn } from './problems-found.js';
import { type Utf8File, Utf8Copies } from './utf8-copy.service.js';

/** What the jobs do with a survey file: the same as the command line, with somebody watching. */
@Injectable()
export class SurveyWork implements FileWork<SurveyTrial, SurveyResult> {
  readonly kinds = [RESPONSES];

  constructor(
    private readonly imports: ResponseImports,
    private readonly copies: Utf8Copies,
    private readonly sources: SourcesQueries,
    private readonly clock: Clock,
  ) {}

  async look(upload: SurveyUpload, path: string, step: Step): Promise<SurveyTrial> {
    return this.withText(upload, path, async (text) => {
      const result = await this.imports.run({ ...(await this.orderOf(upload, text)), dryRun: true }, told(step));
      return { ...result, encoding: text.encoding, ...problemsIn(await firstRejects(result.rejects)) };
    });
  }

  async take(
    upload: SurveyUpload,
    path: string,
    step: Step,
    done: (tx: Tx, result: SurveyResult) => Promise<void>,
  ): Promise<void> {
    await this.withText(upload, path, async (text) => {
      if (text.sha256 !== upload.sha256) throw new RuleBroken(t('The file is not the one that was looked at.'));
      const order = await this.orderOf(upload, text);
      const within: typeof order.within = (tx, result, importId) => done(tx, { ...result, importId });
      await this.imports.run({ ...order, within }, told(step));
    });
    if (upload.trial?.rejects) await rm(upload.trial.rejects, { force: true });
  }

  private withText<T>({ options }: SurveyUpload, path: string, work: (text: Utf8File) => Promise<T>): Promise<T> {
    return this.copies.read(path, (options as SurveyOptions).choices?.encoding, work);
  }

  private async orderOf({ id, fileName, options, startedBy }: SurveyUpload, { path }: Utf8File) {
    const { sourceId = 0, mappingId, takenBy } = options as SurveyOptions;
    const source = await this.sources.one(sourceId, this.clock.now());
    if (!source?.mapping) throw new RuleBroken(t('The source has no mapping yet.'));
    if (source.mappingId !== mappingId)
      throw new RuleBroken(t('The mapping of this source has been changed meanwhile. Look at the file again.'));
    const by = { personId: takenBy ?? startedBy?.id ?? null, fileImportId: id };
    const order: Parameters<ResponseImports['run']>[0] = {
      ...{ path, source: source.name, mapping: source.mapping, dryRun: false, fileName, by },
    };
    return order;
  }
}

function told(step: Step) {
  return { waiting: () => undefined, rows: (done: number, total: number) => step(done, total) };
}
