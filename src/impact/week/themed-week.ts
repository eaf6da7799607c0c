/**
 * What customers did in a themed week beside what they do in other weeks (product/impact.md, estimator 4). Everybody is
 * in the week, so there is nobody to compare with at the same time: the answer is "before and after only", grade D.
 *
 * Response effect R = answers in the week / mean answers of the baseline - 1, with two baselines: all other weeks of the
 * year before and the year after, and the four weeks before with the four after. Weeks that hold a campaign are in neither. Worked example: 4,104 answers
 * against 2,400 in an average other week is R = +71 %.
 */
import { addDays, type IsoDate } from '../../platform/dates.js';
import type { Estimate, Interval } from '../../statistics/interval.js';
import { type Placebo, placeboInTime } from '../../statistics/placebo.js';
import { newcombe, type Share, wilson } from '../../statistics/proportion.js';

/** What the network's customers said in one closed week. */
export interface WeekTotals {
  /** Its Monday. */
  week: IsoDate;
  responses: number;
  ease: Share;
}

export interface Baseline {
  weeks: number;
  /** Answers in an average week of the baseline. */
  mean: number;
  /** R, as a share: 0.71 is +71 %. */
  change: number;
}

export interface EaseChange {
  week: Estimate;
  others: Estimate;
  /** Week minus others, as shares. */
  change: Interval & { value: number };
  /** The change as a share of the others' ease. */
  relative: number;
  unusual: Placebo;
}

export interface ThemedWeekResult {
  responses: number;
  others: Baseline;
  before: number;
  after: number;
  neighbours: Baseline | null;
  unusual: Placebo;
  /** Null when nobody rated ease in the week or in no other week. */
  ease: EaseChange | null;
}

const NEIGHBOURS_A_SIDE = 4;

/**
 * The Mondays between which other weeks count: 52 weeks on either side. Five years ago other branches answered another
 * survey, and their average says nothing about this week.
 */
export function comparableWeeks(eventWeek: IsoDate): { from: IsoDate; to: IsoDate } {
  return { from: addDays(eventWeek, -364), to: addDays(eventWeek, 364) };
}

/**
 * @param weeks closed weeks among the comparable ones, in any order
 * @param eventWeek the Monday of the themed week
 * @param otherEvents Mondays of weeks that held another campaign
 * @returns null while the week has no answers or there is no other week to set it against
 */
export function themedWeek(
  weeks: readonly WeekTotals[],
  eventWeek: IsoDate,
  otherEvents: ReadonlySet<IsoDate>,
): ThemedWeekResult | null {
  const event = weeks.find((week) => week.week === eventWeek);
  const ordinary = weeks.filter(({ week }) => week !== eventWeek && !otherEvents.has(week));
  if (!event || event.responses === 0 || ordinary.every((week) => week.responses === 0)) return null;
  const near = (days: number) => ordinary.some(({ week }) => week === addDays(eventWeek, days));
  const before = STEPS.filter((step) => near(-7 * step)).map((step) => -7 * step);
  const after = STEPS.filter((step) => near(7 * step)).map((step) => 7 * step);
  const beside = new Set([...before, ...after].map((days) => addDays(eventWeek, days)));
  const others = baseline(event, ordinary);
  return {
    responses: event.responses,
    others,
    before: before.length,
    after: after.length,
    neighbours:
      beside.size > 0
        ? baseline(
            event,
            ordinary.filter(({ week }) => beside.has(week)),
          )
        : null,
    unusual: placeboInTime(others.change, leaveOneOut(ordinary)),
    ease: easeChange(event, ordinary),
  };
}

const STEPS = Array.from({ length: NEIGHBOURS_A_SIDE }, (_, at) => at + 1);

function baseline(event: WeekTotals, weeks: readonly WeekTotals[]): Baseline {
  const mean = weeks.reduce((sum, week) => sum + week.responses, 0) / weeks.length;
  return { weeks: weeks.length, mean, change: event.responses / mean - 1 };
}

/** The change that each ordinary week would have shown, had it been the themed one. */
function leaveOneOut(ordinary: readonly WeekTotals[]): number[] {
  const total = ordinary.reduce((sum, week) => sum + week.responses, 0);
  return ordinary.flatMap(({ responses }) => {
    const mean = (total - responses) / (ordinary.length - 1);
    return mean > 0 ? [responses / mean - 1] : [];
  });
}

function easeChange(event: WeekTotals, ordinary: readonly WeekTotals[]): EaseChange | null {
  const rest = pool(ordinary);
  if (event.ease.n === 0 || rest.n === 0) return null;
  const change = newcombe(event.ease, rest);
  const others = wilson(rest);
  const placebos = ordinary.flatMap(({ ease }) => {
    const left = { hits: rest.hits - ease.hits, n: rest.n - ease.n };
    return ease.n > 0 && left.n > 0 ? [ease.hits / ease.n - left.hits / left.n] : [];
  });
  return {
    week: wilson(event.ease),
    others,
    change,
    relative: others.value > 0 ? change.value / others.value : 0,
    unusual: placeboInTime(change.value, placebos),
  };
}

function pool(weeks: readonly WeekTotals[]): Share {
  return weeks.reduce((sum, { ease }) => ({ hits: sum.hits + ease.hits, n: sum.n + ease.n }), { hits: 0, n: 0 });
}
