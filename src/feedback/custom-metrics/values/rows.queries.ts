import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import type { IsoDate } from '../../../platform/dates.js';
import type { Metric } from '../metric.js';
import { regionOf } from './cells.queries.js';
import type { NumbersOf } from './reading.queries.js';

/** One line behind a number: what a place came to in a period. */
export interface NumberRow {
  /** Null for the network itself. */
  code: string | null;
  name: string | null;
  startsOn: IsoDate;
  value: number | null;
  /** Of an average; null otherwise. */
  weight: number | null;
  /** Places that reported, where the line is put together from several; null for a value as it came. */
  places: number | null;
}

export const ROW_SORTS = ['period', 'place', 'value', '-period', '-value'] as const;
export type RowSort = (typeof ROW_SORTS)[number];

export interface RowsAsked {
  metric: Metric;
  place: NumbersOf;
  from: IsoDate;
  to: IsoDate;
  sort: RowSort;
}

/** What the rows of a page are: places one level below, or values as they came. */
export type RowsAre = 'region' | 'area' | 'value';

/** The network's rows are its regions, a region's its areas, an area's and a unit's the values themselves. */
export function rowsAre({ level }: Pick<Metric, 'level'>, place: Pick<NumbersOf, 'level'>): RowsAre {
  if (place.level === 'network' && level !== 'network') return 'region';
  return place.level === 'region' && level !== 'region' ? 'area' : 'value';
}

/** The rows behind a number, bounded by the places of one page however many values there are. */
@Injectable()
export class NumberRowsQueries {
  constructor(private readonly db: Database) {}

  async page(asked: RowsAsked, limit: number, offset: number): Promise<{ rows: NumberRow[]; total: number }> {
    const rows = await this.db.query<NumberRow & { all: number }>(
      `select *, count(*) over () as all from (${statement(asked)}) found order by ${ORDERS[asked.sort]} limit $5 offset $6`,
      [...params(asked), limit, offset],
    );
    return { rows, total: rows[0]?.all ?? 0 };
  }

  stream(asked: RowsAsked): AsyncGenerator<NumberRow, void> {
    return this.db.stream<NumberRow>(
      `select * from (${statement(asked)}) found order by ${ORDERS[asked.sort]}`,
      params(asked),
    );
  }
}

const params = ({ metric, place, from, to }: RowsAsked) => [metric.id, place.id ?? 0, from, to];

const ORDERS: Record<RowSort, string> = {
  period: '"startsOn" desc, name, code',
  '-period': '"startsOn", name, code',
  place: 'name, code, "startsOn" desc',
  value: 'value desc nulls last, "startsOn" desc, code',
  '-value': 'value nulls last, "startsOn" desc, code',
};

function statement({ metric, place }: RowsAsked): string {
  const are = rowsAre(metric, place);
  if (are === 'value') return values(metric, place);
  const above = are === 'region' ? '$2 = 0' : `${regionOf('c.place_id', 'c.bucket')} = $2`;
  return `
    select x.code, x.name, c.bucket as "startsOn", (${CELL_VALUE[metric.kind]})::float8 as value,
           ${metric.kind === 'average' ? 'c.weight::float8' : 'null::float8'} as weight, c.places
      from metric_cell c join ${are} x on x.id = c.place_id
     where c.metric_id = $1 and c.level = '${are}' and c.bucket between $3 and $4 and ${above}`;
}

const CELL_VALUE: Record<Metric['kind'], string> = {
  count: 'c.total',
  average: 'c.weighted / nullif(c.weight, 0)',
  level: 'case when c.n = 1 then c.total end',
};

function values({ level }: Metric, place: NumbersOf): string {
  const named = level === 'network' ? '' : `join ${level} x on x.id = v.place_id`;
  const whose = level === 'network' ? 'v.place_id = 0 and $2 = 0' : `v.${place.level}_id = $2`;
  return `
    select ${level === 'network' ? 'null::text as code, null::text as name' : 'x.code, x.name'}, v.starts_on as "startsOn",
           v.value::float8 as value, v.weight::float8 as weight, null::int as places
      from metric_value v ${named} where v.metric_id = $1 and v.starts_on between $3 and $4 and ${whose}`;
}
