import { Injectable } from '@nestjs/common';
import { DriverImportance } from '../../feedback/importance/importance.service.js';
import type { MarkedDifference } from '../../feedback/metrics/change.js';
import { NO_COUNTS } from '../../feedback/metrics/counts.js';
import { type Period, PERIODS, weeksUpTo } from '../../feedback/metrics/period.js';
import { EARLIER_WEEKS, RECENT_WEEKS } from '../../feedback/metrics/slipping.js';
import { type Standing, standingOver } from '../../feedback/metrics/standing.js';
import { standingFrom, unitStandingOf } from '../../feedback/metrics/unit-standing.js';
import { NO_WINDOWS } from '../../feedback/metrics/windows.js';
import { StandingsQueries } from '../../feedback/standings/standings.queries.js';
import type { IsoDate } from '../../platform/dates.js';
import { isDriver } from '../../platform/drivers.js';
import { type Stretches, weeksIn } from '../period/stretches.js';
import type { UnitsAsked } from './asked.js';
import { EveryUnitQueries } from './every-unit.queries.js';

interface StandingsAsked {
  stretches: Stretches;
  /** The last closed one. */
  week: IsoDate;
  today: IsoDate;
  marks: ReadonlyMap<number, MarkedDifference>;
  /** Null for a file of everything and for the usual ones. */
  columns: UnitsAsked['columns'];
}

type Read = { standing: Standing; spark: (number | null)[] };

/** How some units stand: as it is kept, or over weeks that were chosen. */
@Injectable()
export class UnitRows {
  constructor(
    private readonly queries: EveryUnitQueries,
    private readonly kept: StandingsQueries,
    private readonly importance: DriverImportance,
  ) {}

  standings(ids: readonly number[], asked: StandingsAsked): Promise<Map<number, Read>> {
    return asked.stretches.asNeeded ? this.asKept(ids, asked) : this.overWeeks(ids, asked);
  }

  /** What is not kept yet is worked out; a kept standing holds no drivers, so their columns are added up. */
  private async asKept(ids: readonly number[], { week, today, marks, columns }: StandingsAsked) {
    const kept = new Map((await this.kept.ofUnits(ids, week)).map((one) => [one.unitId, one]));
    const missing = ids.filter((id) => !kept.has(id));
    const withDrivers = columns?.some(isDriver) ?? false;
    const [windows, weights] = await Promise.all([
      this.queries.sums(withDrivers ? ids : missing, windowsTo(week)),
      this.importance.weights(today),
    ]);
    return new Map(
      ids.map((id): [number, Read] => {
        const found = { ...NO_WINDOWS, ...windows.get(id) };
        const one = kept.get(id) ?? unitStandingOf(id, found, [], weights);
        const standing = standingFrom(one, marks.get(id) ?? null);
        const counts = withDrivers ? found[one.period as Period] : standing.counts;
        return [id, { standing: { ...standing, counts }, spark: one.spark }];
      }),
    );
  }

  private async overWeeks(ids: readonly number[], { stretches: { now, earlier }, today, marks }: StandingsAsked) {
    const [sums, weights] = await Promise.all([
      this.queries.sums(ids, { now, ...(earlier ? { earlier } : {}) }),
      this.importance.weights(today),
    ]);
    return new Map(
      ids.map((id): [number, Read] => {
        const found = sums.get(id) ?? {};
        const before = earlier && (found.earlier ?? NO_COUNTS);
        const counts = found.now ?? NO_COUNTS;
        return [
          id,
          { standing: standingOver(weeksIn(now), counts, before, marks.get(id) ?? null, weights), spark: [] },
        ];
      }),
    );
  }
}

function windowsTo(week: IsoDate) {
  const lengths = Object.fromEntries(PERIODS.map((length) => [length, weeksUpTo(week, length)]));
  return { ...lengths, earlier: weeksUpTo(week, EARLIER_WEEKS, RECENT_WEEKS) } as Record<
    Period | 'earlier',
    ReturnType<typeof weeksUpTo>
  >;
}
