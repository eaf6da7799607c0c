import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import type { IsoDate } from '../../platform/dates.js';
import type { Metric, MetricDraft } from './metric.js';

/** A line of the list: what is known of it so far. */
export interface MetricListed extends Metric {
  firstOn: IsoDate | null;
  lastOn: IsoDate | null;
  lastImportAt: Date | null;
}

const COLUMNS = `m.id, m.key, m.name, m.name_cy as "nameCy", m.unit, m.unit_cy as "unitCy", m.weight_name as "weightName",
  m.weight_name_cy as "weightNameCy", m.decimals, m.direction, m.kind, m.grain, m.level, m.audience, m.driver,
  m.unit_kinds as "unitKinds", m.retired_at as "retiredAt"`;

/** The columns of a `custom_metric m`, as `Metric` has them. */
export const METRIC_COLUMNS = COLUMNS;

@Injectable()
export class MetricsQueries {
  constructor(private readonly db: Database) {}

  /** Those in use first. Days are read from the cells of the network, of which there are few. */
  list(): Promise<MetricListed[]> {
    return this.db.query<MetricListed>(
      `select ${COLUMNS}, days.first as "firstOn", days.last as "lastOn",
              (select max(started_at) from metric_import i where i.metric_id = m.id and i.undone_at is null) as "lastImportAt"
         from custom_metric m
        cross join lateral (select min(bucket) as first, max(bucket) as last from metric_cell c
                             where c.metric_id = m.id and c.level = 'network' and c.place_id = 0) days
        order by m.retired_at is not null, m.name, m.id`,
    );
  }

  one(key: string): Promise<Metric | null> {
    return this.db.one<Metric>(`select ${COLUMNS} from custom_metric m where m.key = $1`, [key]);
  }

  byId(id: number): Promise<Metric | null> {
    return this.db.one<Metric>(`select ${COLUMNS} from custom_metric m where m.id = $1`, [id]);
  }

  async keys(): Promise<string[]> {
    return (await this.db.query<{ key: string }>('select key from custom_metric')).map(({ key }) => key);
  }

  async named(name: string): Promise<string | null> {
    const row = await this.db.one<{ key: string }>('select key from custom_metric where lower(name) = lower($1)', [
      name,
    ]);
    return row?.key ?? null;
  }

  /** Its key; null when the same form has made it before. */
  async add(tx: Tx, key: string, draft: MetricDraft, formToken: string, actorId: number | null) {
    const row = await tx.one<{ id: number }>(
      `insert into custom_metric (key, name, name_cy, unit, unit_cy, weight_name, weight_name_cy, decimals, direction, kind,
              grain, level, audience, driver, unit_kinds, form_token, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
       on conflict (form_token) do nothing returning id`,
      [key, ...valuesOf(draft), formToken, actorId, tx.now],
    );
    return row?.id ?? null;
  }

  async keyOfForm(tx: Tx, formToken: string): Promise<string | null> {
    const row = await tx.one<{ key: string }>('select key from custom_metric where form_token = $1', [formToken]);
    return row?.key ?? null;
  }

  async change(tx: Tx, id: number, draft: MetricDraft): Promise<void> {
    await tx.query(
      `update custom_metric set (name, name_cy, unit, unit_cy, weight_name, weight_name_cy, decimals, direction, kind, grain,
              level, audience, driver, unit_kinds) = ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
        where id = $1`,
      [id, ...valuesOf(draft)],
    );
  }

  /** Whether anything changed. */
  async setRetired(tx: Tx, id: number, retired: boolean): Promise<boolean> {
    const rows = await tx.query(
      `update custom_metric set retired_at = case when $2 then $3::timestamptz end
        where id = $1 and (retired_at is not null) <> $2 returning id`,
      [id, retired, tx.now],
    );
    return rows.length > 0;
  }

  async hasValues(id: number): Promise<boolean> {
    const row = await this.db.one<{ found: boolean }>(
      'select exists (select from metric_value where metric_id = $1) as found',
      [id],
    );
    return row?.found ?? false;
  }

  async mappingOf(id: number): Promise<unknown> {
    const row = await this.db.one<{ mapping: unknown }>('select mapping from metric_mapping where metric_id = $1', [
      id,
    ]);
    return row?.mapping ?? null;
  }

  async saveMapping(tx: Tx, id: number, mapping: object): Promise<void> {
    await tx.query(
      `insert into metric_mapping (metric_id, mapping, saved_at) values ($1, $2, $3)
       on conflict (metric_id) do update set mapping = excluded.mapping, saved_at = excluded.saved_at`,
      [id, JSON.stringify(mapping), tx.now],
    );
  }
}

function valuesOf(draft: MetricDraft): unknown[] {
  return [
    ...[draft.name, draft.nameCy, draft.unit, draft.unitCy, draft.weightName, draft.weightNameCy, draft.decimals],
    ...[draft.direction, draft.kind, draft.grain, draft.level, draft.audience, draft.driver, draft.unitKinds],
  ];
}
