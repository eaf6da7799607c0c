import { Injectable } from '@nestjs/common';
import type { CourseCard } from '../../courses/course-version.js';
import { CoursesQueries } from '../../courses/courses.queries.js';
import { CommentsQueries } from '../../feedback/comments/comments.queries.js';
import { FeedbackQueries } from '../../feedback/feedback.queries.js';
import { changesInEase } from '../../feedback/metrics/slipping.js';
import { NO_WINDOWS } from '../../feedback/metrics/windows.js';
import { SelfCheck } from '../../feedback/self-check/self-check.service.js';
import { CourseCompletionQueries } from '../../learning/course-completion.queries.js';
import { type RecentCompletion, UnitLearningQueries } from '../../learning/unit-learning.queries.js';
import type { UnitPlace } from '../../network/network.queries.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { addDays, lastClosedWeek, londonDate, startOfLondonDay } from '../../platform/dates.js';
import { NOTHING_ASSIGNED } from '../assigned-completion.js';
import { AssignedCompletionQueries } from '../assigned-completion.queries.js';
import { standingOf } from '../branch-standing.js';
import { beforeAndAfter } from './before-and-after.js';
import { type ChangeMade, trainingChanges } from './changes-made.js';
import { UnitActions } from './unit-actions.service.js';
import { type UnitAction, UnitActionsQueries } from './unit-actions.queries.js';
import type { UnitFacts } from './unit-facts.js';

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
    private readonly unitActions: UnitActions,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor, unit: UnitPlace): Promise<UnitFacts> {
    const [today, now] = [this.clock.today(), this.clock.now()];
    const [said, trained, actions, selfCheck] = await Promise.all([
      this.whatCustomersSaid(actor, unit),
      this.whatTheTeamFinished(actor, unit),
      this.actions.of(actor, unit.id, now),
      this.selfCheck.last(),
    ]);
    const changes = changesAt(trained, actions);
    const lastWeek = lastClosedWeek(today);
    const comparisons = beforeAndAfter(changes, said.series, lastWeek).reverse();
    return { unit, today, now, lastWeek, ...said, ...trained, actions, changes, comparisons, selfCheck };
  }

  private async whatCustomersSaid(actor: Actor, unit: UnitPlace) {
    const [today, now] = [this.clock.today(), this.clock.now()];
    const scope = { unitId: unit.id };
    const [found, series, allSoFar, comments] = await Promise.all([
      this.feedback.windows(actor, scope, 'unit', today),
      this.feedback.series(actor, scope, SERIES_WEEKS, today),
      this.feedback.allSoFar(actor, scope, today),
      this.comments.latest(actor, [unit.id], COMMENTS_READ, now),
    ]);
    const windows = found.get(unit.id) ?? NO_WINDOWS;
    const [change = null] = changesInEase([{ recent: windows[4].ease, earlier: windows.earlier.ease }]);
    return { windows, series, allSoFar, comments, standing: standingOf(windows, change) };
  }

  private async whatTheTeamFinished(actor: Actor, unit: UnitPlace) {
    const [today, now] = [this.clock.today(), this.clock.now()];
    const since = startOfLondonDay(addDays(today, -CHANGES_BACK_DAYS));
    const courses = (await this.courses.published()).filter(({ kind }) => kind === 'course');
    const courseIds = courses.map(({ courseId }) => courseId);
    const [assigned, courseCompletion, finishes, leads] = await Promise.all([
      this.assigned.by('unit', actor, [unit.id], now),
      this.completion.byUnit({ unitIds: [unit.id], courseIds, day: today, now }),
      this.learning.recent(actor, [unit.id], since, now, MOST_FINISHES),
      this.unitActions.leads(actor, unit),
    ]);
    return {
      courses,
      courseCompletion,
      finishes,
      assigned: assigned.get(unit.id) ?? NOTHING_ASSIGNED,
      teamSize: courseCompletion[0]?.inPost ?? 0,
      team: leads ? await this.learning.team(actor, unit.id, now) : null,
    };
  }
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
