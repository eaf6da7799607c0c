import { Injectable } from '@nestjs/common';
import { CampaignsQueries } from '../../campaigns/campaigns.queries.js';
import { CoursesQueries } from '../../courses/courses.queries.js';
import type { Period } from '../../feedback/metrics/period.js';
import { FeedbackQueries } from '../../feedback/feedback.queries.js';
import { DriverImportance } from '../../feedback/importance/importance.service.js';
import { Standings } from '../../feedback/standings/standings.service.js';
import { PlaceUnitsQueries } from '../../feedback/rollups/place-units.queries.js';
import type { AreaPlace } from '../../network/network.queries.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { lastClosedWeek } from '../../platform/dates.js';
import { asOfDay, momentOf, standsThere } from '../as-of/as-of.js';
import { StaysQueries } from '../as-of/stays.queries.js';
import { AssignedCompletionQueries } from '../assigned-completion.queries.js';
import { type PeriodChoice, USUAL } from '../period/choice.js';
import { type Stretches, stretchesOf } from '../period/stretches.js';
import { WholePlace } from '../places/whole-place.service.js';
import { CardDecisionsQueries } from '../cards/decisions/decisions.queries.js';
import { asideKeys } from '../cards/decisions/decided.js';
import { importanceIn } from '../cards/gain.js';
import { spotlight, withFirst } from '../cards/spotlight.js';
import { Voices } from '../cards/voices.service.js';
import { areaPath } from '../../network/paths.js';
import { SPARK_WEEKS } from '../../feedback/metrics/spark.js';
import { weigh } from '../table/weigh.js';
import { type AreaFacts, type UnitsRead, unitReads } from './area-facts.js';
import { withWeek } from './week-behind.js';
import { WeekLessonsQueries } from './week-lessons.queries.js';

/** Gathers what an area's page says, in a handful of statements however many branches there are. */
@Injectable()
export class AreaFactsService {
  constructor(
    private readonly stays: StaysQueries,
    private readonly parts: PlaceUnitsQueries,
    private readonly feedback: FeedbackQueries,
    private readonly standings: Standings,
    private readonly voices: Voices,
    private readonly decisions: CardDecisionsQueries,
    private readonly assigned: AssignedCompletionQueries,
    private readonly courses: CoursesQueries,
    private readonly campaigns: CampaignsQueries,
    private readonly weekLessons: WeekLessonsQueries,
    private readonly whole: WholePlace,
    private readonly importance: DriverImportance,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor, area: AreaPlace, choice: PeriodChoice = USUAL): Promise<AreaFacts> {
    const [today, now] = [this.clock.today(), this.clock.now()];
    const stretches = stretchesOf(choice, lastClosedWeek(today));
    const asOf = asOfDay(choice, stretches, today);
    const [read, whole, courses, campaign, decided] = await Promise.all([
      this.units(actor, area, choice, stretches),
      this.whole.of(actor, { areaId: area.id }, stretches, momentOf(asOf, now), true),
      this.courses.published(),
      asOf === null ? this.runningWeek(actor, area) : null,
      this.decisions.of(actor.personId, areaPath(area.code), now),
    ]);
    const weighed = weigh(unitReads(read), whole.sums);
    const aside = asideKeys(decided, today);
    const around = { whole: weighed.now.ease, importance: importanceIn(read.weights) };
    const rows = withFirst(withWeek(weighed.rows, campaign, today), around);
    const there = rows.filter(({ place }) => standsThere(place));
    const spot = spotlight(there, { ...around, aside });
    const named = [spot.troubled[0]?.row, spot.praised].flatMap((row) => (row ? [row.place] : []));
    // Comments are read from the newest on: on a page of the past they would speak of another time.
    const voices = asOf === null ? await this.voices.ofUnits(actor, named) : [];
    return {
      area,
      today,
      asOf,
      choice,
      stretches,
      ...weighed,
      ...whole,
      rows,
      ...{ courses, campaign, spot, voices, standouts: [], decided, aside },
    };
  }

  /** The same rows with the drivers' counts, which a kept standing does not hold: for a file, where they stand in columns. */
  async withDrivers(actor: Actor, area: AreaPlace, facts: AreaFacts): Promise<AreaFacts> {
    if (!facts.stretches.asNeeded) return facts;
    const windows = await this.feedback.windows(actor, { areaId: area.id }, 'unit', this.clock.today());
    const rows = facts.rows.map((row) => {
      const counts = windows.get(row.place.id)?.[row.standing.period as Period] ?? row.standing.counts;
      return { ...row, standing: { ...row.standing, counts } };
    });
    return { ...facts, rows };
  }

  private async units(actor: Actor, area: AreaPlace, choice: PeriodChoice, stretches: Stretches): Promise<UnitsRead> {
    const today = this.clock.today();
    const asOf = asOfDay(choice, stretches, today);
    const scope = { areaId: area.id };
    const { now, earlier, asNeeded } = stretches;
    const upToNow = now.to === lastClosedWeek(today);
    const wanted = {
      ...(asNeeded ? {} : { now }),
      ...(earlier && !(asNeeded && choice.against === 'before') ? { earlier } : {}),
    };
    const [units, standings, sums, weekly, assigned, weights] = await Promise.all([
      this.stays.units(area.id, { actor, today, day: asOf ?? today, weeks: now }),
      upToNow ? this.standings.ofArea(actor, area.id, today) : new Map<number, never>(),
      asNeeded
        ? this.feedback.sums(actor, scope, 'unit', wanted, today)
        : this.parts.sums({ actor, areaId: area.id, today }, wanted),
      upToNow ? [] : this.feedback.weeklyEase(actor, scope, SPARK_WEEKS, today, now.to),
      this.assigned.by('unit', actor, scope, momentOf(asOf, this.clock.now()), today),
      this.importance.weights(today),
    ]);
    const gone = asNeeded && units.some((unit) => !standsThere(unit));
    const parts = gone ? await this.parts.sums({ actor, areaId: area.id, today }, { now }) : new Map<number, never>();
    return { units, standings, sums: new Map([...sums, ...parts]), stretches, weekly, assigned, weights };
  }

  /** The themed week that runs today, with how each unit of the area takes part. */
  private async runningWeek(actor: Actor, area: AreaPlace): Promise<AreaFacts['campaign']> {
    const [today, now] = [this.clock.today(), this.clock.now()];
    const week = await this.campaigns.running(actor, today, now);
    if (!week) return null;
    return { ...week, taking: await this.weekLessons.ofArea(actor, area.id, week.campaign, now) };
  }
}
