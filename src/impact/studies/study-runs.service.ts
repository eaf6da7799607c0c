import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { type IsoDate, lastClosedWeek } from '../../platform/dates.js';
import type { Driver } from '../../platform/drivers.js';
import type { JobContext } from '../../platform/jobs/job.js';
import { dataVersion } from '../panel/data-version.js';
import { type PanelDesign, StudyPanels } from '../panel/study-panels.service.js';
import { StudiesQueries } from './studies.queries.js';
import type { Study, StudyDesign } from './study.js';
import { PHASES, type Phase, workOut } from './work-out.js';

/** Somebody asked for the run to be stopped. */
class Stopped extends Error {}

/** Works studies out: reads the panel as it is now and keeps what was found, or that nothing has changed. */
@Injectable()
export class StudyRuns {
  constructor(
    private readonly db: Database,
    private readonly queries: StudiesQueries,
    private readonly panels: StudyPanels,
    private readonly clock: Clock,
  ) {}

  /** Does nothing when the run has ended: a job may run twice. */
  async run(runId: number, context: JobContext): Promise<void> {
    const study = await this.queries.ofOpenRun(runId);
    if (study === null) return;
    const step = async (phase: Phase) => {
      await context.progress(PHASES.indexOf(phase), PHASES.length, phase);
      if (await context.cancelled()) throw new Stopped();
    };
    const lastClosed = lastClosedWeek(this.clock.today());
    const outcome = await this.outcomeOf(study, lastClosed, step).catch((error: unknown) => {
      if (error instanceof Stopped) return 'stopped' as const;
      throw error;
    });
    await this.db.write((tx) => this.queries.end(tx, runId, outcome));
  }

  /**
   * What a study comes to on all weeks up to the last one that is closed; nothing is kept.
   * @param step is told what comes next, and may end the work by throwing
   */
  async outcomeOf(study: Study, lastClosed: IsoDate, step: (phase: Phase) => Promise<void>) {
    await step('reading');
    const closedTo = lastWeekOf(study, lastClosed);
    const design = panelDesignOf(study, closedTo);
    const starts = await this.panels.starts(design);
    const primary = await this.panels.read(design, study.metric, starts);
    const version = dataVersion(primary, study);
    if (await this.queries.isKnown(study.id, version)) return 'same' as const;
    const driver = (one: Driver) => this.panels.read(design, one, starts);
    const findings = await workOut({ study, primary, starts, driver, step });
    return { findings, closedTo, dataVersion: version };
  }
}

/** The last week that is both in the study and closed. */
const lastWeekOf = ({ weeks }: Study, lastClosed: IsoDate): IsoDate => (lastClosed < weeks.to ? lastClosed : weeks.to);

export function panelDesignOf(study: StudyDesign, closedTo: IsoDate): PanelDesign {
  const { courseIds, threshold, weighting, wavePlanId, kinds, regionIds } = study;
  return {
    ...{ courseIds, threshold, weighting, wavePlanId, scope: { kinds, regionIds } },
    weeks: { from: study.weeks.from, to: closedTo },
  };
}
