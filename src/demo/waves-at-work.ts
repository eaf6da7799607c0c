import type { IsoDate } from '../platform/dates.js';
import { Chance } from '../generate/chance.js';
import { shareOf } from '../generate/feedback/answers.js';
import { easeOdds } from '../generate/feedback/levels.js';
import { homeAreaOf, type NetworkPlan } from '../generate/network/network-plan.js';
import type { PlannedWeek } from './ease-plan.js';
import { dealtAreas, wavesOf } from './impact-plan.js';
import { BY_LOT } from './impact-stories.js';
import { lowered, moved } from './planted-ease.js';
import { SEED } from './stories.js';

/**
 * Plants what the training in waves truly does into weeks of answers. The network's total of a week is what other stories
 * need, so what the waves gain is taken from all units of the two regions alike: the others sink a little, and a branch that
 * was asked stands as many points above what it would be among them as is planted. No other region is touched.
 */
export function withWaves(network: NetworkPlan): (week: PlannedWeek) => PlannedWeek {
  const usual = usualShares(network);
  const begun = beginOf(network);
  const among = inTheRegions(network);
  return (week) => {
    if (week.week < BY_LOT.begins[0]!) return week;
    const chance = Chance.of(SEED, 'waves at work', week.week);
    const points = (unit: number) => (week.week >= (begun[unit] ?? '9999') ? BY_LOT.points : 0);
    const easeTop = moved(chance, week, usual, points);
    const gained = sum(easeTop) - sum(week.easeTop);
    return { ...week, easeTop: lowered(chance, { ...week, easeTop }, gained, among) };
  };
}

/** The chance of an easy visit to each unit in an ordinary week. */
export function usualShares({ units }: NetworkPlan): number[] {
  return units.map((unit) => shareOf(easeOdds(unit)));
}

/** For each unit the Monday of its wave, or null. */
function beginOf(network: NetworkPlan): (IsoDate | null)[] {
  const waves = wavesOf(network, dealtAreas(network));
  const begun = new Map(waves.flatMap(({ askedOn, unitCodes }) => unitCodes.map((code) => [code, askedOn] as const)));
  return network.units.map(({ code }) => begun.get(code) ?? null);
}

function inTheRegions({ areas, units }: NetworkPlan): boolean[] {
  const inside = new Set(
    areas.filter(({ regions }) => BY_LOT.regions.includes(regions.at(-1)!.regionCode)).map(({ code }) => code),
  );
  return units.map((unit) => inside.has(homeAreaOf(unit)));
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
