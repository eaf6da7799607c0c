/**
 * What customers did in a themed week beside what they do in other weeks (product/impact.md, estimator 4). Everybody is
 * in the week, so there is nobody to compare with at the same time: the answer is "before and after only", grade D.
 *
 * Response effect R = Y_w / mean(baseline) - 1, with two baselines: all other weeks of the year before and the year after,
 * and the four weeks before with the four after. Weeks that hold a campaign are in neither. Worked example: 4,104 answers
 * against 2,400 in an average other week is R = +71 %. Ease is set against the same two, and split into what changed within
 * units and what comes from which units answered. Every figure has its interval, with areas as clusters.
 */
import { addDays, type IsoDate } from '../../platform/dates.js';
import {
  type Change,
  type ClusteredChange,
  type ClusteredPlace,
  clusteredWithinAndMix,
  ratioChange,
} from '../../statistics/clustered-change.js';
import { type Placebo, placeboInTime } from '../../statistics/placebo.js';
import type { Share } from '../../statistics/proportion.js';

/** What the network's customers said in one closed week. */
export interface WeekTotals {
  /** Its Monday. */
  week: IsoDate;
  responses: number;
  ease: Share;
}

/** The weeks that a themed week is set against: Mondays. */
export interface ComparedWeeks {
  /** All that hold no campaign. */
  others: IsoDate[];
  /** Those of them within four weeks on either side. */
  neighbours: IsoDate[];
  before: number;
  after: number;
}

/** Answers of one area: in the week, in all of the other weeks, in all of the neighbours. */
export interface AreaAnswers {
  week: number;
  others: number;
  neighbours: number;
}

/** Ease of one unit in the same weeks; `area` is the number of its area, from 0. */
export interface UnitEase {
  area: number;
  week: Share;
  others: Share;
  neighbours: Share;
}

export interface WeekFacts {
  weeks: readonly WeekTotals[];
  compared: ComparedWeeks;
  areas: readonly AreaAnswers[];
  units: readonly UnitEase[];
}

export interface Baseline {
  weeks: number;
  /** Answers in an average week of the baseline. */
  mean: number;
  /** R, as a share: 0.71 is +71 %. */
  change: Change;
}

/** Ease against one baseline, as shares. */
export interface EaseBaseline extends ClusteredChange {
  level: number;
}

export interface EaseChange {
  week: number;
  others: EaseBaseline;
  neighbours: EaseBaseline | null;
  unusual: Placebo;
}

export interface ThemedWeekResult {
  responses: number;
  areas: number;
  before: number;
  after: number;
  others: Baseline;
  neighbours: Baseline | null;
  unusual: Placebo;
  /** Null when nobody rated ease in the week or in no other week. */
  ease: EaseChange | null;
}

/**
 * Why there is no answer: the week has no answers yet, too few for a figure with an interval (30 answers, from two areas),
 * or no week without a campaign to set it against.
 */
export type NoResult = 'noAnswers' | 'tooFewAnswers' | 'noOrdinaryWeeks';

const NEIGHBOURS_A_SIDE = 4;
export const FEWEST_ANSWERS = 30;

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
 */
export function comparedWeeks(
  weeks: readonly WeekTotals[],
  eventWeek: IsoDate,
  otherEvents: ReadonlySet<IsoDate>,
): ComparedWeeks {
  const others = weeks.map(({ week }) => week).filter((week) => week !== eventWeek && !otherEvents.has(week));
  const beside = (side: number) => STEPS.map((step) => addDays(eventWeek, side * 7 * step));
  const [before, after] = [-1, 1].map((side) => beside(side).filter((week) => others.includes(week))) as [
    IsoDate[],
    IsoDate[],
  ];
  return { others, neighbours: [...before, ...after], before: before.length, after: after.length };
}

const STEPS = Array.from({ length: NEIGHBOURS_A_SIDE }, (_, at) => at + 1);

export function themedWeek(
  { weeks, compared, areas, units }: WeekFacts,
  eventWeek: IsoDate,
): ThemedWeekResult | NoResult {
  const event = weeks.find((week) => week.week === eventWeek);
  const chosen = new Set(compared.others);
  const ordinary = weeks.filter(({ week }) => chosen.has(week));
  if (!event || event.responses === 0) return 'noAnswers';
  if (ordinary.every((week) => week.responses === 0)) return 'noOrdinaryWeeks';
  const others = baseline(areas, 'others', ordinary.length);
  if (others === null || event.responses < FEWEST_ANSWERS) return 'tooFewAnswers';
  return {
    responses: event.responses,
    areas: areas.filter((area) => area.week + area.others > 0).length,
    before: compared.before,
    after: compared.after,
    others,
    neighbours: baseline(areas, 'neighbours', compared.neighbours.length),
    unusual: placeboInTime(others.change.value, leaveOneOut(ordinary)),
    ease: easeChange(event, ordinary, units, areas.length),
  };
}

/** Null without weeks, or with fewer than two areas that answered. */
function baseline(areas: readonly AreaAnswers[], which: 'others' | 'neighbours', weeks: number): Baseline | null {
  const after = Float64Array.from(areas, (area) => area.week);
  const before = Float64Array.from(areas, (area) => (weeks > 0 ? area[which] / weeks : 0));
  const change = ratioChange(after, before);
  return change && { weeks, mean: before.reduce((sum, own) => sum + own, 0), change };
}

/** The change that each ordinary week would have shown, had it been the themed one. */
function leaveOneOut(ordinary: readonly WeekTotals[]): number[] {
  const total = ordinary.reduce((sum, week) => sum + week.responses, 0);
  return ordinary.flatMap(({ responses }) => {
    const mean = (total - responses) / (ordinary.length - 1);
    return mean > 0 ? [responses / mean - 1] : [];
  });
}

function easeChange(
  event: WeekTotals,
  ordinary: readonly WeekTotals[],
  units: readonly UnitEase[],
  areas: number,
): EaseChange | null {
  const others = easeBaseline(units, 'others', areas);
  if (event.ease.n === 0 || others === null) return null;
  const rest = pool(ordinary.map(({ ease }) => ease));
  const placebos = ordinary.flatMap(({ ease }) => {
    const left = { hits: rest.hits - ease.hits, n: rest.n - ease.n };
    return ease.n > 0 && left.n > 0 ? [ease.hits / ease.n - left.hits / left.n] : [];
  });
  return {
    week: event.ease.hits / event.ease.n,
    others,
    neighbours: easeBaseline(units, 'neighbours', areas),
    unusual: placeboInTime(others.total.value, placebos),
  };
}

function easeBaseline(units: readonly UnitEase[], which: 'others' | 'neighbours', areas: number): EaseBaseline | null {
  const places = units.map((unit): ClusteredPlace => ({ cluster: unit.area, before: unit[which], after: unit.week }));
  const change = clusteredWithinAndMix(places, areas);
  const all = pool(places.map(({ before }) => before));
  return change && { level: all.hits / all.n, ...change };
}

function pool(shares: readonly Share[]): Share {
  return shares.reduce((sum, { hits, n }) => ({ hits: sum.hits + hits, n: sum.n + n }), { hits: 0, n: 0 });
}
