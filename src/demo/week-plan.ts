import { addDays, daysBetween, type IsoDate } from '../platform/dates.js';
import type { Chance } from '../generate/chance.js';
import { isOpenFrom } from '../generate/feedback/week-counts.js';
import type { PlannedUnit } from '../generate/network/network-plan.js';
import { shareOut } from '../generate/share-out.js';
import { ASHBRIDGE, FIRST_WEEK, LAST_WEEK, NEIGHBOURS, OTHER_WEEKS, WEEK_2026, WEEK_2027 } from './stories.js';

export const WEEKS: IsoDate[] = Array.from({ length: daysBetween(FIRST_WEEK, LAST_WEEK) / 7 + 1 }, (_, index) =>
  addDays(FIRST_WEEK, 7 * index),
);

const EVENTS = new Map([WEEK_2026, WEEK_2027].map((event) => [event.week as IsoDate, event]));

/**
 * How many responses the network gets in each week, exactly: the events as planted, the neighbours of the 2026 week a
 * little above the average, the rest such that an average other week has `OTHER_WEEKS.responses`.
 */
export function weekTotals(chance: Chance): Map<IsoDate, number> {
  const others = WEEKS.filter((week) => !EVENTS.has(week));
  const beside = others.filter((week) => Math.abs(daysBetween(WEEK_2026.week, week)) <= NEIGHBOURS * 7);
  const rest = others.filter((week) => !beside.includes(week));
  const besideTotal = OTHER_WEEKS.neighbours * beside.length;
  const early = rest.filter((week) => week < WEEK_2027.week);
  const late = rest.filter((week) => week > WEEK_2027.week);
  const totals = new Map<IsoDate, number>([...EVENTS].map(([week, event]) => [week, event.responses]));
  spread(chance, beside, besideTotal, totals);
  spread(chance, early, OTHER_WEEKS.responses * (beside.length + early.length) - besideTotal, totals);
  spread(chance, late, OTHER_WEEKS.responses * late.length, totals);
  return totals;
}

/** Shares `total` out over weeks with a little noise and more before Christmas, to the last response. */
function spread(chance: Chance, weeks: IsoDate[], total: number, into: Map<IsoDate, number>): void {
  const weights = weeks.map((week) => 1 + 0.05 * chance.normal() + (/-(11-2|12-0|12-1)/.test(week) ? 0.09 : 0));
  for (const [index, share] of shareOut(total, weights).entries()) into.set(weeks[index]!, share);
}

const FEWEST = 2;

/** How many of a week's responses fall to each unit that was open all through it; Ashbridge gets what its story says. */
export function unitTotals(chance: Chance, units: readonly PlannedUnit[], week: IsoDate, total: number): number[] {
  const fixed = EVENTS.has(week) ? Math.round(ASHBRIDGE.perWeek * 1.6) : ASHBRIDGE.perWeek;
  const open = units.map((unit) => unit.traffic > 0 && isOpenFrom(unit, week, addDays(week, 6)));
  const weights = units.map((unit, index) => {
    const busier = Math.max(0.2, 1 + 0.25 * chance.normal());
    return open[index] && unit.code !== ASHBRIDGE.code ? unit.traffic * busier : 0;
  });
  const shares = shareOut(total - fixed - FEWEST * (open.filter(Boolean).length - 1), weights);
  return units.map((unit, index) => {
    if (unit.code === ASHBRIDGE.code) return fixed;
    return open[index] ? FEWEST + shares[index]! : 0;
  });
}
