import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import type { IsoDate } from '../../platform/dates.js';
import type { DriverWeights } from '../metrics/driver-weights.js';
import { type DriverImportances, importancesFrom, weightsOf } from './driver-importance.js';
import { ImportanceQueries } from './importance.queries.js';

/**
 * A year is worked out again when more than this part of its answers came or went since. One pass over all answers takes a
 * minute or more where there are tens of millions: by day only for the first answers, and as often as they double.
 */
export const MOVED = { byDay: 1, atNight: 0.02 };
/** What changes once a year is asked of the database once a minute, and not by every page. */
const REMEMBERED_MS = 60_000;

interface Remembered {
  year: number;
  at: number;
  importances: DriverImportances | null;
}

/** How much each driver goes with ease, by the last whole year; by the one under way until there is a whole one. */
@Injectable()
export class DriverImportance {
  private remembered: Remembered | null = null;

  constructor(
    private readonly db: Database,
    private readonly queries: ImportanceQueries,
    private readonly clock: Clock,
  ) {}

  /** Null where no year was worked out yet. */
  async current(today: IsoDate): Promise<DriverImportances | null> {
    const [year, at, known] = [yearOf(today), this.clock.now().getTime(), this.remembered];
    if (known?.year === year && Math.abs(at - known.at) < REMEMBERED_MS) return known.importances;
    const importances = await this.queries.current(year);
    this.remembered = { year, at, importances };
    return importances;
  }

  async weights(today: IsoDate): Promise<DriverWeights> {
    return weightsOf(await this.current(today));
  }

  /** Works out what is due: the last whole year and, while that says nothing, the one under way. */
  async workOut(today: IsoDate, moved = MOVED.atNight): Promise<void> {
    const year = yearOf(today);
    await this.workOutYear(year - 1, moved);
    if (!(await this.queries.answersOf(year - 1)).known) await this.workOutYear(year, moved);
  }

  private async workOutYear(year: number, moved: number): Promise<void> {
    const { now, then } = await this.queries.answersOf(year);
    if (now === 0 || (then !== null && Math.abs(now - then) <= moved * then)) return;
    const importances = importancesFrom(year, await this.queries.sums(year));
    await this.db.write(async (tx) => {
      await this.queries.keep(tx, now, importances);
      await this.queries.forgetStandings(tx);
    });
    this.remembered = null;
  }
}

const yearOf = (day: IsoDate) => Number(day.slice(0, 4));
