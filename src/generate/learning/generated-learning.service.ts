import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { FollowQueries } from '../../assignments/following/follow.queries.js';
import { CampaignContentService } from '../../campaigns/campaign-content.service.js';
import { CoursesService } from '../../courses/courses.service.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { addDays, type IsoDate, startOfLondonDay } from '../../platform/dates.js';
import { root } from '../../platform/root.js';
import type { NetworkPlan } from '../network/network-plan.js';
import type { PlannedPerson } from '../people/people-plan.js';
import type { Size } from '../size.js';
import type { Tell } from '../tell.js';
import { trustReferences } from '../trusted.queries.js';
import type { PlannedStudy } from '../truth/truth-plan.js';
import { WrittenQueries } from '../written.queries.js';
import { lessonsToTake, loadAssignments, loadCompletions } from './learning-load.queries.js';
import { type LearningPlan, planLearning } from './learning-plan.js';

const CONTENT = join(root, 'content');
/** People of one transaction: their rows fit in memory with room to spare. */
const BATCH = 1500;

/** Writes what people have learned, a stretch of people at a time, and at the end what they had been asked for. */
@Injectable()
export class GeneratedLearning {
  constructor(
    private readonly db: Database,
    private readonly courses: CoursesService,
    private readonly campaigns: CampaignContentService,
    private readonly following: FollowQueries,
    private readonly written: WrittenQueries,
  ) {}

  /** @returns how many courses were finished in this run. */
  async write(
    network: NetworkPlan,
    people: readonly PlannedPerson[],
    studies: readonly PlannedStudy[],
    size: Size,
    tell: Tell,
  ): Promise<number> {
    await this.courses.loadContent(CONTENT);
    await this.campaigns.loadContent(CONTENT);
    const plan = planLearning(network, people, studies, await lessonsToTake(this.db), size);
    const before = await this.written.learned();
    const said = tell.counting('People who learned');
    for (let from = before.people; from < people.length; from += BATCH) {
      const to = Math.min(people.length, from + BATCH);
      await this.writeStretch(plan, from, to);
      said(to, people.length);
    }
    await this.db.write(async (tx) => {
      await trustReferences(tx);
      await loadAssignments(tx, plan.asks);
    });
    await this.follow(size.until);
    return (await this.written.learned()).completions - before.completions;
  }

  /** On the last evening everybody is asked for what the assignments say, as after every night: who came, left, was away. */
  private async follow(until: IsoDate): Promise<void> {
    const now = new Date(startOfLondonDay(addDays(until, 1)).getTime() - 1000);
    const assignments = await this.following.unfinished(now);
    await this.db.write(async (tx) => {
      const then: Tx = { ...tx, now };
      await this.following.endThoseWhoLeft(then, assignments);
      await this.following.ask(then, assignments);
      await this.following.date(then, assignments);
      await this.following.restate(then, assignments);
    });
  }

  private async writeStretch(plan: LearningPlan, from: number, to: number): Promise<void> {
    const { completions: after } = await this.written.learned();
    const completions = plan.completions(from, to);
    await this.db.write(async (tx) => {
      await trustReferences(tx);
      await loadCompletions(tx, completions, after);
      await this.written.saveLearned(tx, { people: to, completions: after + completions.length });
    });
  }
}
