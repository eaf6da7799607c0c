import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { DRIVERS } from '../../platform/drivers.js';
import { byDriver, type DriverImportances } from './driver-importance.js';

interface Row {
  year: number;
  complete: number;
  units: number;
  explained: number | null;
  shares: number[] | null;
  lows: number[] | null;
  highs: number[] | null;
  clearlyFirst: boolean;
}

@Injectable()
export class ImportanceQueries {
  constructor(private readonly db: Database) {}

  /** The last whole year that says something, else the year that is under way; null where neither is kept. */
  async current(year: number): Promise<DriverImportances | null> {
    const row = await this.db.one<Row>(
      `select year, complete::float8 as complete, units, explained, shares, lows, highs, clearly_first as "clearlyFirst"
         from driver_importance where year <= $1
        order by shares is null, year = $1, year desc limit 1`,
      [year],
    );
    return row && importancesIn(row);
  }

  /** How many answers a year holds, and how many it held when its importance was worked out (null: never). */
  async answersOf(year: number): Promise<{ now: number; then: number | null; known: boolean }> {
    const row = await this.db.one<{ now: number; then: number | null; known: boolean | null }>(
      `select (select coalesce(sum(responses), 0)::float8 from area_day
                where day between make_date($1, 1, 1) and make_date($1, 12, 31)) as now,
              (select answers::float8 from driver_importance where year = $1) as then,
              (select shares is not null from driver_importance where year = $1) as known`,
      [year],
    );
    return { now: row?.now ?? 0, then: row?.then ?? null, known: row?.known ?? false };
  }

  /**
   * Per unit the sums of products over the complete answers of a year, one unit after the other: one pass over the answers,
   * which are not read again however often units are drawn from the sums.
   */
  async sums(year: number): Promise<Float64Array> {
    const rows = await this.db.query<{ sums: number[] }>(
      `select array[${PRODUCTS}]::float8[] as sums from survey_response r
        where r.week between make_date($1, 1, 1) and make_date($1, 12, 31) and ${COMPLETE}
        group by r.unit_id order by r.unit_id`,
      [year],
    );
    return Float64Array.from(rows.flatMap(({ sums }) => sums));
  }

  async keep(tx: Tx, answers: number, { year, complete, units, found }: DriverImportances): Promise<void> {
    const column = (of: 'value' | 'low' | 'high') => found && DRIVERS.map((driver) => found.drivers[driver][of]);
    await tx.query(
      `insert into driver_importance (year, answers, complete, units, explained, shares, lows, highs, clearly_first, worked_out_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict (year) do update set answers = excluded.answers, complete = excluded.complete, units = excluded.units,
         explained = excluded.explained, shares = excluded.shares, lows = excluded.lows, highs = excluded.highs,
         clearly_first = excluded.clearly_first, worked_out_at = excluded.worked_out_at`,
      [
        ...[year, answers, complete, units, found?.explained ?? null],
        ...[column('value'), column('low'), column('high'), found?.clearlyFirst ?? false, tx.now],
      ],
    );
  }

  /** What was recommended by other weights is worked out anew. */
  async forgetStandings(tx: Tx): Promise<void> {
    await tx.query('delete from unit_standing');
  }
}

const QUESTIONS = ['1', ...DRIVERS.map((driver) => `r.${driver}`), 'r.ease'];

/** z_i z_j for i <= j, row by row, as statistics/importance.ts wants them. */
const PRODUCTS = QUESTIONS.flatMap((one, i) => QUESTIONS.slice(i).map((other) => `sum(${one} * ${other})`)).join(', ');

const COMPLETE = QUESTIONS.slice(1)
  .map((question) => `${question} is not null`)
  .join(' and ');

function importancesIn(row: Row): DriverImportances {
  const { year, complete, units, explained, shares, lows, highs, clearlyFirst } = row;
  if (explained === null || !shares || !lows || !highs) return { year, complete, units, found: null };
  const drivers = byDriver((at) => ({ value: shares[at] ?? 0, low: lows[at] ?? 0, high: highs[at] ?? 1 }));
  return { year, complete, units, found: { explained, drivers, clearlyFirst } };
}
