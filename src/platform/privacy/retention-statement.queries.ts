/** How a module says a retention rule in a few lines: what is old, what becomes of it, and the words for the page. */
import type { Database } from '../database/database.js';
import { t } from '../language/t.js';
import { letGoFrom } from './erasing.queries.js';
import type { Period, RetentionRule } from './retention.js';

export interface RetentionStatement {
  kind: string;
  period: Period;
  time: RetentionRule['time'];
  /** Marked with `msg`, as `stays`. */
  what: string;
  stays: string;
  /** Selects the ids of what is older than the moment $1, in an order that an index gives: it is read a batch at a time. */
  old: string;
  /** What becomes of a batch of them, named `old`: common table expressions, the last called `gone` with a row for each. */
  goes: string;
  /** A lock to take first, when others change the same rows in another order. */
  first?: string;
  /** The table whose rows are otherwise only ever appended. */
  appendOnly?: string;
}

/** The statement as a rule for the registry. */
export function retentionRule(db: Pick<Database, 'one'>, rule: RetentionStatement): RetentionRule {
  const count = `select count(*) as n from (${rule.old} limit $2) old`;
  const apply = `with old as (${rule.old} limit $2), ${rule.goes} select count(*) as n from gone`;
  return {
    kind: rule.kind,
    period: rule.period,
    time: rule.time,
    what: () => t(rule.what),
    stays: () => t(rule.stays),
    count: async (before, atMost) => (await db.one<{ n: number }>(count, [before, atMost]))?.n ?? 0,
    apply: async (tx, before, limit) => {
      if (rule.first) await tx.query(rule.first);
      if (rule.appendOnly) await letGoFrom(tx, rule.appendOnly);
      return (await tx.one<{ n: number }>(apply, [before, limit]))?.n ?? 0;
    },
  };
}
