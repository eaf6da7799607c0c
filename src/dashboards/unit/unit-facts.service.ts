import { Injectable } from '@nestjs/common';
import type { CourseCard } from '../../courses/course-version.js';
import { CoursesQueries } from '../../courses/courses.queries.js';
import { CommentsQueries } from '../../feedback/comments/comments.queries.js';
import { DriverImportance } from '../../feedback/importance/importance.service.js';
import { FeedbackQueries, type WeekCounts } from '../../feedback/feedback.queries.js';
import { type Difference, type MarkedDifference, shareDifference } from '../../feedback/metrics/change.js';
import type { DriverWeights } from '../../feedback/metrics/driver-weights.js';
import { addCounts, type Counts } from '../../feedback/metrics/counts.js';
import { type Weeks, weeksUpTo } from '../../feedback/metrics/period.js';
import { EARLIER_WEEKS, RECENT_WEEKS } from '../../feedback/metrics/slipping.js';
import type { Windows } from '../../feedback/metrics/windows.js';
import { SelfCheck } from '../../feedback/self-check/self-check.service.js';
import { CourseCompletionQueries } from '../../learning/course-completion.queries.js';
import {
  type RecentCompletion,
  type TeamCompletion,
  UnitLearningQueries,
} from '../../learning/unit-learning.queries.js';
import type { Actor } from '../../platform/actor.js';
import { canAt, placeOf } from '../../network/reach.js';
import { Clock } from '../../platform/clock.js';
import {
  addDays,
  endOfLondonDay,
  type IsoDate,
  lastClosedWeek,
  londonDate,
  startOfLondonDay,
} from '../../platform/dates.js';
import { asOfDay, momentOf } from '../as-of/as-of.js';
import { StaysQueries } from '../as-of/stays.queries.js';
import { NOTHING_ASSIGNED } from '../assigned-completion.js';
import { AssignedCompletionQueries } from '../assigned-completion.queries.js';
import { CampaignsQueries } from '../../campaigns/campaigns.queries.js';
import { HappenedQueries } from '../happened/happened.queries.js';
import { CardDecisionsQueries } from '../cards/decisions/decisions.queries.js';
import { asideKeys } from '../cards/decisions/decided.js';
import { unitPath } from '../../network/paths.js';
import { dashboardPermissions } from '../dashboards.policy.js';
import { type Standing, standingOf, standingOver } from '../../feedback/metrics/standing.js';
import type { PeriodChoice } from '../period/choice.js';
import { hull, type Stretches, stretchesOf, trendWeeks, weeksIn } from '../period/stretches.js';
import { besideEachOther } from './before-and-after.js';
import { type ChangeMade, trainingChanges } from './changes-made.js';
import { colleaguesTold } from './colleagues-told.js';
import { type UnitAction, UnitActionsQueries } from './unit-actions.queries.js';
import type { UnitFacts, UnitSeen } from './unit-facts.js';

const SERIES_WEEKS = 52;
const COMMENTS_READ = 30;
const CHANGES_BACK_DAYS = 182;
const MOST_FINISHES = 1000;

/** Gathers what a unit's page says, each fact from the module that owns it. */
@Injectable()
export class UnitFactsService {
  constructor(
    private readonly feedback: FeedbackQueries,
    private readonly comments: CommentsQueries,
    private readonly selfCheck: SelfCheck,
    private readonly assigned: AssignedCompletionQueries,
    private readonly completion: CourseCompletionQueries,
    private readonly learning: UnitLearningQueries,
    private readonly courses: CoursesQueries,
    private readonly actions: UnitActionsQueries,
    private readonly stays: StaysQueries,
    private readonly decisions: CardDecisionsQueries,
    private readonly happened: HappenedQueries,
    private readonly campaigns: CampaignsQueries,
    private readonly importance: DriverImportance,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor, unit: UnitSeen, choice: PeriodChoice): Promise<UnitFacts> {
    const { today, now } = this.standpoint(unit);
    const lastWeek = lastClosedWeek(today);
    const stretches = stretchesOf(choice, lastWeek);
    const asOf = asOfDay(choice, stretches, today) ?? unit.closedOn ?? null;
    const [said, trained, actions, selfCheck, decided, happened, campaigns, weights] = await Promise.all([
      this.whatCustomersSaid(actor, unit, stretches),
      this.whatTheTeamFinished(actor, unit, asOf),
      this.actions.of(actor, unit.id, now),
      this.selfCheck.last(),
      this.decisions.of(actor.personId, unitPath(unit.code), now),
      this.happened.of(actor, null, trendWeeks(stretches.now).from, momentOf(asOf, now), today),
      this.campaigns.all(actor, today),
      this.importance.weights(today),
    ]);
    const changes = changesAt(trained, actions);
    const whole = differenceIn(said.series, stretches);
    const { change, boxes } = besideEachOther(whole, changes, said.series, lastWeek);
    const standing = standingIn(said.series, stretches, change, weights);
    return {
      unit,
      today,
      now,
      lastWeek,
      asOf,
      choice,
      stretches,
      ...said,
      standing,
      ...trained,
      actions,
      changes,
      comparisons: boxes.reverse(),
      selfCheck,
      decided,
      happened,
      campaigns,
      aside: asideKeys(decided, today),
    };
  }

