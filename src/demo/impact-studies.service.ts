import { Injectable } from '@nestjs/common';
import { StudiesQueries } from '../impact/studies/studies.queries.js';
import { StudyRuns } from '../impact/studies/study-runs.service.js';
import { THRESHOLD } from '../impact/panel/treated-from.js';
import { DemoQueries } from './demo.queries.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { type IsoDate, lastClosedWeek, startOfLondonDay } from '../platform/dates.js';
import type { ImpactPlan } from './impact-plan.js';
import { idsFor, loadWavePlan } from './study-load.queries.js';
import { LOOKED_ON, PLANNED_STUDIES, type PlannedStudy, tokenOf } from './study-plan.js';

const SEVEN = 7 * 3_600_000;

/** The three studies of what is planted: registered when the training was, and worked out since. */
@Injectable()
export class ImpactStudies {
  constructor(
    private readonly db: Database,
    private readonly studies: StudiesQueries,
    private readonly runs: StudyRuns,
    private readonly demo: DemoQueries,
  ) {}

  /** Once the assignments are there. */
  async register(tx: Tx, plan: ImpactPlan): Promise<void> {
    const wavePlanId = await loadWavePlan(tx, plan);
    for (const study of PLANNED_STUDIES) await this.registerOne(tx, study, study.key === 'waves' ? wavePlanId : null);
  }

  /** As the product does by itself on those Mondays, once all answers have landed. */
  async workOut(): Promise<void> {
    const ids = await this.demo.studyIds(PLANNED_STUDIES.map(tokenOf));
    for (const day of LOOKED_ON) for (const [token, id] of ids) await this.lookAt(id, day, `${token}-${day}`);
  }

  private async registerOne(tx: Tx, study: PlannedStudy, wavePlanId: number | null): Promise<void> {
    const { courseId, regionIds, personId } = await idsFor(tx, study);
    const draft = {
      ...{
        title: study.title,
        campaignId: null,
        courseIds: [courseId],
        metric: 'ease' as const,
        wavePlanId,
        regionIds,
      },
      ...{ threshold: THRESHOLD, weighting: 'answers' as const, clusterLevel: study.clusterLevel },
      ...{ kinds: ['branch' as const], weeks: { from: study.firstWeek, to: study.lastWeek } },
    };
    await this.studies.insert(asOf(tx, study.registeredOn), draft, tokenOf(study), personId);
  }

  private async lookAt(id: number, day: IsoDate, formToken: string): Promise<void> {
    const study = await this.studies.one(id, morningOf(day));
    if (study === null) return;
    const outcome = await this.runs.outcomeOf(study, lastClosedWeek(day), () => Promise.resolve());
    await this.db.write(async (tx) => {
      const then = asOf(tx, day);
      const runId = await this.studies.begin(then, id, formToken, null);
      if (runId !== null) await this.studies.end(then, runId, outcome);
    });
  }
}

const asOf = (tx: Tx, day: IsoDate): Tx => ({ ...tx, now: morningOf(day) });
const morningOf = (day: IsoDate): Date => new Date(startOfLondonDay(day).getTime() + SEVEN);
