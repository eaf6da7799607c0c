import { Injectable } from '@nestjs/common';
import { ImportLock } from '../../feedback/imports/import-lock.queries.js';
import { Standings } from '../../feedback/standings/standings.service.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { addDays, type IsoDate } from '../../platform/dates.js';
import type { NetworkPlan } from '../network/network-plan.js';
import { type Size, weeksOf } from '../size.js';
import type { Tell } from '../tell.js';
import { trustReferences } from '../trusted.queries.js';
import { effectsOf } from '../truth/effects.js';
import type { PlannedStudy } from '../truth/truth-plan.js';
import { landedWeeks, openEveryPlace, unitIdsByCode } from './feedback-load.queries.js';
import { AnswerIndexes } from './answer-indexes.queries.js';
import { type FeedbackPlan, planFeedback } from './feedback-plan.js';
import { planFootfall } from './footfall.js';
import { loadNumber } from './number-load.queries.js';
import { landPlannedWeek } from './planned-week.service.js';

/**
 * Lands the answers of all weeks that have not landed yet, each in a transaction of its own, oldest first; most of them
 * without the indexes that only look answers up, which are made at the end.
 */
@Injectable()
export class GeneratedAnswers {
  constructor(
    private readonly db: Database,
    private readonly lock: ImportLock,
    private readonly indexes: AnswerIndexes,
    private readonly standings: Standings,
  ) {}

  /** @returns how many answers landed in this run. */
  async land(network: NetworkPlan, studies: readonly PlannedStudy[], size: Size, tell: Tell): Promise<number> {
    const plan = planFeedback(network.units, size, effectsOf(studies));
    const waiting = () => tell.say('An import of answers is running. This goes on when it ends.');
    const landed = await this.lock.hold(() => this.landWeeks(plan, expected(plan, size), tell), waiting);
    tell.say('The footfall of every branch is added.');
    await this.db.write((tx) => this.addFootfall(tx, network, size));
    tell.say('How every unit stands is worked out.');
    await this.standings.fill(addDays(size.until, 1));
    return landed;
  }

  /** As a whole or not at all; nothing where it is there. */
  private async addFootfall(tx: Tx, { units }: NetworkPlan, size: Size): Promise<void> {
    await trustReferences(tx);
    const setUp = `${weeksOf(size)[0]!}T08:00:00Z`;
    await loadNumber(tx, planFootfall(units, size), setUp, await unitIdsByCode(tx));
  }

  private async landWeeks(plan: FeedbackPlan, total: number, tell: Tell): Promise<number> {
    await this.db.write(openEveryPlace);
    const there = await landedWeeks(this.db);
    if (there.size < plan.weeks.length / 2) await this.db.write((tx) => this.indexes.setAside(tx));
    const landed = await this.landOthers(plan, there, total, tell.counting('Answers'));
    tell.say('The indexes of the answers are made.');
    await this.indexes.putBack();
    return landed;
  }

  private async landOthers(
    plan: FeedbackPlan,
    there: ReadonlySet<IsoDate>,
    total: number,
    said: ReturnType<Tell['counting']>,
  ): Promise<number> {
    const unitIds = await unitIdsByCode(this.db);
    let [landed, weeks] = [0, there.size];
    for (const week of plan.weeks.filter((one) => !there.has(one))) {
      landed += await this.db.write((tx) => landPlannedWeek(tx, plan, unitIds, week));
      weeks += 1;
      said(Math.round((weeks / plan.weeks.length) * total), total);
    }
    return landed;
  }
}

/** About how many answers there will be. */
function expected({ units, weeks }: FeedbackPlan, { responsesPerUnitWeek }: Size): number {
  return Math.round(units.filter(({ traffic }) => traffic > 0).length * weeks.length * responsesPerUnitWeek);
}
