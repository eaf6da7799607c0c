/**
 * Whether there is something to tell about the places of an alert in a week. The job that tells and the preview that says what
 * would have been told are this one function.
 */
import { markTogether } from '../../feedback/metrics/change.js';
import { FEWEST_FOR_A_SCORE } from '../../feedback/metrics/score.js';
import { netDifference, netEmotion } from '../../statistics/net-emotion.js';
import { newcombe, newcombeP, wilson } from '../../statistics/proportion.js';
import type { IsoDate } from '../../platform/dates.js';
import type { Condition } from './alert.js';

/** Answers of one measure: all, the good ones, and for feelings the bad ones. */
export interface Sums {
  n: number;
  good: number;
  bad: number;
}

/** A place at the end of a week: the last four weeks, the thirteen before them, and how many answered in the week itself. */
export interface Seen {
  placeId: number;
  recent: Sums;
  earlier: Sums;
  answered: number;
}

/** What is told: points with their 95 % interval on n answers, and for a fall by how much. Or how many answered. */
export interface Told {
  placeId: number;
  week: IsoDate;
  value: number;
  low: number | null;
  high: number | null;
  n: number;
  change: number | null;
}

type State = 'raised' | 'recovered' | 'unclear';
type Verdict = Omit<Told, 'week'> & { state: State };

/**
 * Goes through weeks, oldest first. A place is told of when it crosses, and again only after it has recovered: a fall while
 * it is not clear any more, a number once the score itself is back on the good side.
 * @param raised ids of the places told of before that have not recovered; the set of after the last week comes back
 */
export function tellings(
  condition: Condition,
  weeks: readonly { week: IsoDate; seen: readonly Seen[] }[],
  raised: ReadonlySet<number> = new Set(),
): { told: Told[]; raised: Set<number> } {
  const now = new Set(raised);
  const told: Told[] = [];
  for (const { week, seen } of weeks)
    for (const { state, ...facts } of judge(condition, seen)) {
      if (state === 'raised' && !now.has(facts.placeId)) told.push({ ...facts, week });
      if (state === 'raised') now.add(facts.placeId);
      if (state === 'recovered') now.delete(facts.placeId);
    }
  return { told, raised: now };
}

function judge(condition: Condition, seen: readonly Seen[]): Verdict[] {
  if (condition.rule === 'falls') return falls(condition, seen);
  if (condition.rule === 'few') return seen.map((one) => few(one, condition.threshold ?? 0));
  return seen.map((one) => beyond(condition, one));
}

/** Marked together over everything that the alert watches, so that a hundred branches do not tell of chance. */
function falls({ measure }: Condition, seen: readonly Seen[]): Verdict[] {
  const differences = markTogether(seen.map(({ recent, earlier }) => differenceOf(measure, recent, earlier)));
  return seen.map((one, at) => {
    const change = differences[at] ?? null;
    const state = change === null ? 'unclear' : change.mark === 'down' ? 'raised' : 'recovered';
    return { ...scoreIn(measure, one), state, change: change?.value ?? null };
  });
}

function beyond({ measure, rule, threshold }: Condition, one: Seen): Verdict {
  const score = scoreIn(measure, one);
  const line = threshold ?? 0;
  if (score.low === null || score.high === null) return { ...score, state: 'unclear' };
  const below = rule === 'below';
  const crossed = below ? score.high < line : score.low > line;
  const back = below ? score.value >= line : score.value <= line;
  return { ...score, state: crossed ? 'raised' : back ? 'recovered' : 'unclear' };
}

function few({ placeId, answered }: Seen, least: number): Verdict {
  const state = answered < least ? 'raised' : 'recovered';
  return { placeId, state, value: answered, low: null, high: null, n: answered, change: null };
}

/** Over the last four weeks; without an interval where there are too few answers for a score. */
function scoreIn(measure: Condition['measure'], { placeId, recent }: Seen) {
  const { n, good, bad } = recent;
  if (n < FEWEST_FOR_A_SCORE) return { placeId, value: 0, low: null, high: null, n, change: null };
  const share = measure === 'emotion' ? netEmotion({ good, bad, n }) : wilson({ hits: good, n });
  return { placeId, value: share.value * 100, low: share.low * 100, high: share.high * 100, n, change: null };
}

function differenceOf(measure: Condition['measure'], now: Sums, before: Sums) {
  if (now.n < FEWEST_FOR_A_SCORE || before.n < FEWEST_FOR_A_SCORE) return null;
  const [first, second] = [now, before].map(({ good, n }) => ({ hits: good, n })) as [Hits, Hits];
  const found =
    measure === 'emotion' ? netDifference(now, before) : { ...newcombe(first, second), p: newcombeP(first, second) };
  return { value: found.value * 100, low: found.low * 100, high: found.high * 100, p: found.p };
}

type Hits = { hits: number; n: number };
