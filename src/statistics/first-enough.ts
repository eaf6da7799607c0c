/**
 * "Not enough data" is a proper state: which units or answers a comparison lacks, and when there will be enough if all goes on as
 * in the last 13 weeks (product/impact.md, "Page"). Decided by counts alone, before any score is looked at.
 */

/** A side needs so many units, and an average unit of it so many answers in each of its two windows. */
export const FEWEST_UNITS = 20;
export const FEWEST_ANSWERS = 30;
/** Over so many weeks, or as many as there are, the pace is taken. */
export const PACE_WEEKS = 13;

/** The answers of a side's units before or since the start (of the comparison: in the same weeks). */
export interface WindowSoFar {
  answers: number;
  /** For how many weeks it has been open; a window that is over keeps its weeks. */
  weeks: number;
  /** Those of its answers that came in the last 13 weeks: none when it is over. */
  recent: number;
}

export interface SideSoFar {
  units: number;
  /** Units now more than 13 weeks ago; below zero where a side loses units, as a comparison does when its units are trained. */
  joined: number;
  before: WindowSoFar;
  after: WindowSoFar;
}

export type Side = 'treated' | 'comparison';

/** Units of a side, or answers of its average unit in a window: how many there are, and how many there should be. */
export interface Missing {
  side: Side;
  what: 'units' | 'before' | 'after';
  has: number;
  needs: number;
  /** The week since the first one by whose end this one thing is enough; null when it never is at this pace. */
  week: number | null;
}

export interface Enough {
  /** Empty when there is enough. */
  missing: Missing[];
  /** The week since the first one, which is 1, by whose end everything is enough; null when that never comes at this pace. */
  week: number | null;
}

/**
 * What is missing, and when it is there. Units of a side come (or go) at u = joined / 13 a week up to the twentieth, and an
 * average unit gets q = recent / 13 / units answers a week, those who join as well. They bring with them what is before the
 * start, and nothing since: after the t weeks until the twentieth there are answers + q (units t + u t² / 2) since the start, and
 * from then on 20 q more each week. Where a side loses units it must still have 20 when the rest is enough.
 * Worked example: 24 units with 12 answers each since the start, 78 of all in the last 13 weeks. That is a quarter of an answer
 * a unit and week, and the missing 18 take 72 weeks.
 * @param weeks so many there are so far
 */
export function firstEnough(weeks: number, sides: Record<Side, SideSoFar>): Enough {
  const needs = SIDES.flatMap((side) => needsOf(side, sides[side], weeks));
  const wait = Math.max(...needs.map((need) => need.wait));
  const lasts = SIDES.every((side) => lastsUntil(sides[side], weeks, wait));
  const weekOf = (own: number) => (Number.isFinite(own) ? weeks + Math.ceil(own - ROUNDING) : null);
  return {
    missing: needs
      .filter(({ has, needs: number }) => has < number)
      .map(({ wait: own, ...need }) => ({ ...need, week: weekOf(own) })),
    week: lasts ? weekOf(wait) : null,
  };
}

const SIDES: readonly Side[] = ['treated', 'comparison'];
const ROUNDING = 1e-9;

interface Need extends Omit<Missing, 'week'> {
  /** Weeks from now until it is enough; Infinity when never. */
  wait: number;
}

function needsOf(side: Side, own: SideSoFar, weeks: number): Need[] {
  const average = ({ answers }: WindowSoFar) => (own.units > 0 ? answers / own.units : 0);
  return [
    { side, what: 'units', has: own.units, needs: FEWEST_UNITS, wait: waitForUnits(own, weeks) },
    { side, what: 'before', has: average(own.before), needs: FEWEST_ANSWERS, wait: waitBefore(own) },
    { side, what: 'after', has: average(own.after), needs: FEWEST_ANSWERS, wait: waitAfter(own, weeks) },
  ];
}

const perWeek = (many: number, weeks: number) => (weeks > 0 ? many / Math.min(PACE_WEEKS, weeks) : 0);
const perUnit = ({ recent, weeks }: WindowSoFar, units: number) => (units > 0 ? perWeek(recent, weeks) / units : 0);
/** How long it takes to get what is missing; none when nothing is, for ever at no pace. */
const waitFor = (missing: number, pace: number) => (missing <= 0 ? 0 : pace > 0 ? missing / pace : Infinity);

const waitForUnits = ({ units, joined }: SideSoFar, weeks: number) =>
  waitFor(FEWEST_UNITS - units, perWeek(joined, weeks));

/** Of no units there is no average one, and nobody knows what those who join will bring. */
const waitBefore = ({ units, before }: SideSoFar) =>
  units > 0 ? waitFor(FEWEST_ANSWERS - before.answers / units, perUnit(before, units)) : Infinity;

function waitAfter(own: SideSoFar, weeks: number): number {
  const pace = perUnit(own.after, own.units);
  const growing = waitForUnits(own, weeks);
  if (growing === Infinity) return Infinity;
  const units = Math.max(own.units, FEWEST_UNITS);
  const average = (own.units + units) / 2;
  return growing + waitFor(FEWEST_ANSWERS * units - own.after.answers - pace * average * growing, pace * units);
}

/** Whether a side that loses units still has enough of them then. */
function lastsUntil({ units, joined }: SideSoFar, weeks: number, wait: number): boolean {
  return joined >= 0 || wait === 0 || units + perWeek(joined, weeks) * Math.ceil(wait - ROUNDING) >= FEWEST_UNITS;
}
