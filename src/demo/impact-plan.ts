import { addDays, type IsoDate } from '../platform/dates.js';
import { isOpenFrom } from '../generate/feedback/week-counts.js';
import { areaOn, homeAreaOf, type NetworkPlan, type PlannedUnit } from '../generate/network/network-plan.js';
import { randomWaves } from '../statistics/random-waves.js';
import { holds } from '../generate/days.js';
import type { PlannedWeek } from './ease-plan.js';
import { BY_LOT, LEFT_ALONE, LOWEST, RECENT, type Request } from './impact-stories.js';
import { FIRST_WEEK, LAST_WEEK } from './stories.js';

/** Branches that were asked for a course on a Monday, by their codes. */
export interface AskedBranches {
  askedOn: IsoDate;
  unitCodes: string[];
}

/** An area as the lot dealt it: its stratum, and its wave from 0, or COMPARISON. */
export interface DealtArea {
  code: string;
  stratum: number;
  wave: number;
  /** Its branches on the day of the lot. */
  unitCodes: string[];
}

/** Who takes part in what. */
export interface ImpactPlan {
  dealt: DealtArea[];
  waves: AskedBranches[];
  lowest: AskedBranches;
  /** Those who have finished come first. */
  recent: AskedBranches;
}

/** @param weeks what customers say, as planned: the lowest are those whose answers were lowest, for whatever reason */
export function planImpact(network: NetworkPlan, weeks: readonly PlannedWeek[]): ImpactPlan {
  const dealt = dealtAreas(network);
  const lowest = lowestBranches(network, weeks);
  return { dealt, waves: wavesOf(network, dealt), lowest, recent: recentBranches(network, lowest) };
}

/** The areas with branches of the two regions, by code, as the lot deals them. */
export function dealtAreas({ areas, units }: NetworkPlan): DealtArea[] {
  const { drawnOn, regions, seed, begins } = BY_LOT;
  const strata = areas.flatMap(({ code, regions: stays }) => {
    const stratum = regions.indexOf(stays.find((stay) => holds(stay, drawnOn))?.regionCode ?? '');
    const unitCodes = units.filter((unit) => isBranchIn(unit, code, drawnOn)).map((unit) => unit.code);
    return stratum < 0 || unitCodes.length === 0 ? [] : [{ code, stratum, unitCodes }];
  });
  const deal = { waves: begins.length, comparison: true, seed };
  const wave = randomWaves(Int32Array.from(strata.map(({ stratum }) => stratum)), deal);
  return strata.map((area, index) => ({ ...area, wave: wave[index]! }));
}

/** Of each wave the branches that were still open when it began. */
export function wavesOf({ units }: NetworkPlan, dealt: readonly DealtArea[]): AskedBranches[] {
  return BY_LOT.begins.map((askedOn, wave) => {
    const open = new Set(units.filter((unit) => areaOn(unit, askedOn) !== null).map(({ code }) => code));
    const drawn = dealt.filter((area) => area.wave === wave).flatMap(({ unitCodes }) => unitCodes);
    return { askedOn, unitCodes: drawn.filter((code) => open.has(code)) };
  });
}

/** Whether nobody of a unit takes a course unasked, be it in a themed week, because a story needs it so. */
export function isKept(network: NetworkPlan): (unitCode: string, slug: string) => boolean {
  const requests: Request[] = [BY_LOT, LOWEST, RECENT];
  const kept = new Map(
    requests.map(({ slug, regions }) => {
      const areas = areasIn(network, regions);
      const units = network.units.filter((unit) => unit.kind === 'branch' && areas.has(homeAreaOf(unit)));
      return [slug, new Set(units.map(({ code }) => code))] as const;
    }),
  );
  return (unitCode, slug) => unitCode !== LEFT_ALONE && (kept.get(slug)?.has(unitCode) ?? false);
}

function lowestBranches(network: NetworkPlan, weeks: readonly PlannedWeek[]): AskedBranches {
  const { askedOn, branches, weeksLookedAt } = LOWEST;
  const looked = weeks.filter(({ week }) => week < askedOn && week >= addDays(askedOn, -7 * weeksLookedAt));
  const ease = (unit: number) => totalOf(looked, 'easeTop', unit) / totalOf(looked, 'responses', unit);
  const worstFirst = openInRegion(network)
    .map((unit) => ({ code: network.units[unit]!.code, ease: ease(unit) }))
    .sort((a, b) => a.ease - b.ease);
  return { askedOn, unitCodes: worstFirst.slice(0, branches).map(({ code }) => code) };
}

/** By code, whatever their customers say. */
function recentBranches(network: NetworkPlan, lowest: AskedBranches): AskedBranches {
  const others = openInRegion(network)
    .map((unit) => network.units[unit]!)
    .filter((unit) => homeAreaOf(unit) !== RECENT.withoutArea && !lowest.unitCodes.includes(unit.code));
  const codes = others.map(({ code }) => code).sort();
  return { askedOn: RECENT.askedOn, unitCodes: codes.slice(0, RECENT.branches) };
}

/** Places of the region's branches that were open all along and may take part. */
function openInRegion(network: NetworkPlan): number[] {
  const areas = areasIn(network, LOWEST.regions);
  const takesPart = (unit: PlannedUnit) =>
    unit.kind === 'branch' && unit.code !== LEFT_ALONE && areas.has(homeAreaOf(unit));
  return network.units.flatMap((unit, index) =>
    takesPart(unit) && isOpenFrom(unit, FIRST_WEEK, addDays(LAST_WEEK, 6)) ? [index] : [],
  );
}

function areasIn({ areas }: NetworkPlan, regions: readonly string[]): Set<string> {
  return new Set(areas.filter((area) => regions.includes(area.regions.at(-1)!.regionCode)).map(({ code }) => code));
}

const isBranchIn = (unit: PlannedUnit, areaCode: string, day: IsoDate) =>
  unit.kind === 'branch' && areaOn(unit, day) === areaCode;

const totalOf = (weeks: readonly PlannedWeek[], what: 'responses' | 'easeTop', unit: number) =>
  weeks.reduce((sum, week) => sum + week[what][unit]!, 0);