  /** Week by week, as the line over time shows them. */
  weeks(actor: Actor, unit: UnitSeen, choice: PeriodChoice): Promise<WeekCounts[]> {
    const { today } = this.standpoint(unit);
    const { now, earlier } = stretchesOf(choice, lastClosedWeek(today));
    const weeks = hull([trendWeeks(now), ...(earlier ? [earlier] : [])]);
    return this.feedback.series(actor, unit.id, weeks, today);
  }

  /** Who had finished what on a day, today unless given; null for an actor who does not see that of the unit. */
  async team(actor: Actor, unit: UnitSeen, asOf: IsoDate | null): Promise<TeamCompletion[] | null> {
    if (!canAt(actor, dashboardPermissions.seeTeam, placeOf(unit))) return null;
    const { today, now } = this.standpoint(unit);
    return this.learning.team(actor, unit.id, momentOf(asOf, now), today);
  }

  /** A unit that has closed is seen from its last day. */
  private standpoint({ closedOn }: UnitSeen): { today: IsoDate; now: Date } {
    if (closedOn) return { today: closedOn, now: endOfLondonDay(closedOn) };
    return { today: this.clock.today(), now: this.clock.now() };
  }

  private async whatCustomersSaid(actor: Actor, unit: UnitSeen, stretches: Stretches) {
    const { today, now } = this.standpoint(unit);
    const scope = { unitId: unit.id };
    const { earlier } = stretches;
    const weeks = hull([weeksUpTo(lastClosedWeek(today), SERIES_WEEKS), stretches.now, ...(earlier ? [earlier] : [])]);
    const [series, allSoFar, comments] = await Promise.all([
      this.feedback.series(actor, unit.id, weeks, today),
      this.feedback.allSoFar(actor, scope, today),
      this.comments.latest(actor, [unit.id], COMMENTS_READ, now),
    ]);
    return { series, allSoFar, comments };
  }

  private async whatTheTeamFinished(actor: Actor, unit: UnitSeen, asOf: IsoDate | null) {
    const { today, now } = this.standpoint(unit);
    const [day, moment] = [asOf ?? today, momentOf(asOf, now)];
    const since = startOfLondonDay(addDays(today, -CHANGES_BACK_DAYS));
    const courses = (await this.courses.published()).filter(({ kind }) => kind === 'course');
    const open = asOf === null || (await this.stays.areaOfUnit(unit.id, asOf)) !== null;
    const courseIds = courses.map(({ courseId }) => courseId);
    const [assigned, courseCompletion, finishes, team] = await Promise.all([
      this.assigned.by('unit', actor, { unitId: unit.id }, moment, today),
      this.completion.byUnit({ unitIds: open ? [unit.id] : [], courseIds, day, now: moment }),
      this.learning.recent(actor, [unit.id], since, now, MOST_FINISHES),
      this.team(actor, unit, asOf),
    ]);
    const due = assigned.get(unit.id) ?? NOTHING_ASSIGNED;
    const inPost = courseCompletion[0]?.inPost ?? 0;
    const told = colleaguesTold({ seesTeam: team !== null, inPost, due: due.people ?? 0, past: asOf !== null });
    return {
      courses,
      courseCompletion,
      finishes: told.team === 'tooFew' ? [] : finishes,
      assigned: told.assigned === 'told' ? due : NOTHING_ASSIGNED,
      teamSize: inPost,
      told,
      team,
    };
  }
}

/** What the page says of ease as a whole, before it is known what that amounts to among all changes on the page. */
function differenceIn(series: readonly WeekCounts[], { now, earlier }: Stretches): Difference | null {
  return earlier && shareDifference(sumOver(series, now).ease, sumOver(series, earlier).ease);
}

function standingIn(
  series: readonly WeekCounts[],
  { now, earlier, asNeeded }: Stretches,
  change: MarkedDifference | null,
  weights: DriverWeights,
): Standing {
  const [recent, before] = [sumOver(series, now), earlier && sumOver(series, earlier)];
  return asNeeded
    ? standingOf(windowsIn(series, now.to), change, before, weights)
    : standingOver(weeksIn(now), recent, before, change, weights);
}

function windowsIn(series: readonly WeekCounts[], last: IsoDate): Windows {
  const back = (weeks: number, skip = 0) => sumOver(series, weeksUpTo(last, weeks, skip));
  return { 4: back(4), 13: back(13), 26: back(26), 52: back(52), earlier: back(EARLIER_WEEKS, RECENT_WEEKS) };
}

function sumOver(series: readonly WeekCounts[], { from, to }: Weeks): Counts {
  return addCounts(series.filter(({ week }) => week >= from && week <= to).map(({ counts }) => counts));
}

interface Trained {
  finishes: readonly RecentCompletion[];
  courses: readonly CourseCard[];
  teamSize: number;
}

/** A course that is no longer published as a full course counts as a lesson. */
function changesAt({ finishes, courses, teamSize }: Trained, actions: readonly UnitAction[]): ChangeMade[] {
  const full = new Set(courses.map(({ courseId }) => courseId));
  const trained = finishes.map(({ courseId, title, completedAt }) => ({
    courseId,
    title,
    lesson: !full.has(courseId),
    on: londonDate(completedAt),
  }));
  const recorded = actions.map(({ happenedOn, words }) => ({ kind: 'action' as const, on: happenedOn, words }));
  return [...trainingChanges(trained, teamSize), ...recorded];
}
