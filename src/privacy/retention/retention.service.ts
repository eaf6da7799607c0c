import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import type { JobContext } from '../../platform/jobs/job.js';
import { type RetentionRule, RetentionRules } from '../../platform/privacy/retention.js';
import { checkPeriod, lengthOf, startOfKeeping } from './period.js';
import { RetentionQueries, type RetentionRun } from './retention.queries.js';

/** Rows that one transaction removes: short enough that nobody waits for it. */
const BATCH = 5_000;

/** Beyond this a page says that it is more: to count it all would take longer than anybody waits. */
export const MANY = 1_000;

/** A rule as it stands: how long by now, what it would remove at once, what it did last. */
export interface RuleAtWork {
  rule: RetentionRule;
  length: number;
  /** Counted to one more than MANY. */
  due: number;
  last: RetentionRun | null;
}

/** Lets go what has outlived its period, and lets administrators say how long that is. */
@Injectable()
export class Retention {
  constructor(
    private readonly db: Database,
    private readonly rules: RetentionRules,
    private readonly queries: RetentionQueries,
    private readonly clock: Clock,
  ) {}

  async overview(): Promise<RuleAtWork[]> {
    const [chosen, runs] = await Promise.all([this.queries.chosen(), this.queries.lastRuns()]);
    return Promise.all(
      this.rules.all.map(async (rule) => {
        const length = lengthOf(rule.period, chosen.get(rule.kind));
        const due = await rule.count(this.startOf(rule, length), MANY + 1);
        return { rule, length, due, last: runs.get(rule.kind) ?? null };
      }),
    );
  }

  /** By rule, for pages that only say how long. */
  async lengths(): Promise<{ rule: RetentionRule; length: number }[]> {
    const chosen = await this.queries.chosen();
    return this.rules.all.map((rule) => ({ rule, length: lengthOf(rule.period, chosen.get(rule.kind)) }));
  }

  /** How long one of them keeps. */
  async lengthOf(kind: string): Promise<number> {
    return (await this.lengths()).find(({ rule }) => rule.kind === kind)?.length ?? 0;
  }

  /** The moment before which a rule lets go today. */
  async before(kind: string): Promise<Date> {
    const found = (await this.lengths()).find(({ rule }) => rule.kind === kind);
    if (!found) throw new NotFound();
    return this.startOf(found.rule, found.length);
  }

  /** @throws RuleBroken outside the bounds, NotFound for a rule that there is none of */
  async change(actor: Actor, kind: string, length: number): Promise<void> {
    const rule = this.rules.find(kind);
    if (rule === null) throw new NotFound();
    checkPeriod(rule.period, length);
    const was = lengthOf(rule.period, (await this.queries.chosen()).get(kind));
    if (was === length) return;
    await this.db.write(async (tx) => {
      await this.queries.choose(tx, kind, length);
      await tx.audit({
        actorId: actor.personId,
        action: 'privacy.periodChanged',
        subjectKind: 'retentionRule',
        subjectId: kind,
        detail: { unit: rule.period.unit, was, length },
      });
    });
  }

  /** Every rule after the other, a batch at a time. What is done stays done, whenever it is stopped. */
  async run(context: JobContext): Promise<void> {
    const lengths = await this.lengths();
    for (const [at, { rule, length }] of lengths.entries()) {
      await context.progress(at, lengths.length);
      if (!(await this.runOne(rule, length, context))) return;
    }
    await this.queries.forgetRuns();
    await context.progress(lengths.length, lengths.length);
  }

  /** False when it was told to stop. */
  private async runOne(rule: RetentionRule, length: number, context: JobContext): Promise<boolean> {
    const [beganAt, beforeAt] = [new Date(), this.startOf(rule, length)];
    let removed = 0;
    let stopped = false;
    for (let batch = BATCH; batch > 0 && !stopped; stopped = await context.cancelled()) {
      batch = await this.db.write((tx) => rule.apply(tx, beforeAt, BATCH));
      removed += batch;
    }
    await this.queries.noteRun({ kind: rule.kind, beforeAt, removed, beganAt, endedAt: new Date() });
    return !stopped;
  }

  private startOf({ time, period }: RetentionRule, length: number): Date {
    return startOfKeeping(time === 'real' ? new Date() : this.clock.now(), period.unit, length);
  }
}
