import { addDays, type IsoDate } from '../../platform/dates.js';
import { Chance } from '../chance.js';
import { isOpenFrom, weekCounts } from '../feedback/week-counts.js';
import type { NetworkPlan, PlannedUnit } from '../network/network-plan.js';
import { type Size, weeksOf } from '../size.js';
import { NO_EFFECTS } from './effects.js';
import { type Design, DESIGNS } from './studies.js';

export interface PlannedWave {
  week: IsoDate;
  /** Places in the plan's list of units. */
  units: readonly number[];
}

export interface PlannedStudy extends Design {
  planned: readonly PlannedWave[];
  comparison: readonly number[];
}

/** A design needs so many weeks before it can be seen, and as many units. */
const FEWEST_WEEKS = 26;
const FEWEST_UNITS = 20;

/** Weeks over which the lowest units are looked for. */
export const QUARTER = 13;

export type TruthSize = Pick<Size, 'seed' | 'weeks' | 'until' | 'responsesPerUnitWeek'>;

/** Which branches take part in what; only those that were open through all the weeks, and each in one design at most. */
export function planTruth(network: NetworkPlan, size: TruthSize): PlannedStudy[] {
  const weeks = weeksOf(size);
  const eligible = eligibleOf(network.units, weeks);
  if (weeks.length < FEWEST_WEEKS || eligible.length < FEWEST_UNITS) return [];
  const lot = Chance.of(size.seed, 'waves').shuffle(eligible);
  let drawn = 0;
  const draw = (share: number) => lot.slice(drawn, (drawn += Math.round(share * eligible.length)));
  return DESIGNS.map((design) => {
    const begins = design.waves.map((share) => weeks[Math.floor(share * weeks.length)]!);
    if (design.chosen === 'lowest')
      return lowest(design, begins[0]!, draw(design.share.wave + design.share.comparison), network, size);
    const planned = begins.map((week) => ({ week, units: draw(design.share.wave) }));
    return { ...design, planned, comparison: draw(design.share.comparison) };
  });
}

function eligibleOf(units: readonly PlannedUnit[], weeks: readonly IsoDate[]): number[] {
  const [first, last] = [weeks[0]!, addDays(weeks.at(-1)!, 6)];
  return units.flatMap((unit, index) => (unit.kind === 'branch' && isOpenFrom(unit, first, last) ? [index] : []));
}

/** Of the units drawn, those that did worst in the quarter before: what was planted elsewhere does not touch their answers. */
function lowest(
  design: Design,
  week: IsoDate,
  drawn: readonly number[],
  network: NetworkPlan,
  size: TruthSize,
): PlannedStudy {
  const tallies = new Map(drawn.map((unit) => [unit, { n: 0, top: 0 }]));
  for (let back = 1; back <= QUARTER; back += 1) {
    const counts = weekCounts({ ...size, units: network.units }, addDays(week, -7 * back), NO_EFFECTS.ease);
    for (const [unit, tally] of tallies) {
      tally.n += counts.responses[unit]!;
      tally.top += counts.easeTop[unit]!;
    }
  }
  const share = (unit: number) => tallies.get(unit)!.top / Math.max(1, tallies.get(unit)!.n);
  const worstFirst = [...drawn].sort((a, b) => share(a) - share(b) || a - b);
  const n = Math.round((drawn.length * design.share.wave) / (design.share.wave + design.share.comparison));
  return { ...design, planned: [{ week, units: worstFirst.slice(0, n) }], comparison: worstFirst.slice(n) };
}
