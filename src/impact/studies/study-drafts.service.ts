import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { coursesAsked, type Draft, draftOf, type StudyChoices } from './study-draft.js';
import { StudyChoicesQueries } from './study-choices.queries.js';
import type { StudyQuestionForm } from './study.forms.js';

/** Reads a question against what there is to ask about. */
@Injectable()
export class StudyDrafts {
  constructor(
    private readonly queries: StudyChoicesQueries,
    private readonly clock: Clock,
  ) {}

  choices(): Promise<StudyChoices> {
    return this.queries.all();
  }

  /** @throws RuleBroken with the field it is about */
  async of(form: StudyQuestionForm, choices: StudyChoices): Promise<Draft> {
    const { courseIds } = coursesAsked(form, choices);
    const firstOn = await this.queries.firstCompletedOn(courseIds, this.clock.now());
    return draftOf(form, choices, firstOn, this.clock.today());
  }
}
