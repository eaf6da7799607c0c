import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Database } from '../../platform/database/database.js';
import { addDays, type IsoDate, lastClosedWeek } from '../../platform/dates.js';
import { FeedbackQueries, type Scope } from '../feedback.queries.js';
import { DriverImportance } from '../importance/importance.service.js';
import { byPlace, spark, SPARK_WEEKS } from '../metrics/spark.js';
import { type UnitStanding, unitStandingOf } from '../metrics/unit-standing.js';
import { NO_WINDOWS } from '../metrics/windows.js';
import { Comparison } from './comparison.service.js';
import { StandingsQueries } from './standings.queries.js';

const EVERYBODY = { reach: { network: true, regionIds: [], areaIds: [], unitIds: [] } };

/** The last closed week's and, for whoever looks before that one is compared, those of the week before. */
const WEEKS_KEPT = 2;
/** Closed weeks of which it is kept where units were in the funnel: half a year, for whoever asks how often a unit was low. */
const FUNNEL_WEEKS_KEPT = 26;

/** How units stood at the last closed week: kept where it was worked out before, and worked out where it was not. */
@Injectable()
export class Standings {
  constructor(
    private readonly db: Database,
    private readonly feedback: FeedbackQueries,
    private readonly queries: StandingsQueries,
    private readonly comparison: Comparison,
    private readonly importance: DriverImportance,
  ) {}

  /** The units of an area within the actor's reach, by id. */
  async ofArea(actor: Pick<Actor, 'reach'>, areaId: number, today: IsoDate): Promise<Map<number, UnitStanding>> {
    const { kept, missing } = await this.queries.ofArea(actor, areaId, lastClosedWeek(today), today);
    const found = missing.length > 0 ? await this.workOut(actor, { areaId }, missing, today) : [];
    return new Map([...kept, ...found].map((standing) => [standing.unitId, standing]));
  }

  /** Keeps what is missing at the last closed week, a region at a time, and then holds all of them against each other. */
  async fill(today: IsoDate): Promise<void> {
    const week = lastClosedWeek(today);
    for (const regionId of await this.queries.unfilledRegions(week, today)) {
      await this.db.write(async (tx) => {
        await this.queries.holdAnswers(tx);
        const unitIds = await this.queries.unitIds(regionId, today);
        await this.queries.keep(tx, week, await this.workOut(EVERYBODY, { regionId }, unitIds, today));
      });
    }
    await this.comparison.workOut(week, today);
    await this.queries.forgetBefore(addDays(week, -7 * (WEEKS_KEPT - 1)), addDays(week, -7 * FUNNEL_WEEKS_KEPT));
  }

  private async workOut(actor: Pick<Actor, 'reach'>, scope: Scope, unitIds: readonly number[], today: IsoDate) {
    const [windows, weekly, weights] = await Promise.all([
      this.feedback.windows(actor, scope, 'unit', today),
      this.feedback.weeklyEase(actor, scope, SPARK_WEEKS, today),
      this.importance.weights(today),
    ]);
    const weeks = byPlace(weekly);
    const line = (id: number) => spark(weeks.get(id) ?? []);
    return unitIds.map((id) => unitStandingOf(id, windows.get(id) ?? NO_WINDOWS, line(id), weights));
  }
}
