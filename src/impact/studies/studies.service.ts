import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { lastClosedWeek } from '../../platform/dates.js';
import { RuleBroken } from '../../platform/errors.js';
import { JobsService } from '../../platform/jobs/jobs.service.js';
import { t } from '../../platform/language/t.js';
import { isDue } from './due.js';
import { runKey, StudiesQueries, type StudyDraft } from './studies.queries.js';

export const STUDY_JOB = 'impact.study';

/** Registers studies and has them worked out; what they find is the matter of study-runs.service.ts. */
@Injectable()
export class Studies {
  constructor(
    private readonly db: Database,
    private readonly queries: StudiesQueries,
    private readonly jobs: JobsService,
    private readonly clock: Clock,
  ) {}

  /** Freezes the study and has it worked out. The same form again is no second study. @returns its id */
  async register(actorId: number, draft: StudyDraft, formToken: string): Promise<number> {
    return this.db.write(async (tx) => {
      const id = await this.write(tx, actorId, draft, formToken);
      const known = id ?? (await this.queries.madeWith(tx, formToken));
      if (known === null) throw new RuleBroken(t('Reload the page and try again.'));
      if (id !== null) await this.begin(tx, id, formToken, actorId);
      return known;
    });
  }

  /** Freezes a study whose data are still to come, as part of something else that is made. Null when it is there already. */
  async write(tx: Tx, actorId: number, draft: StudyDraft, formToken: string): Promise<number | null> {
    const id = await this.queries.insert(tx, draft, formToken, actorId);
    if (id === null) return null;
    await tx.audit({ actorId, action: 'impact.registerStudy', subjectKind: 'study', subjectId: id });
    return id;
  }

  /**
   * Has it worked out on the data of today. The same form again is no second run.
   * @throws RuleBroken while a run is under way
   */
  async runAgain(studyId: number, formToken: string, actorId: number): Promise<void> {
    await this.db.write(async (tx) => {
      if (await this.begin(tx, studyId, formToken, actorId)) return;
      if (await this.queries.begunWith(tx, formToken)) return;
      throw new RuleBroken(t('It’s being worked out already. The result will stand here in a moment.'));
    });
  }

  /** Stops the run under way; what was found before stays. False when there is none to stop. */
  async stop(studyId: number, actor: Actor): Promise<boolean> {
    const run = await this.queries.running(studyId);
    if (run === null) return false;
    if (run.job && !run.job.over) await this.jobs.cancel(actor, run.job.id);
    await this.db.write((tx) => this.queries.closeDead(tx, studyId));
    return true;
  }

  /** Begins the runs that are due by themselves: see due.ts. */
  async keepUp(): Promise<void> {
    const lastClosed = lastClosedWeek(this.clock.today());
    const open = await this.queries.due(lastClosed, this.clock.now());
    for (const { id } of open.filter((study) => isDue(study, lastClosed)))
      await this.db.write((tx) => this.begin(tx, id, `due-${id}-${lastClosed}`, null));
  }

  private async begin(tx: Tx, studyId: number, formToken: string, askedBy: number | null): Promise<boolean> {
    const runId = await this.queries.begin(tx, studyId, formToken, askedBy);
    if (runId === null) return false;
    await tx.enqueue(STUDY_JOB, { runId }, { scheduleKey: runKey(runId) });
    return true;
  }
}
