/**
 * Whether there is something to tell about the places of an alert in a week. The job that tells and the preview that says what
 * would have been told are this one function.
 */
import { markTogether } from '../../feedback/metrics/change.js';
import { OUTSIDE, WARNING } from '../../feedback/metrics/fair.js';
import { FEWEST_FOR_A_SCORE } from '../../feedback/metrics/score.js';
import { netDifference, netEmotion } from '../../statistics/net-emotion.js';
import { newcombe, newcombeP, wilson } from '../../statistics/proportion.js';
import type { IsoDate } from '../../platform/dates.js';
import { type Condition, FEWEST } from './alert.js';
import { kindOf, type Measure, type MeasureKind } from './measure.js';
import type { Seen, Sums } from './seen/seen.js';
import type { Told } from './told.js';

/** A place between the two lines is neither told of nor over: so nobody is told again and again of what wavers. */
type State = 'raised' | 'recovered' | 'unclear';
type Verdict = Omit<Told, 'week'> & { state: State };

/**
 * Goes through weeks, oldest first. A place is told of when it crosses, and again only after it has recovered: a fall while
 * it is not clear any more, a number once the figure itself is back on the good side.
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
    for (const { state, ...facts } of JUDGES[kindOf(condition.measure)](condition, seen)) {
      if (state === 'raised' && !now.has(facts.placeId)) told.push({ ...facts, week });
      if (state === 'raised') now.add(facts.placeId);
      if (state === 'recovered') now.delete(facts.placeId);
    }
  return { told, raised: now };
}

type Judge = (condition: Condition, seen: readonly Seen[]) => Verdict[];

const each =
  (judge: (condition: Condition, one: Seen) => Verdict): Judge =>
  (condition, seen) =>
    seen.map((one) => judge(condition, one));

const JUDGES: Record<MeasureKind, Judge> = {
  asked: (condition, seen) =>
    condition.rule === 'falls' ? falls(condition, seen) : seen.map((one) => beyond(condition, one)),
  responses: each(few),
  funnel: each(outside),
  completion: each(share),
  course: each(share),
  theme: each(many),
  rising: rises,
  number: each(figure),
};

/** Marked together over everything that the alert watches, so that a hundred branches do not tell of chance. */
function falls({ measure }: Condition, seen: readonly Seen[]): Verdict[] {
  return changes(measure, seen).map(({ one, change }) => {
    const state = change === null ? 'unclear' : change.mark === 'down' ? 'raised' : 'recovered';
    return { ...scoreIn(measure, one), state, change: change?.value ?? null };
  });
}

/** The share of comments that speak of a theme, likewise. Over once the share is no higher than it was before. */
function rises({ measure }: Condition, seen: readonly Seen[]): Verdict[] {
  return changes(measure, seen).map(({ one, change }) => {
    const risen = change?.mark === 'up' && one.recent.good >= FEWEST;
    const state = change === null ? 'unclear' : risen ? 'raised' : change.value <= 0 ? 'recovered' : 'unclear';
    return { ...scoreIn(measure, one), state, change: change?.value ?? null };
  });
}

function changes(measure: Measure, seen: readonly Seen[]) {
  const marked = markTogether(seen.map(({ recent, earlier }) => differenceOf(measure, recent, earlier)));
  return seen.map((one, at) => ({ one, change: marked[at] ?? null }));
}

/** The interval has to leave the line behind; the score itself has to come back over it. */
function beyond({ measure, rule, threshold }: Condition, one: Seen): Verdict {
  const score = scoreIn(measure, one);
  const line = threshold ?? 0;
  if (score.low === null || score.high === null) return { ...score, state: 'unclear' };
  const below = rule === 'below';
  const crossed = below ? score.high < line : score.low > line;
  const back = below ? score.value >= line : score.value <= line;
  return { ...score, state: crossed ? 'raised' : back ? 'recovered' : 'unclear' };
}

function few({ threshold }: Condition, { placeId, answered }: Seen): Verdict {
  return { ...plain(placeId, answered, answered), state: answered < (threshold ?? 0) ? 'raised' : 'recovered' };
}

/** Over after a week with three quarters of the number at most. */
function many({ threshold }: Condition, { placeId, answered }: Seen): Verdict {
  const line = threshold ?? 0;
  const state = answered > line && answered >= FEWEST ? 'raised' : answered <= 0.75 * line ? 'recovered' : 'unclear';
  return { ...plain(placeId, answered, answered), state };
}

const POINTS_BACK = 5;

/** Colleagues are all there and no sample, so there is no interval: five points on the good side, or all there are, end it. */
function share({ rule, threshold }: Condition, { placeId, recent: { n, good } }: Seen): Verdict {
  const value = n === 0 ? 0 : (100 * good) / n;
  const line = threshold ?? 0;
  const back = Math.min(POINTS_BACK, rule === 'below' ? 100 - line : line);
  return { ...plain(placeId, value, n), state: n < FEWEST ? 'unclear' : crossing(value, line, rule, back) };
}

const SHARE_BACK = 0.05;

/** Over once it is a twentieth of the line on the good side of it. */
function figure({ rule, threshold }: Condition, { placeId, figure: value, recent }: Seen): Verdict {
  const line = threshold ?? 0;
  if (value === null) return { ...plain(placeId, 0, recent.n), state: 'unclear' };
  return { ...plain(placeId, value, recent.n), state: crossing(value, line, rule, SHARE_BACK * Math.abs(line)) };
}

/** Clearly below or above its kind: outside the limits of 99.8 %, and over only once it is inside those of 95 %. */
function outside({ rule }: Condition, { placeId, figure: z, recent: { n, good } }: Seen): Verdict {
  const told = plain(placeId, n === 0 ? 0 : (100 * good) / n, n);
  if (z === null) return { ...told, state: 'unclear' };
  const off = rule === 'below' ? -z : z;
  return { ...told, state: off > OUTSIDE ? 'raised' : off <= WARNING ? 'recovered' : 'unclear' };
}

function crossing(value: number, line: number, rule: Condition['rule'], back: number): State {
  const off = rule === 'below' ? line - value : value - line;
  if (off > 0) return 'raised';
  return -off >= back ? 'recovered' : 'unclear';
}

const plain = (placeId: number, value: number, n: number) => ({
  placeId,
  value,
  low: null,
  high: null,
  n,
  change: null,
});

/** Over the last four weeks; without an interval where there are too few answers for a score. */
function scoreIn(measure: Measure, { placeId, recent }: Seen) {
  const { n, good, bad } = recent;
  if (n < FEWEST_FOR_A_SCORE) return { placeId, value: 0, low: null, high: null, n, change: null };
  const found = measure === 'emotion' ? netEmotion({ good, bad, n }) : wilson({ hits: good, n });
  return { placeId, value: found.value * 100, low: found.low * 100, high: found.high * 100, n, change: null };
}

function differenceOf(measure: Measure, now: Sums, before: Sums) {
  if (now.n < FEWEST_FOR_A_SCORE || before.n < FEWEST_FOR_A_SCORE) return null;
  const [first, second] = [now, before].map(({ good, n }) => ({ hits: good, n })) as [Hits, Hits];
  const found =
    measure === 'emotion' ? netDifference(now, before) : { ...newcombe(first, second), p: newcombeP(first, second) };
  return { value: found.value * 100, low: found.low * 100, high: found.high * 100, p: found.p };
}

type Hits = { hits: number; n: number };
