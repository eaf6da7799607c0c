/** Why a row cannot be taken; `column` is the one at fault, empty when it is the row as a whole. */
export interface Unfit {
  column: string;
  reason: string;
}

/** The first thing that is wrong with a row's cells, given each check with its column. */
export function firstUnfit(checks: readonly (readonly [column: string, reason: string | null])[]): Unfit | null {
  for (const [column, reason] of checks) if (reason !== null) return { column, reason };
  return null;
}
