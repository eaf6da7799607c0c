import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/tx.js';

/** How long something is kept unless an administrator says otherwise, and how far they may go. */
export interface Period {
  unit: 'months' | 'days';
  standard: number;
  least: number;
  most: number;
}

/** One kind of thing that goes by itself when its time is over. */
export interface RetentionRule {
  /** `module.thing`; the name under which a changed period is kept. */
  kind: string;
  period: Period;
  /** Whose clock its moments are in: the product's, or real time as for sessions. */
  time: 'product' | 'real';
  /** What goes, in the reader's language: 'The words of customers’ comments'. */
  what(): string;
  /** What stays all the same, in the reader's language. */
  stays(): string;
  /** How many `apply` would remove in all, counted to `atMost`: a page waits for it. */
  count(before: Date, atMost: number): Promise<number>;
  /**
   * Removes at most `limit` of what is older than `before` and says how many; asked again until it says 0. Each call is a
   * transaction of its own, so that a run that was killed goes on where it stopped.
   */
  apply(tx: Tx, before: Date, limit: number): Promise<number>;
}

/** What all modules let go in time; collected from `@Privacy` at start. */
@Injectable()
export class RetentionRules {
  private readonly known = new Map<string, RetentionRule>();

  register(...rules: readonly RetentionRule[]): void {
    for (const rule of rules) {
      if (this.known.has(rule.kind)) throw new Error(`Two retention rules are called ${rule.kind}.`);
      this.known.set(rule.kind, rule);
    }
  }

  /** In the order in which the modules depend on each other. */
  get all(): readonly RetentionRule[] {
    return [...this.known.values()];
  }

  find(kind: string): RetentionRule | null {
    return this.known.get(kind) ?? null;
  }
}
