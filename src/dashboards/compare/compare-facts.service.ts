import { Injectable } from '@nestjs/common';
import type { CourseCard } from '../../courses/course-version.js';
import { CoursesQueries } from '../../courses/courses.queries.js';
import type { Scope } from '../../feedback/feedback.queries.js';
import {
  type ComparedAsked,
  type ComparedOverview,
  ComparedQueries,
} from '../../feedback/standings/compared.queries.js';
import type { KeptModel } from '../../feedback/standings/comparison.queries.js';
import type { UnitKind } from '../../network/imports/codes.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { type IsoDate, lastClosedWeek } from '../../platform/dates.js';
import type { CompareChoice } from './paths.js';

export interface CompareFacts {
  choice: CompareChoice;
  /** Kinds of units that can be compared by the measure. */
  kinds: UnitKind[];
  /** Null where nothing was compared yet, or too few units of the kind answer. */
  compared: (ComparedOverview & { week: IsoDate; model: KeptModel; courses: CourseCard[] }) | null;
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
    const [overview, courses] = await Promise.all([
      this.queries.overview(asked, { skip, each: OUTSIDE_A_PAGE, mostDots: MOST_DOTS }),
      this.courses.published(),
    ]);
    return { choice, kinds, compared: { week, model, courses, ...overview } };
  }

  /** Every unit with a score, for a file; null where nothing was compared yet. */
  async rows(actor: Actor, scope: Scope, choice: CompareChoice) {
    const { week, models } = await this.queries.models(lastClosedWeek(this.clock.today()));
    const model = models.find(({ kind, measure }) => kind === choice.kind && measure === choice.measure);
    return week === null || !model ? null : { model, rows: this.queries.all(this.asked(actor, scope, week, choice)) };
  }

  private asked(actor: Actor, scope: Scope, week: IsoDate, { kind, measure }: CompareChoice): ComparedAsked {
    return { actor, scope, week, kind, measure, today: this.clock.today() };
  }
}

export const outsidePage = (at: number, total: number) => ({ at, total, each: OUTSIDE_A_PAGE });
