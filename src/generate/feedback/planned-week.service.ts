import type { Tx } from '../../platform/database/tx.js';
import type { IsoDate } from '../../platform/dates.js';
import { trustReferences } from '../trusted.queries.js';
import { landWeek, openSource } from './feedback-load.queries.js';
import type { FeedbackPlan } from './feedback-plan.js';
import { weekLines } from './week-lines.js';

/**
 * Lands the planned answers of one week in the caller's transaction, rollups included, and says how many there were. The
 * caller sees to it that only one lands at a time (`ImportLock`).
 */
export async function landPlannedWeek(
  tx: Tx,
  plan: FeedbackPlan,
  unitIds: ReadonlyMap<string, number>,
  week: IsoDate,
): Promise<number> {
  await trustReferences(tx);
  const source = await openSource(tx, plan.weeks[0]!);
  return landWeek(tx, source, week, ({ sourceId }, importId) => {
    let n = 0;
    const { seed, units, skipsEase } = plan;
    const lines = weekLines(
      { week, sourceId, importId, seed, units, skipsEase, unitIds },
      plan.week(week),
      (all) => (n = all),
    );
    return { lines, count: () => n };
  });
}
