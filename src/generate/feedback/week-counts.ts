import { addDays, type IsoDate } from '../../platform/dates.js';
import { Chance } from '../chance.js';
import { holds } from '../days.js';
import type { PlannedUnit } from '../network/network-plan.js';
import { shareOf } from './answers.js';
import { easeOdds } from './levels.js';
import { busyness, tideOf } from './seasons.js';

/** For each unit in the order of the plan: how many answer in a week, and how many rate ease 4 or 5. */
export interface WeekCounts {
  responses: Uint32Array;
  easeTop: Uint32Array;
}

/** By how much something planted moves the ease of a unit in a week, in log-odds. */
export type EaseShift = (unit: number, week: IsoDate) => number;

/** One week of a unit differs from the next for reasons that nobody knows: in how busy it is, and in how easy. */
const NOISE = { traffic: 0.25, ease: 0.12 };

/**
 * Counts of any week by itself, before there is a single answer: what is planned on the ground of what a few weeks showed
 * can look at them. A unit that was not open for the whole week is not asked about.
 */
export function weekCounts(
  { units, seed, responsesPerUnitWeek }: { units: readonly PlannedUnit[]; seed: number; responsesPerUnitWeek: number },
  week: IsoDate,
  shift: EaseShift,
): WeekCounts {
  const chance = Chance.of(seed, 'counts', week);
  const perTraffic = (responsesPerUnitWeek * busyness(week)) / averageTraffic(units);
  const tide = tideOf(week);
  const last = addDays(week, 6);
  const counts = { responses: new Uint32Array(units.length), easeTop: new Uint32Array(units.length) };
  for (const [index, unit] of units.entries()) {
    const [busier, easier] = [Math.max(0.2, 1 + NOISE.traffic * chance.normal()), NOISE.ease * chance.normal()];
    if (unit.traffic === 0 || !isOpenFrom(unit, week, last)) continue;
    const n = chance.poisson(unit.traffic * perTraffic * busier);
    counts.responses[index] = n;
    counts.easeTop[index] = chance.binomial(n, shareOf(easeOdds(unit) + tide + easier + shift(index, week)));
  }
  return counts;
}

function averageTraffic(units: readonly PlannedUnit[]): number {
  const answering = units.filter(({ traffic }) => traffic > 0);
  return answering.reduce((sum, { traffic }) => sum + traffic, 0) / Math.max(1, answering.length);
}

/** Whether a unit was open on every day from one to another. */
export function isOpenFrom({ stays }: Pick<PlannedUnit, 'stays'>, first: IsoDate, last: IsoDate): boolean {
  const from = stays.findIndex((stay) => holds(stay, first));
  const to = stays.findIndex((stay) => holds(stay, last));
  return (
    from >= 0 && to >= 0 && stays.slice(from, to).every((stay, index) => stay.to === stays[from + index + 1]!.from)
  );
}
