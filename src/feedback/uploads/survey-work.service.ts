import { open, rm } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { parse } from 'csv-parse/sync';
import { Clock } from '../../platform/clock.js';
import type { Tx } from '../../platform/database/tx.js';
import { RuleBroken } from '../../platform/errors.js';
import type { FileWork, Step } from '../../platform/files/file-import-run.service.js';
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
      return { ...result, encoding: text.encoding, ...(await firstProblems(result.rejects)) };
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

  private async withText<T>({ options }: SurveyUpload, path: string, work: (text: Utf8File) => Promise<T>): Promise<T> {
    const text = await this.copies.of(path, (options as SurveyOptions).choices?.encoding || undefined);
    try {
      return await work(text);
    } finally {
      await text.remove();
    }
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

const PROBLEM_BYTES = 200_000;

/** The beginning of the list of rejected lines, which the dry run has just written. */
async function firstProblems(path: string | null): Promise<ReturnType<typeof problemsIn>> {
  if (path === null) return problemsIn([]);
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(PROBLEM_BYTES), 0, PROBLEM_BYTES, 0);
    const text = buffer.subarray(0, bytesRead).toString('utf8');
    const whole = bytesRead < PROBLEM_BYTES ? text : text.slice(0, text.lastIndexOf('\n') + 1);
    return problemsIn(parse(whole, { relax_column_count: true, relax_quotes: true }) as string[][]);
  } catch {
    return problemsIn([]);
  } finally {
    await file.close();
  }
}
