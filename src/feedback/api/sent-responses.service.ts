import { Injectable } from '@nestjs/common';
import type { RejectedItem } from '../../platform/api/batch.js';
import type { ServiceAccount } from '../../platform/api/service-account.js';
import type { Tx } from '../../platform/database/tx.js';
import type { IsoDate } from '../../platform/dates.js';
import { ImportLock } from '../imports/import-lock.queries.js';
import { ImportsQueries } from '../imports/imports.queries.js';
import { landResponses } from '../imports/landing.queries.js';
import { rowMapper } from '../imports/mapped-row.js';
import { addChunk, emptyTally, type Tally } from '../imports/tally.js';
import { unitFinder } from '../imports/unit-finder.js';
import { checkTogether } from '../self-check/self-check.jobs.js';
import { AnsweredOnce, type SentRequest } from './answered-once.service.js';
import { ApiAnswersQueries } from './api-answers.queries.js';
import { ApiUnitsQueries } from './api-units.queries.js';
import { API_MAPPING, HEADING, MAPPING } from './api-mapping.js';
import type { Batch } from './batch.js';
import { codesIn, keysIn, sorted } from './sorted.js';

export type SentBatch = Batch & SentRequest;

export interface BatchAnswer {
  import: number;
  read: number;
  new: number;
  changed: number;
  unchanged: number;
  rejected: number;
  rejects: RejectedItem[];
  /** Responses that named a unit which had merged by their day, by unit; codes. */
  merged: MergedResponses[];
}

export interface MergedResponses {
  unit: string;
  mergedOn: IsoDate;
  mergedInto: string;
  /** What that merged into in turn, by the day of the responses; the same when it had not. */
  countsIn: string;
  responses: number;
}

/**
 * Answers that a program sends: the same landing as a file’s, in one transaction with its rollups and its answer. There may be
 * twenty-five thousand requests a day, so nothing follows each: standings and comments are looked at by their schedules.
 */
@Injectable()
export class SentResponses {
  constructor(
    private readonly once: AnsweredOnce,
    private readonly imports: ImportsQueries,
    private readonly lock: ImportLock,
    private readonly answers: ApiAnswersQueries,
    private readonly units: ApiUnitsQueries,
  ) {}

  /**
   * @throws ApiProblem when the key was used for another request
   * @throws TooBusy while a long import lands
   */
  take(account: ServiceAccount, batch: SentBatch): Promise<BatchAnswer> {
    return this.once.take(account, batch, (tx) => this.land(tx, account, batch));
  }

  private async land(tx: Tx, account: ServiceAccount, batch: SentBatch): Promise<BatchAnswer> {
    await this.lock.holdIn(tx);
    const { sourceId, importId } = await this.begin(tx, account, batch);
    const findUnit = unitFinder(await this.units.known(codesIn(batch.responses), account.reach), MAPPING.unit);
    const taken = new Set(await this.units.ofOthers(tx, sourceId, keysIn(batch.responses), account.reach));
    const { kept, rejects } = sorted(batch.responses, rowMapper(MAPPING, HEADING, findUnit, tx.now), taken);
    const landed = await landResponses(tx, sourceId, importId, kept);
    const chunk = { read: batch.responses.length, rejected: rejects.length, rows: kept, landed };
    const tally = addChunk(emptyTally(), chunk);
    await this.imports.checkpoint(tx, importId, { rowsRead: tally.read, tally, rejectsBytes: 0 });
    await this.imports.finish(tx, importId, { ...tally, rejects: null }, null);
    await checkTogether(tx);
    return {
      import: importId,
      read: tally.read,
      ...landed,
      rejected: tally.rejected,
      rejects,
      merged: mergedIn(tally),
    };
  }

  private async begin(tx: Tx, account: ServiceAccount, { source, bodySha256 }: SentBatch) {
    const sourceId = await this.imports.sourceNamed(tx, source);
    const mappingId =
      (await this.answers.mappingId(tx, sourceId, API_MAPPING)) ??
      (await this.imports.mappingVersion(tx, sourceId, API_MAPPING));
    const file = { name: `API: ${account.name}`, sha256: bodySha256 };
    const { id: importId } = await this.imports.begin(tx, sourceId, mappingId, file);
    return { sourceId, importId };
  }
}

function mergedIn({ merged = [] }: Tally): MergedResponses[] {
  return merged.map(({ code, on, into, countsIn, n }) => ({
    unit: code,
    mergedOn: on,
    mergedInto: into.code,
    countsIn: countsIn.code,
    responses: n,
  }));
}
