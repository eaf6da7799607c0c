/** Changes in ease marked together over all units of a reach, whichever of them a page shows. */
import { type MarkedDifference, markTogether, shareDifference } from '../../feedback/metrics/change.js';
import type { Compared } from './every-unit.queries.js';

/** By unit; those with too few answers on either side are absent. */
export function marksOf({ ids, nowN, nowTop, earlierN, earlierTop }: Compared): Map<number, MarkedDifference> {
  const side = (n: readonly number[], top: readonly number[], at: number) => ({
    n: n[at] ?? 0,
    top: top[at] ?? 0,
    sum: 0,
  });
  const differences = ids.map((_, at) => shareDifference(side(nowN, nowTop, at), side(earlierN, earlierTop, at)));
  const marked = markTogether(differences);
  return new Map(
    ids.flatMap((id, at) => {
      const mark = marked[at];
      return mark ? [[id, mark] as const] : [];
    }),
  );
}
