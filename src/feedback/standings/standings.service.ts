import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Database } from '../../platform/database/database.js';
import { type IsoDate, lastClosedWeek } from '../../platform/dates.js';
import { FeedbackQueries, type Scope } from '../feedback.queries.js';
import { groupedBy, spark, SPARK_WEEKS } from '../metrics/spark.js';
import { type UnitStanding, unitStandingOf } from '../metrics/unit-standing.js';
import { NO_WINDOWS } from '../metrics/windows.js';
import { StandingsQueries } from './standings.queries.js';

const EVERYBODY = { reach: { network: true, regionIds: [], areaIds: [], unitIds: [] } };

/** How units stood at the last closed week: kept where it was worked out before, and worked out where it was not. */
@Injectable()
export class Standings {
  constructor(
    private readonly db: Database,
    private readonly feedback: FeedbackQueries,
    private readonly queries: StandingsQueries,
  ) {}

  /** The units of an area within the actor's reach, by id. */
  async ofArea(actor: Pick<Actor, 'reach'>, areaId: number, today: IsoDate): Promise<Map<number, UnitStanding>> {
    const { kept, missing } = await this.queries.ofArea(actor, areaId, lastClosedWeek(today), today);
    const found = missing.length > 0 ? await this.workOut(actor, { areaId }, missing, today) : [];
    return new Map([...kept, ...found].map((standing) => [standing.unitId, standing]));
  }

  /** Keeps what is missing at the last closed week, a region at a time. */
  async fill(today: IsoDate): Promise<void> {
    const week = lastClosedWeek(today);
    for (const regionId of await this.queries.unfilledRegions(week, today)) {
      await this.db.write(async (tx) => {
        await this.queries.holdAnswers(tx);
        const unitIds = await this.queries.unitIds(regionId, today);
        await this.queries.keep(tx, week, await this.workOut(EVERYBODY, { regionId }, unitIds, today));
      });
    }
  }

  private async workOut(actor: Pick<Actor, 'reach'>, scope: Scope, unitIds: readonly number[], today: IsoDate) {
    const [windows, weekly] = await Promise.all([
      this.feedback.windows(actor, scope, 'unit', today),
      this.feedback.weeklyEase(actor, scope, SPARK_WEEKS, today),
    ]);
    const weeks = groupedBy(weekly, ({ unitId }) => unitId);
    const last = lastClosedWeek(today);
    return unitIds.map((id) => unitStandingOf(id, windows.get(id) ?? NO_WINDOWS, spark(weeks.get(id) ?? [], last)));
  }
}
