import { Injectable } from '@nestjs/common';
import type { CourseCard } from '../../courses/course-version.js';
import { CoursesQueries } from '../../courses/courses.queries.js';
import type { Scope } from '../../feedback/feedback.queries.js';
import { FEWEST_FOR_A_SCORE } from '../../feedback/metrics/score.js';
import {
  type ComparedAsked,
  type ComparedCell,
  ComparedQueries,
  type ComparedTally,
  type ComparedUnit,
} from '../../feedback/standings/compared.queries.js';
import type { KeptModel } from '../../feedback/standings/comparison.queries.js';
import type { UnitKind } from '../../network/imports/codes.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { type IsoDate, lastClosedWeek } from '../../platform/dates.js';
import { cellWidth } from './cell-width.js';
import type { CompareChoice } from './paths.js';

export interface CompareFacts {
  choice: CompareChoice;
  /** Kinds of units that can be compared by the measure. */
  kinds: UnitKind[];
  /** Null where nothing was compared yet, or too few units of the kind answer. */
  compared: {
    week: IsoDate;
    model: KeptModel;
    tally: ComparedTally;
    /** With a score. */
    scored: number;
    /** All with a score where they can be told apart on a plot; otherwise those outside of the limits. */
    points: ComparedUnit[];
    cells: { step: number; cells: ComparedCell[] } | null;
    /** One page of those outside of the limits. */
    outside: ComparedUnit[];
    courses: CourseCard[];
  } | null;
}

/** More dots than this lie on top of each other: they are counted in cells. */
const MOST_DOTS = 300;
const OUTSIDE_A_PAGE = 25;

/** Reads what was worked out for a kind and a measure; nothing is reckoned while somebody waits. */
@Injectable()
export class CompareFactsService {
  constructor(
    private readonly queries: ComparedQueries,
    private readonly courses: CoursesQueries,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor, scope: Scope, choice: CompareChoice): Promise<CompareFacts> {
    const { week, models } = await this.queries.models(lastClosedWeek(this.clock.today()));
    const kinds = models.filter(({ measure }) => measure === choice.measure).map(({ kind }) => kind);
    const model = models.find(({ kind, measure }) => kind === choice.kind && measure === choice.measure);
    if (week === null || !model) return { choice, kinds, compared: null };
    const asked = this.asked(actor, scope, week, choice);
    const skip = (choice.page - 1) * OUTSIDE_A_PAGE;
    const [tally, outside, courses] = await Promise.all([
      this.queries.tally(asked),
      this.queries.units(asked, { outside: true, limit: OUTSIDE_A_PAGE, skip }),
      this.courses.published(),
    ]);
    return { choice, kinds, compared: { week, model, tally, outside, courses, ...(await this.plotted(asked, tally)) } };
  }

  /** Every unit with a score, for a file; null where nothing was compared yet. */
  async rows(actor: Actor, scope: Scope, choice: CompareChoice) {
    const { week, models } = await this.queries.models(lastClosedWeek(this.clock.today()));
    const model = models.find(({ kind, measure }) => kind === choice.kind && measure === choice.measure);
    return week === null || !model ? null : { model, rows: this.queries.all(this.asked(actor, scope, week, choice)) };
  }

  private async plotted(asked: ComparedAsked, tally: ComparedTally) {
    const { low, ratherLow, inside, ratherHigh, high, mostAnswers } = tally;
    const scored = low + ratherLow + inside + ratherHigh + high;
    const dots = scored <= MOST_DOTS;
    const step = cellWidth(FEWEST_FOR_A_SCORE, mostAnswers);
    const [points, cells] = await Promise.all([
      this.queries.units(asked, { outside: !dots, limit: MOST_DOTS, skip: 0 }),
      dots ? null : this.queries.cells(asked, step),
    ]);
    return { scored, points, cells: cells && { step, cells } };
  }

  private asked(actor: Actor, scope: Scope, week: IsoDate, { kind, measure }: CompareChoice): ComparedAsked {
    return { actor, scope, week, kind, measure, today: this.clock.today() };
  }
}

export const outsidePage = (at: number, total: number) => ({ at, total, each: OUTSIDE_A_PAGE });
