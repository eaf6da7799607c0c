/** How a module says a retention rule in a few lines: two statements and the words for the page. */
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
  /** One row with `n`: how many are older than the moment $1. */
  count: string;
  /** Removes at most $2 of those older than $1; one row with `n`: how many these were. */
  apply: string;
  /** The table whose rows are otherwise only ever appended. */
  appendOnly?: string;
}

/** The statement as a rule for the registry. */
export function retentionRule(db: Pick<Database, 'one'>, rule: RetentionStatement): RetentionRule {
  return {
    kind: rule.kind,
    period: rule.period,
    time: rule.time,
    what: () => t(rule.what),
    stays: () => t(rule.stays),
    count: async (before) => (await db.one<{ n: number }>(rule.count, [before]))?.n ?? 0,
    apply: async (tx, before, limit) => {
      if (rule.appendOnly) await letGoFrom(tx, rule.appendOnly);
      return (await tx.one<{ n: number }>(rule.apply, [before, limit]))?.n ?? 0;
    },
  };
}
