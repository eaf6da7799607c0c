/** Answers whose file named a unit that had merged by then: how many of which unit, and where they count. */
import { t } from '../../platform/language/t.js';
import { sayFullDate } from '../../platform/say.js';
import type { IsoDate } from '../../platform/dates.js';

interface NamedUnit {
  code: string;
  name: string;
}

/** What one answer named: a unit that stood until `on`, what it merged into, and where that has led by the answer's day. */
export interface MergedUnit extends NamedUnit {
  on: IsoDate;
  into: NamedUnit;
  countsIn: NamedUnit;
}

export type MergedAnswers = MergedUnit & { n: number };

/** With the answers of one more chunk, in the order of the units' names. */
export function withMerged(
  before: readonly MergedAnswers[],
  rows: readonly { merged?: MergedUnit | null }[],
): MergedAnswers[] {
  const all = new Map(before.map((one) => [keyOf(one), one]));
  for (const { merged } of rows) {
    if (!merged) continue;
    const key = keyOf(merged);
    all.set(key, { ...merged, n: (all.get(key)?.n ?? 0) + 1 });
  }
  return [...all.values()].sort((a, b) => compare(a.name, b.name) || compare(keyOf(a), keyOf(b)));
}

/** '27 answers named Ashford, merged into Newport on 14 March 2027: they count there.' */
export function sayMerged({ n, name, on, into, countsIn }: MergedAnswers): string {
  const values = { n, name, into: into.name, day: sayFullDate(on), there: countsIn.name };
  return into.code === countsIn.code
    ? t(
        '{n, plural, one {# answer named {name}, merged into {into} on {day}: it counts there.} other {# answers named {name}, merged into {into} on {day}: they count there.}}',
        values,
      )
    : t(
        '{n, plural, one {# answer named {name}, merged into {into} on {day}, which has merged since: it counts in {there}.} other {# answers named {name}, merged into {into} on {day}, which has merged since: they count in {there}.}}',
        values,
      );
}

const keyOf = ({ code, on, countsIn }: MergedUnit) => `${code} ${on} ${countsIn.code}`;

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
