import { Injectable } from '@nestjs/common';
import { LotAssignments } from '../../assignments/assigning/lot-assignments.service.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { addDays } from '../../platform/dates.js';
import { RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { Studies } from '../studies/studies.service.js';
import { mondaysOf, studyOf } from './plan-study.js';
import type { DrawnPlan } from './wave-plan.js';
import { type DueWave, WavePlansQueries } from './wave-plans.queries.js';

/** Makes plans of random waves, begins each wave when its Monday has come, and stops what has not begun. */
@Injectable()
export class WavePlans {
  constructor(
    private readonly db: Database,
    private readonly queries: WavePlansQueries,
    private readonly studies: Studies,
    private readonly lots: LotAssignments,
    private readonly clock: Clock,
  ) {}

  /** Stores the plan with its lot, and registers its study before anybody can see an answer. The same form again is no second plan. */
  async make(actorId: number, drawn: DrawnPlan, formToken: string): Promise<number> {
    return this.db.write(async (tx) => {
      const id = await this.queries.insert(tx, drawn, mondaysOf(drawn), { formToken, madeBy: actorId });
      const known = id ?? (await this.queries.madeWith(tx, formToken, actorId));
      if (known === null) throw new RuleBroken(t('Reload the page and try again.'));
      if (id === null) return known;
      const course = await this.queries.courseTitle(tx, id);
      await this.studies.write(tx, actorId, studyOf(id, drawn, course), `plan-${formToken}`);
      const { areas, waves } = drawn;
      const detail = { waves, areas: areas.length, units: areas.reduce((n, { unitIds }) => n + unitIds.length, 0) };
      await tx.audit({ actorId, action: 'impact.makePlan', subjectKind: 'wavePlan', subjectId: id, detail });
      return id;
    });
  }

  /** Waves that have not begun never will; what was asked stays. False when there was none left. */
  async stop(id: number, actorId: number): Promise<boolean> {
    return this.db.write(async (tx) => {
      if (!(await this.queries.stop(tx, id, actorId))) return false;
      await tx.audit({ actorId, action: 'impact.stopPlan', subjectKind: 'wavePlan', subjectId: id });
      return true;
    });
  }

  /** Begins every wave whose Monday has come, each in a transaction of its own: one that fails keeps no other waiting. */
  async keepUp(): Promise<void> {
    const failed: unknown[] = [];
    for (const wave of await this.queries.due(this.clock.today()))
      await this.begin(wave).catch((error: unknown) => failed.push(error));
    if (failed.length > 0) throw failed[0];
  }

  /** Units are those of the day of the lot, people those in post today. A wave that begins late gives as many days as the others. */
  private async begin(wave: DueWave): Promise<void> {
    const today = this.clock.today();
    await this.db.write(async (tx) => {
      const due = await this.queries.claim(tx, wave);
      if (due === null) return;
      const { courseId, madeBy, unitIds, reason, daysGiven, startsOn } = due;
      const from = startsOn > today ? startsOn : today;
      const assignmentId = await this.lots.ask(tx, {
        ...{ courseId, madeBy, unitIds, reason, dueOn: addDays(from, daysGiven) },
        formToken: `wave-${wave.number}-${due.formToken}`,
      });
      await this.queries.begin(tx, wave, assignmentId);
    });
  }
}
