import { Injectable } from '@nestjs/common';
import type { Weeks } from '../../feedback/metrics/period.js';
import { daysBetween } from '../../platform/dates.js';
import type { Metric } from '../link-choice.js';
import { CompletionShareQueries } from './completion-share.queries.js';
import { PanelAnswersQueries, type PanelScope } from './panel-answers.queries.js';
import { type StudyPanel, StudyPanelBuilder, type Weighting } from './study-panel.js';
import { treatedFrom } from './treated-from.js';

/** Everything that decides what is in a panel. */
export interface PanelDesign {
  courseIds: readonly number[];
  metric: Metric;
  weeks: Weeks;
  scope: PanelScope;
  /** Share of its people who must hold the courses before a unit counts as trained, 0 to 1. */
  threshold: number;
  weighting: Weighting;
}

/** Reads panels from completions and answers as they are now. */
@Injectable()
export class StudyPanels {
  constructor(
    private readonly completion: CompletionShareQueries,
    private readonly answers: PanelAnswersQueries,
  ) {}

  async read({ courseIds, metric, weeks, scope, threshold, weighting }: PanelDesign): Promise<StudyPanel> {
    const starts = new Map<number, number | null>();
    for await (const steps of this.completion.steps(courseIds, weeks))
      starts.set(steps.unitId, treatedFrom(steps, threshold));
    const builder = new StudyPanelBuilder(daysBetween(weeks.from, weeks.to) / 7 + 1);
    for await (const unit of this.answers.byUnit(metric, weeks, scope))
      builder.add(unit, starts.get(unit.unitId) ?? null);
    return builder.build(weighting);
  }
}
