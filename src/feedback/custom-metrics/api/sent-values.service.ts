import { Injectable } from '@nestjs/common';
import type { RejectedItem } from '../../../platform/api/batch.js';
import type { ServiceAccount } from '../../../platform/api/service-account.js';
import { Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import { NotFound } from '../../../platform/errors.js';
import { AnsweredOnce, type SentRequest } from '../../api/answered-once.service.js';
import { isMetricKey, type Metric } from '../metric.js';
import { MetricsQueries } from '../metrics.queries.js';
import { placeFinder } from '../values/find-place.js';
import { KnownPlacesQueries } from '../values/known-places.queries.js';
import { holdValues, landValues } from '../values/landing.queries.js';
import { ValueImportsQueries, type ValueTally } from '../values/value-imports.queries.js';
import { sortedValues } from './sent-batch.js';

export type SentAnswer = { import: number } & ValueTally & { rejects: RejectedItem[] };

export interface SentValuesBatch extends SentRequest {
  key: string;
  values: readonly unknown[];
}

/** How long a batch waits for a long import to end. */
const PATIENCE = '10s';

/** Values that a program sends: the same landing as a file’s, in one transaction with its answer. */
@Injectable()
export class SentValues {
  constructor(
    private readonly once: AnsweredOnce,
    private readonly metrics: MetricsQueries,
    private readonly places: KnownPlacesQueries,
    private readonly imports: ValueImportsQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound when no number in use has the key */
  async metricFor(key: string, account: ServiceAccount): Promise<Metric> {
    const metric = isMetricKey(key) ? await this.metrics.one(key) : null;
    const reached = metric && (metric.level !== 'network' || account.reach.network);
    if (!metric || !reached || metric.retiredAt !== null) throw new NotFound('No number in use has this key.');
    return metric;
  }

  /** @throws ApiProblem when the Idempotency-Key was used for another request, TooBusy while a long import lands */
  async take(account: ServiceAccount, batch: SentValuesBatch): Promise<SentAnswer> {
    const metric = await this.metricFor(batch.key, account);
    return this.once.take(account, batch, (tx) => this.land(tx, metric, account, batch));
  }

  private async land(
    tx: Tx,
    metric: Metric,
    account: ServiceAccount,
    { values }: SentValuesBatch,
  ): Promise<SentAnswer> {
    await holdValues(tx, PATIENCE);
    const find = placeFinder(metric, await this.places.within(metric.level, account.reach), 'code');
    const { kept, rejects } = sortedValues(metric, values, find, this.clock.today());
    const asked = { metricId: metric.id, via: 'api', name: account.name, personId: null } as const;
    const importId = (await this.imports.begin(tx, asked)) ?? 0;
    const landed = await landValues(tx, metric, importId, kept);
    const tally = { read: values.length, ...landed, rejected: rejects.length };
    await this.imports.finish(tx, importId, tally, null);
    const detail = { importId, via: 'api', account: account.id, new: landed.new, changed: landed.changed };
    await tx.audit({
      actorId: null,
      action: 'metrics.import',
      subjectKind: 'customMetric',
      subjectId: metric.id,
      detail,
    });
    return { import: importId, ...tally, rejects };
  }
}
