import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { NotFound, RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { firstFree, slugOf } from '../../platform/slug.js';
import { isMetricKey, meansOther, type Metric, type MetricDraft } from './metric.js';
import { MetricsQueries } from './metrics.queries.js';

/** Keys that are addresses of their own. */
const TAKEN = ['new'];

/** What other numbers there are: defined, changed, retired and brought back; never deleted. */
@Injectable()
export class Metrics {
  constructor(
    private readonly db: Database,
    private readonly queries: MetricsQueries,
  ) {}

  /** @throws NotFound */
  async named(key: unknown): Promise<Metric> {
    const metric = isMetricKey(key) ? await this.queries.one(key) : null;
    if (!metric) throw new NotFound();
    return metric;
  }

  /** @returns its key; of the form that was sent twice, that of the first time */
  async define(draft: MetricDraft, formToken: string, actorId: number | null): Promise<string> {
    const taken = [...TAKEN, ...(await this.queries.keys())];
    const key = firstFree(keyFrom(draft.name), taken);
    return this.db.write(async (tx) => {
      const made = await this.queries.keyOfForm(tx, formToken);
      if (made !== null) return made;
      await this.refuseDouble(draft, null);
      const id = await this.queries.add(tx, key, draft, formToken, actorId);
      if (id === null) return (await this.queries.keyOfForm(tx, formToken)) ?? key;
      await this.note(tx, 'metrics.define', actorId, id, { key });
      return key;
    });
  }

  /** @throws RuleBroken when its values would come to mean something else */
  async change(metric: Metric, draft: MetricDraft, actorId: number): Promise<void> {
    await this.refuseDouble(draft, metric.key);
    if (meansOther(metric, draft) && (await this.queries.hasValues(metric.id)))
      throw new RuleBroken(
        t(
          'It has values by now, so what it is, for which period and for which places stays. Retire it and add another.',
        ),
        'kind',
      );
    await this.db.write(async (tx) => {
      await this.queries.change(tx, metric.id, draft);
      await this.note(tx, 'metrics.change', actorId, metric.id, { key: metric.key });
    });
  }

  /** Takes it off the pages, or puts it back; its values stay. */
  async setRetired(metric: Metric, retired: boolean, actorId: number): Promise<void> {
    await this.db.write(async (tx) => {
      if (!(await this.queries.setRetired(tx, metric.id, retired))) return;
      await this.note(tx, retired ? 'metrics.retire' : 'metrics.bringBack', actorId, metric.id, { key: metric.key });
    });
  }

  private async refuseDouble({ name }: MetricDraft, own: string | null): Promise<void> {
    const known = await this.queries.named(name);
    if (known !== null && known !== own)
      throw new RuleBroken(t('There is a number called {name} already.', { name }), 'name');
  }

  private note(tx: Tx, action: string, actorId: number | null, id: number, detail: object): Promise<void> {
    return tx.audit({ actorId, action, subjectKind: 'customMetric', subjectId: id, detail });
  }
}

const LONGEST_KEY = 36;

function keyFrom(name: string): string {
  const slug = slugOf(name, LONGEST_KEY);
  return /^[a-z][a-z0-9-]/.test(slug) ? slug : `number-${slug}`.replace(/-$/, '');
}
