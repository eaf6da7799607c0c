import { addDays, type IsoDate } from '../platform/dates.js';
import type { Chance } from '../generate/chance.js';
import { shareOf } from '../generate/feedback/answers.js';
import { easeOdds } from '../generate/feedback/levels.js';
import type { PlannedUnit } from '../generate/network/network-plan.js';
import { shareOut } from '../generate/share-out.js';
import { ASHBRIDGE, OTHER_WEEKS, WEEK_2026, WEEK_2027 } from './stories.js';

/** Responses of each unit (same order as the units) in one week, and how many of them rate ease 4 or 5. */
export interface PlannedWeek {
  week: IsoDate;
  responses: number[];
  easeTop: number[];
}

const EVENT_TOPS = new Map<IsoDate, number>([WEEK_2026, WEEK_2027].map((event) => [event.week, event.easeTop]));

/**
 * How many top answers each unit gets in each week: binomial around the unit's level, then moved by as few answers as
 * it takes for the network's total of each week to be what the stories need.
 */
export function planEase(
  chance: Chance,
  units: readonly PlannedUnit[],
  weeks: Omit<PlannedWeek, 'easeTop'>[],
): PlannedWeek[] {
  const totals = networkTops(chance, weeks);
  const ashbridge = units.findIndex((unit) => unit.code === ASHBRIDGE.code);
  const story = ashbridgeTops(chance, weeks, ashbridge);
  return weeks.map(({ week, responses }) => {
    const easeTop = responses.map((n, index) => chance.binomial(n, shareOf(easeOdds(units[index]!))));
    easeTop[ashbridge] = story.get(week)!;
    settle(chance, easeTop, responses, totals.get(week)!, ashbridge);
    return { week, responses, easeTop };
  });
}

/** Top answers of the whole network per week: events as planted, the others 80.0 % together, half a point apart. */
function networkTops(chance: Chance, weeks: Omit<PlannedWeek, 'easeTop'>[]): Map<IsoDate, number> {
  const others = weeks.filter(({ week }) => !EVENT_TOPS.has(week));
  const sums = others.map(({ responses }) => sum(responses));
  const wanted = sums.map((n) => n * (OTHER_WEEKS.easeShare + 0.005 * chance.normal()));
  const tops = shareOut(Math.round(sum(sums) * OTHER_WEEKS.easeShare), wanted);
  return new Map([...EVENT_TOPS, ...others.map(({ week }, index) => [week, tops[index]!] as const)]);
}

function ashbridgeTops(chance: Chance, weeks: Omit<PlannedWeek, 'easeTop'>[], at: number): Map<IsoDate, number> {
  const tops = new Map(
    weeks.map(({ week, responses }) => [week, chance.binomial(responses[at]!, ASHBRIDGE.usualEase)]),
  );
  const { slump, before, after } = ASHBRIDGE;
  const planted = [
    { from: addDays(slump.from, -7 * before.weeks), weeks: before.weeks, easeTop: before.easeTop },
    slump,
    after,
  ];
  for (const { from, weeks: length, easeTop } of planted) {
    const weights = Array.from({ length }, () => 1 + 0.04 * chance.normal());
    for (const [index, top] of shareOut(easeTop, weights).entries()) tops.set(addDays(from, 7 * index), top);
  }
  return tops;
}

/** Moves single answers at random units until the week's total is right, leaving one unit alone. */
function settle(chance: Chance, tops: number[], responses: number[], total: number, except: number): void {
  for (let gap = total - sum(tops); gap !== 0; gap = total - sum(tops)) {
    const at = chance.between(0, tops.length - 1);
    const room = gap > 0 ? tops[at]! < responses[at]! : tops[at]! > 0;
    if (at !== except && room) tops[at]! += Math.sign(gap);
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
