import { Injectable } from '@nestjs/common';
import { isAssignable } from '../../assignments/assigning/assignable.js';
import { CoursesQueries } from '../../courses/courses.queries.js';
import { Clock } from '../../platform/clock.js';
import { StudyChoicesQueries } from '../studies/study-choices.queries.js';
import { type PlanChoices, planChoiceOf, usualFirstMonday } from './plan-choice.js';
import { PlanChoiceForm } from './plan.forms.js';
import type { PlanChoice } from './wave-plan.js';

/** Reads a plan against what there is to plan. */
@Injectable()
export class PlanChoicesService {
  constructor(
    private readonly courses: CoursesQueries,
    private readonly studies: StudyChoicesQueries,
    private readonly clock: Clock,
  ) {}

  async all(): Promise<PlanChoices> {
    const [courses, regions] = await Promise.all([this.courses.published(), this.studies.regions()]);
    return { courses: courses.filter(isAssignable).sort((a, b) => a.title.localeCompare(b.title)), regions };
  }

  /** What is usual, before anybody has chosen. */
  usual(): Partial<Record<keyof PlanChoiceForm, string>> {
    return { kinds: 'branch', firstMonday: usualFirstMonday(this.clock.today()) };
  }

  /** @throws RuleBroken with the field it is about */
  choice(form: PlanChoiceForm, choices: PlanChoices): PlanChoice {
    return planChoiceOf(form, choices, this.clock.today());
  }
}
