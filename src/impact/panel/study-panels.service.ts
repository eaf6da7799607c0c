import { Injectable } from '@nestjs/common';
import type { Weeks } from '../../feedback/metrics/period.js';
import { daysBetween } from '../../platform/dates.js';
import type { Metric } from '../link-choice.js';
import { CompletionShareQueries } from './completion-share.queries.js';
import { LotQueries, type LotUnit } from './lot.queries.js';
import { PanelAnswersQueries, type PanelScope } from './panel-answers.queries.js';
import { type PanelUnit, type StudyPanel, studyPanel, type Weighting } from './study-panel.js';
import { treatedFrom } from './treated-from.js';

/** Everything that decides what is in a panel, beside the metric. */
export interface PanelDesign {
  courseIds: readonly number[];
  weeks: Weeks;
  scope: PanelScope;
  /** Share of its people who must hold the courses before a unit counts as trained, 0 to 1. */
  threshold: number;
  weighting: Weighting;
  /** The lot by which units came to be trained; null when nobody drew lots. */
  wavePlanId: number | null;
}

/** From when on each unit counts as trained, by its id. */
export interface Starts {
  /** The place of the week; null when never within the weeks. Undefined for a unit that takes no part. */
  of(unitId: number): number | null | undefined;
  /** The area it was dealt with, where there was a lot; its stratum of the lot. */
  dealt(unitId: number): { areaId: number; stratum: number } | undefined;
  /** The places of all weeks in which a unit starts, a number a unit, those after the last week as well. */
  places(): number[];
}

/** Reads panels from completions and answers as they are now. */
@Injectable()
export class StudyPanels {
  constructor(
    private readonly completion: CompletionShareQueries,
    private readonly lots: LotQueries,
    private readonly answers: PanelAnswersQueries,
  ) {}

  /** One panel for each metric of a study; `starts` are the same for all of them. */
  async read({ weeks, scope, weighting }: PanelDesign, metric: Metric, starts: Starts): Promise<StudyPanel> {
    const placed = await this.answers.units(weeks, scope);
    const units = placed.flatMap((unit): PanelUnit[] => {
      const start = starts.of(unit.unitId);
      if (start === undefined) return [];
      return [{ ...unit, start, areaId: starts.dealt(unit.unitId)?.areaId ?? unit.areaId }];
    });
    const ids = units.map(({ unitId }) => unitId);
    const answers = await this.answers.byWeek(metric, weeks, ids);
    return studyPanel(units, answers, daysBetween(weeks.from, weeks.to) / 7 + 1, weighting);
  }

  async starts(design: PanelDesign): Promise<Starts> {
    return design.wavePlanId === null ? this.reached(design) : this.asked(design.wavePlanId, design.weeks);
  }

  /** Where enough people held the courses. */
  private async reached({ courseIds, weeks, threshold }: PanelDesign): Promise<Starts> {
    const starts = new Map<number, number>();
    for await (const steps of this.completion.steps(courseIds, weeks)) {
      const start = treatedFrom(steps, threshold);
      if (start !== null) starts.set(steps.unitId, start);
    }
    return { of: (unitId) => starts.get(unitId) ?? null, dealt: () => undefined, places: () => [...starts.values()] };
  }

  /**
   * From the Monday of the wave, whoever finished and whoever did not: those who finish sooner are not those that the lot
   * chose, and only what the lot chose can be compared without a doubt ("intention to treat").
   */
  private async asked(wavePlanId: number, weeks: Weeks): Promise<Starts> {
    const units = new Map((await this.lots.units(wavePlanId)).map((unit) => [unit.unitId, unit]));
    const place = ({ startsOn }: LotUnit) => (startsOn === null ? null : daysBetween(weeks.from, startsOn) / 7);
    return {
      of: (unitId) => {
        const unit = units.get(unitId);
        return unit && place(unit);
      },
      dealt: (unitId) => units.get(unitId),
      places: () => [...units.values()].flatMap((unit) => place(unit) ?? []),
    };
  }
}
