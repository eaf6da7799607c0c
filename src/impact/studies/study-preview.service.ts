import { Injectable } from '@nestjs/common';
import type { Weeks } from '../../feedback/metrics/period.js';
import { Clock } from '../../platform/clock.js';
import { lastClosedWeek } from '../../platform/dates.js';
import { StudyPanels } from '../panel/study-panels.service.js';
import type { NotEnough, PanelFacts } from './findings.js';
import { notEnoughOf } from './not-enough.js';
import { clustersOf, panelFacts } from './panel-facts.js';
import { type Sides, sidesOf } from './sides.js';
import type { StudyDesign } from './study.js';
import { panelDesignOf } from './study-runs.service.js';

/** What a study would look at, before it is registered: who is on which side and how many answers there are, and no score. */
export interface Preview {
  panel: PanelFacts;
  /** Not null while an effect could not be worked out. */
  notEnough: NotEnough | null;
  /** Mondays of the weeks that would be read as of today; null while fewer than two of them are closed. */
  weeks: Weeks | null;
}

@Injectable()
export class StudyPreview {
  constructor(
    private readonly panels: StudyPanels,
    private readonly clock: Clock,
  ) {}

  async of(study: StudyDesign): Promise<Preview> {
    const { from, to } = study.weeks;
    const lastClosed = lastClosedWeek(this.clock.today());
    const closedTo = lastClosed < to ? lastClosed : to;
    if (closedTo <= from)
      return { panel: panelFacts(NOBODY, from), notEnough: { missing: [], enoughOn: null }, weeks: null };
    const design = panelDesignOf(study, closedTo);
    const starts = await this.panels.starts(design);
    const primary = await this.panels.read(design, study.metric, starts);
    const sides = sidesOf(primary, clustersOf(primary, study.clusterLevel));
    const lot = study.wavePlanId === null ? null : starts.places();
    const notEnough = notEnoughOf(primary, sides, { from, to, lot });
    return { panel: panelFacts(sides, from), notEnough, weeks: { from, to: closedTo } };
  }
}

const NOBODY: Sides = {
  ...{ rows: 0, answers: 0, units: 0, trained: 0, untrained: 0, always: 0, thin: 0, clusters: 0, trainedClusters: 0 },
  ...{ starts: [], answersBefore: 0, answersSince: 0, compared: 0, answersBeside: 0 },
};
